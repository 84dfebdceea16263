import type {
  PolicyActors,
  PolicyCriterion,
  PolicyState,
  PolicyType,
} from 'backstage-plugin-dataset-access-common';
import { ActorPart, actorKey, actorParts } from '../words/actorParts';

/** What the history keeps of a policy, before and after a change. */
export interface PolicyContent {
  name: string;
  description?: string;
  type: PolicyType;
  state: PolicyState;
  privileges: string[];
  actors: PolicyActors;
  resources: PolicyCriterion[];
}

/** What a change made of a policy; what stayed as it was is absent. */
export interface PolicyDifference {
  name?: string;
  /** Empty when it was taken away. */
  description?: string;
  type?: PolicyType;
  state?: PolicyState;
  privilegesAdded: string[];
  privilegesRemoved: string[];
  actorsAdded: ActorPart[];
  actorsRemoved: ActorPart[];
  resources?: Pick<PolicyContent, 'type' | 'resources'>;
}

export function policyDifference(
  before: PolicyContent,
  after: PolicyContent,
): PolicyDifference {
  const actorsBefore = actorParts(before.actors);
  const actorsAfter = actorParts(after.actors);
  const description = after.description ?? '';
  const isSameScope =
    JSON.stringify(before.resources) === JSON.stringify(after.resources);
  return {
    name: after.name === before.name ? undefined : after.name,
    description:
      description === (before.description ?? '') ? undefined : description,
    type: after.type === before.type ? undefined : after.type,
    state: after.state === before.state ? undefined : after.state,
    privilegesAdded: without(after.privileges, before.privileges),
    privilegesRemoved: without(before.privileges, after.privileges),
    actorsAdded: withoutParts(actorsAfter, actorsBefore),
    actorsRemoved: withoutParts(actorsBefore, actorsAfter),
    resources: isSameScope
      ? undefined
      : { type: after.type, resources: after.resources },
  };
}

/** A policy as the history keeps it; `undefined` for facts of another shape, from another version. */
export function readContent(facts: unknown): PolicyContent | undefined {
  const content = facts as Partial<PolicyContent> | null | undefined;
  const isContent =
    typeof content === 'object' &&
    content !== null &&
    typeof content.name === 'string' &&
    Array.isArray(content.privileges) &&
    Array.isArray(content.resources) &&
    typeof content.actors === 'object';
  return isContent ? (content as PolicyContent) : undefined;
}

function without(texts: readonly string[], others: readonly string[]) {
  const known = new Set(others);
  return texts.filter(text => !known.has(text));
}

function withoutParts(
  parts: readonly ActorPart[],
  others: readonly ActorPart[],
): ActorPart[] {
  const known = new Set(others.map(actorKey));
  return parts.filter(part => !known.has(actorKey(part)));
}

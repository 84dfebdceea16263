import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { randomUUID } from 'node:crypto';

/** A user, group, dataset, system or domain of a test world; refs without kind get the kind that the field asks for. */
export interface WorldEntity {
  /** `kind:namespace/name`, the namespace may be left out. */
  ref: string;
  /** A fresh one unless given: an entity that is made again is another one. */
  uid?: string;
  title?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  /** Groups a user is a member of. */
  memberOf?: string[];
  /** Parent of a group. */
  parent?: string;
  /** Refs of owners, for datasets. */
  owners?: string[];
  /** System or domain something is part of. */
  partOf?: string[];
  type?: string;
  /** What else there is to read below `spec`. */
  spec?: JsonObject;
}

/** Relations that the catalog gives to both ends, whichever end exists. */
const inverse: Record<string, string> = {
  [RELATION_MEMBER_OF]: RELATION_HAS_MEMBER,
  [RELATION_CHILD_OF]: RELATION_PARENT_OF,
  [RELATION_OWNED_BY]: RELATION_OWNER_OF,
  [RELATION_PART_OF]: RELATION_HAS_PART,
};

/** The entities of a world with their relations, as the catalog would stitch them. */
export function worldEntities(world: readonly WorldEntity[]): Entity[] {
  const relations = world.flatMap(one => {
    const source = canonical(one.ref, 'resource');
    const to = (type: string, refs: string[] | undefined, kind: string) =>
      (refs ?? []).map(ref => ({ source, type, target: canonical(ref, kind) }));
    return [
      ...to(RELATION_MEMBER_OF, one.memberOf, 'group'),
      ...to(RELATION_CHILD_OF, one.parent ? [one.parent] : [], 'group'),
      ...to(RELATION_OWNED_BY, one.owners, 'group'),
      ...to(RELATION_PART_OF, one.partOf, 'system'),
    ];
  });
  return world.map(one => {
    const ref = canonical(one.ref, 'resource');
    const { kind, namespace, name } = parseEntityRef(ref);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: kind.charAt(0).toUpperCase() + kind.slice(1),
      metadata: {
        name,
        namespace,
        uid: one.uid,
        title: one.title,
        labels: one.labels,
        annotations: one.annotations,
      },
      spec: {
        ...one.spec,
        type: one.type ?? (kind === 'resource' ? 'dataset' : undefined),
        profile: one.title ? { displayName: one.title } : undefined,
      },
      relations: relations.flatMap(({ source, type, target }) => [
        ...(source === ref ? [{ type, targetRef: target }] : []),
        ...(target === ref ? [{ type: inverse[type], targetRef: source }] : []),
      ]),
    } as Entity;
  });
}

/** Gives each entity of a world a uid of its own. */
export function withUids(world: readonly WorldEntity[]): WorldEntity[] {
  return world.map(one => ({ ...one, uid: one.uid ?? randomUUID() }));
}

function canonical(ref: string, defaultKind: string): string {
  return stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
}

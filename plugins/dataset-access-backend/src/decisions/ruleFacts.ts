import {
  levelPrivilege,
  PrivilegeRegistry,
  ResponsibilityFacts,
  RoleBindingFacts,
  RuleFacts,
} from 'backstage-plugin-dataset-access-common';
import type { GrantRecord } from '../grants/GrantRecord';
import type { PolicyRecord } from '../policies/PolicyRecord';
import type { ResponsibilityRecord } from '../responsibilities/ResponsibilityRecord';
import type { RoleBindingRecord } from '../roles/RoleRecord';

/**
 * A policy as a rule. It may be older than the configuration: what is no privilege any more gives nothing, and takes up none
 * of the room that an index has for privileges.
 */
export function policyRule(
  policy: PolicyRecord,
  registry: PrivilegeRegistry,
): RuleFacts {
  const { id, name, type, state, actors, resources } = policy;
  const privileges = policy.privileges.filter(one => registry.get(one));
  return {
    origin: 'policy',
    id,
    name,
    type,
    state,
    privileges,
    actors,
    resources,
  };
}

/**
 * An active grant as a rule: its subject holds the level on its dataset until it ends, as long as both are who they were
 * (P-34).
 */
export function grantRule({
  id,
  level,
  subject,
  dataset,
  expiresAt,
  grantedBy,
  activatedAt,
}: GrantRecord): RuleFacts {
  return {
    origin: 'grant',
    id,
    name: `${level} on ${dataset.title}`,
    type: 'metadata',
    state: 'active',
    privileges: [levelPrivilege(level)],
    actors: subject.ref.startsWith('group:')
      ? { groups: [subject.ref] }
      : { users: [subject.ref] },
    resources: [{ field: 'entity', operator: 'equals', values: [dataset.ref] }],
    until: expiresAt?.getTime(),
    boundTo: [subject, dataset].map(({ ref, uid }) => ({ ref, uid })),
    givenBy: grantedBy,
    givenAt: activatedAt?.getTime(),
  };
}

export function bindingFacts({
  id,
  roleId,
  subject,
}: RoleBindingRecord): RoleBindingFacts {
  return { id, role: roleId, subject: subject.ref, subjectUid: subject.uid };
}

/** A responsibility ends when it was to end, or when it was terminated before. */
export function responsibilityFacts(
  record: ResponsibilityRecord,
): ResponsibilityFacts {
  const { id, role, subject, resource, startsAt, endsAt, terminatedAt } =
    record;
  const ends = [endsAt, terminatedAt].flatMap(end => end?.getTime() ?? []);
  return {
    id,
    role,
    subject: subject.ref,
    subjectUid: subject.uid,
    resource: resource.ref,
    resourceUid: resource.uid,
    from: startsAt.getTime(),
    until: ends.length > 0 ? Math.min(...ends) : undefined,
  };
}

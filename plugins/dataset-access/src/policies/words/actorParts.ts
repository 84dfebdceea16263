import type { PolicyActors } from 'backstage-plugin-dataset-access-common';

/** One of those whom a policy is for. */
export type ActorPart =
  | { kind: 'allUsers' | 'allGroups' | 'resourceOwners' }
  /** `id` is that of the role, the ref for users and groups. */
  | { kind: 'responsibility' | 'role' | 'group' | 'user'; id: string };

/** All of those whom a policy is for, the widest first. */
export function actorParts(actors: PolicyActors): ActorPart[] {
  const { users = [], groups = [], roles = [], responsibilities = [] } = actors;
  const wide = (['allUsers', 'allGroups', 'resourceOwners'] as const).filter(
    kind => actors[kind],
  );
  return [
    ...wide.map(kind => ({ kind })),
    ...responsibilities.map(id => ({ kind: 'responsibility' as const, id })),
    ...roles.map(id => ({ kind: 'role' as const, id })),
    ...groups.map(id => ({ kind: 'group' as const, id })),
    ...users.map(id => ({ kind: 'user' as const, id })),
  ];
}

/** Tells one from the others. */
export function actorKey(part: ActorPart): string {
  return 'id' in part ? `${part.kind} ${part.id}` : part.kind;
}

import type { PolicyActors } from 'backstage-plugin-dataset-access-common';
import type { DataHubActors } from './dataHubPolicy';
import { urnToRef, urnToRoleName } from './dataHubUrns';
import type { ImportedRoles } from './ImportedRoles';
import type { Note } from './ImportSource';

/** Roles that come with both products and mean the same. */
const SHARED_ROLES = ['Admin', 'Editor', 'Reader'];

/**
 * Whom a policy is for. Actors are alternatives: one that cannot be named here is left out, and the others hold.
 *
 * @param place - where a role is first named
 */
export function readActors(
  actors: DataHubActors,
  roles: ImportedRoles,
  place: string,
  note: Note,
): PolicyActors {
  const named = (urns: readonly string[], kind: string) =>
    urns.flatMap(urn => {
      const ref = urnToRef(urn, [kind]);
      if (!ref) {
        note(urn, 'Nobody in the catalog can be called so.');
      }
      return ref ?? [];
    });
  const held = actors.roles.flatMap(urn => {
    const title = urnToRoleName(urn);
    if (!title) {
      note(urn, 'This is no role.');
      return [];
    }
    const isShared = SHARED_ROLES.includes(title);
    const { id, problem } = roles.idOf(urn, { title, place, isShared });
    if (problem !== undefined) {
      note(urn, problem);
    }
    return id ?? [];
  });
  const ownersOfTypes =
    actors.resourceOwners && Array.isArray(actors.resourceOwnersTypes);
  if (ownersOfTypes) {
    note(
      'resourceOwnersTypes',
      'Owners are not of several types here. To mean all of them would give it to more people, so it is not for owners here.',
    );
  }
  return {
    users: named(actors.users, 'corpuser'),
    groups: named(actors.groups, 'corpGroup'),
    roles: held,
    allUsers: actors.allUsers,
    allGroups: actors.allGroups,
    resourceOwners: actors.resourceOwners && !ownersOfTypes,
  };
}

/** Whether anybody is left whom a policy is for. */
export function namesAnybody(actors: PolicyActors): boolean {
  return Object.values(actors).some(one =>
    Array.isArray(one) ? one.length > 0 : one,
  );
}

import type { PolicyActors } from 'backstage-plugin-dataset-access-common';
import type { PolicyContent } from '../policies/PolicyRecord';
import type { Unsupported } from './ImportSource';

/** A policy with where it is in an import. */
export interface PlacedPolicy {
  place: string;
  content: PolicyContent;
}

/**
 * A policy without some of the users, groups and roles it names. That only narrows it, unless nobody is left: then there is
 * no policy.
 *
 * @param reasonAgainst - why somebody is left out; `undefined` for those who stay
 * @param unsupported - gets what is left out
 */
export function withoutActors(
  { place, content }: PlacedPolicy,
  reasonAgainst: (actor: string) => string | undefined,
  unsupported: Unsupported[],
): PlacedPolicy[] {
  const staying = (actors: readonly string[] = []) =>
    actors.filter(actor => {
      const reason = reasonAgainst(actor);
      if (reason !== undefined) {
        unsupported.push({ place, what: actor, reason });
      }
      return reason === undefined;
    });
  const { users, groups, roles, ...others } = content.actors;
  const named = {
    users: staying(users),
    groups: staying(groups),
    roles: staying(roles),
  };
  const actors: PolicyActors = {
    ...Object.fromEntries(
      Object.entries(named).filter(([, some]) => some.length > 0),
    ),
    ...others,
  };
  if (Object.keys(actors).length === 0) {
    unsupported.push({
      place,
      what: `policy "${content.name}"`,
      reason: 'Nobody is left whom it would be for.',
    });
    return [];
  }
  return [{ place, content: { ...content, actors } }];
}

import type { ActorFacts } from './AccessFacts';
import { EVERYONE, GROUP_MEMBERS, rolePrincipal } from './PeopleIndex';

/** Rules whose holder depends on the resource: they are found by the relation, not by the person. */
const RELATION = 'relation:';
/** Whoever owns the resource. */
export const OWNERS = `${RELATION}owner`;
/** Whoever holds a stewardship role on the resource. */
export const responsible = (role: string) => `${RELATION}responsible:${role}`;

/** Whether a principal stands for whoever is in a relation to the resource. */
export const isRelation = (principal: string) => principal.startsWith(RELATION);

/** To whom rules are given, as the index names them. */
export function principalsNamed(actors: ActorFacts): string[] {
  return [
    ...(actors.users ?? []),
    ...(actors.groups ?? []),
    ...(actors.roles ?? []).map(rolePrincipal),
    ...(actors.allUsers ? [EVERYONE] : []),
    ...(actors.allGroups ? [GROUP_MEMBERS] : []),
    ...(actors.resourceOwners ? [OWNERS] : []),
    ...(actors.responsibilities ?? []).map(responsible),
  ];
}

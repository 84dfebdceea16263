import type {
  PersonFacts,
  ResourceFacts,
  RuleFacts,
} from '../../decisions/AccessFacts';
import {
  accessCondition,
  fitsCondition,
} from '../../decisions/accessCondition';
import { DecisionIndex } from '../../decisions/DecisionIndex';
import { holdersOf } from '../../decisions/holdersOf';
import { AccessLevel, accessLevels } from '../../levels/AccessLevel';
import { levelPrivilege } from '../../levels/levelPrivilege';
import { PrivilegeRegistry } from '../../privileges/privilegeRegistry';
import type { DomainGrantFacts } from '../domainGrantRules';
import { directGrant, setDomainGrant } from './domainGrants';

export const ANA = 'user:default/ana';
export const BEN = 'user:default/ben';
export const EVA = 'user:default/eva';
export const OLGA = 'user:default/olga';
export const PILOTS = 'group:default/pilots';
export const CREW = 'group:default/crew';

export const TRANSPORT = 'domain:default/transport';
export const AIRLINE = 'domain:default/airline';
export const CARGO = 'domain:default/cargo';
export const HOTELS = 'domain:default/hotels';
export const BOOKING = 'system:default/booking';
export const ARCHIVE = 'system:default/archive';

export const FLIGHTS = 'resource:default/flights';
export const TICKETS = 'resource:default/tickets';
export const FREIGHT = 'resource:default/freight';
export const ROOMS = 'resource:default/rooms';
export const LEDGER = 'resource:default/ledger';
export const SALARIES = 'resource:default/salaries';
export const OLD = 'resource:default/old';

/** An ordinary moment: nothing begins or ends then. */
export const NOON = Date.parse('2031-05-12T12:00:00.000Z');

export function person(ref: string, ...groups: string[]): PersonFacts {
  return { ref, uid: `uid of ${ref}`, groups };
}

/** A domain or system in others. */
export function container(ref: string, ...domains: string[]): ResourceFacts {
  return {
    ref,
    uid: `uid of ${ref}`,
    owners: [],
    domains,
    tags: [],
    labels: {},
  };
}

/** A dataset that follows its domains unless it says otherwise. */
export function dataset(
  ref: string,
  domains: readonly string[],
  facts: Partial<ResourceFacts> = {},
): ResourceFacts {
  return { ...container(ref, ...domains), coverage: 'following', ...facts };
}

/** The same entity by name, and another one. */
export function another<T extends { uid?: string }>(entity: T): T {
  return { ...entity, uid: 'of another one' };
}

/**
 * The Airline is part of Transport and has Cargo within it. Flights are in it by way of a system, tickets directly, freight by
 * way of Cargo; the ledger is for snapshots only, salaries are governed by tags. Rooms are in another domain, and a system
 * in no domain has the old data. Ana is a pilot and so of the crew; Ben is of the crew; Eva is in no group.
 */
const people = [
  person(ANA, PILOTS),
  person(BEN, CREW),
  person(EVA),
  person(OLGA),
  person(PILOTS, CREW),
  person(CREW),
];
const resources = [
  container(TRANSPORT),
  container(AIRLINE, TRANSPORT),
  container(CARGO, AIRLINE),
  container(HOTELS),
  container(BOOKING, AIRLINE),
  container(ARCHIVE),
  dataset(FLIGHTS, [BOOKING]),
  dataset(TICKETS, [AIRLINE]),
  dataset(FREIGHT, [CARGO]),
  dataset(ROOMS, [HOTELS]),
  dataset(LEDGER, [AIRLINE], { coverage: 'snapshot-only' }),
  dataset(SALARIES, [AIRLINE], { coverage: 'never' }),
  dataset(OLD, [ARCHIVE]),
];

const identity = (ref: string) => ({ ref, uid: `uid of ${ref}` });

/** Olga gives Ana read-only access to the Airline, with its datasets, of which there is no snapshot. */
export function grant({
  subject = ANA,
  domain = AIRLINE,
  ...facts
}: Partial<Omit<DomainGrantFacts, 'domain' | 'subject'>> & {
  domain?: string;
  subject?: string;
} = {}): DomainGrantFacts {
  return {
    id: 'grant',
    domain: { ...identity(domain), title: 'Airline' },
    subject: identity(subject),
    level: 'read-only',
    datasetLevelAccess: true,
    grantedBy: OLGA,
    grantedAt: NOON - 2_000,
    ...facts,
  };
}

/** Flights for Ana alone, read-only. */
export function direct({
  subject = ANA,
  level = 'read-only' as AccessLevel,
  on = FLIGHTS,
} = {}): RuleFacts {
  return directGrant({
    id: 'direct',
    subject: identity(subject),
    dataset: identity(on),
    level,
    grantedBy: EVA,
  });
}

/** An index of these facts, where some domain grants are given. */
export function airline(...grants: DomainGrantFacts[]): DecisionIndex {
  const registry = new PrivilegeRegistry();
  const index = DecisionIndex.of(
    { people, resources },
    { implied: name => registry.implied(name) },
  );
  grants.forEach(one => setDomainGrant(index, one));
  return index;
}

/** The level somebody has on each domain and dataset, by name; of what he has none is not named. */
export type Access = Record<string, AccessLevel>;

/** What there is to have, asked one by one, as a list, and by who has it: all three must say the same. */
export function accessOf(
  index: DecisionIndex,
  subject = ANA,
  now = NOON,
): Access {
  const checked: Access = {};
  for (const level of accessLevels) {
    const privilege = levelPrivilege(level);
    const condition = accessCondition(index, subject, privilege, now);
    for (const resource of index.resources.all()) {
      const { ref } = resource.facts;
      const isAllowed = index.check(subject, privilege, ref, now);
      const isHolder = [...holdersOf(index, privilege, ref, now)].includes(
        subject,
      );
      expect({
        ref,
        isListed: fitsCondition(condition, resource),
        isHolder: subject.startsWith('user:') ? isHolder : isAllowed,
      }).toEqual({ ref, isListed: isAllowed, isHolder: isAllowed });
      if (isAllowed) {
        checked[ref.slice(ref.indexOf('/') + 1)] = level;
      }
    }
  }
  return checked;
}

/** What happens to an index, and what Ana has afterwards. */
export type Steps = Array<
  [what: string, change: (index: DecisionIndex) => void, after: Access]
>;

/** What Ana has after each step: what it is found from was made before it. */
export function walk(index: DecisionIndex, steps: Steps) {
  return steps.map(([what, change]) => {
    accessOf(index);
    change(index);
    return [what, accessOf(index)];
  });
}

export function expectedOf(steps: Steps) {
  return steps.map(([what, , after]) => [what, after]);
}

import type { DecisionIndex } from '../decisions/DecisionIndex';
import type { AccessLevel } from '../levels/AccessLevel';
import {
  Access,
  accessOf,
  airline,
  ANA,
  BEN,
  BOOKING,
  CARGO,
  CREW,
  dataset,
  direct,
  expectedOf,
  grant,
  HOTELS,
  LEDGER,
  NOON,
  PILOTS,
  ROOMS,
  Steps,
  TICKETS,
  TRANSPORT,
  walk,
} from './__testUtils__/airline';
import {
  deleteDomainGrant,
  setDomainGrant,
} from './__testUtils__/domainGrants';

const snapshot = new Map([[LEDGER, `uid of ${LEDGER}`]]);
const withoutData = { datasetLevelAccess: false };

/** All data of the Airline at a level. */
const data = (level: AccessLevel): Access => ({
  flights: level,
  tickets: level,
  freight: level,
});

describe('what remains is what there would be without it', () => {
  const owner = grant({ level: 'owner' });
  const giveDirect = (index: DecisionIndex) => index.setRule(direct());
  const revoke = (index: DecisionIndex) =>
    setDomainGrant(index, grant({ level: 'owner', ...withoutData }));

  it.each<[string, Steps]>([
    [
      'P-29 a direct grant of before',
      [
        ['read-only on flights', giveDirect, { flights: 'read-only' }],
        [
          'owner of the Airline with its data',
          index => setDomainGrant(index, owner),
          { airline: 'owner', ...data('owner') },
        ],
        [
          'without its data',
          revoke,
          { airline: 'owner', flights: 'read-only' },
        ],
        [
          'without the Airline',
          index => deleteDomainGrant(index, 'grant'),
          { flights: 'read-only' },
        ],
      ],
    ],
    [
      'P-29 a direct grant given meanwhile',
      [
        [
          'owner of the Airline with its data',
          index => setDomainGrant(index, owner),
          { airline: 'owner', ...data('owner') },
        ],
        [
          'read-only on flights',
          giveDirect,
          { airline: 'owner', ...data('owner') },
        ],
        [
          'without its data',
          revoke,
          { airline: 'owner', flights: 'read-only' },
        ],
      ],
    ],
    [
      'S1.9 a direct grant of owners',
      [
        [
          'owner of tickets',
          index => index.setRule(direct({ on: TICKETS, level: 'owner' })),
          { tickets: 'owner' },
        ],
        [
          'read-only on the Airline with its data',
          index => setDomainGrant(index, grant()),
          { airline: 'read-only', ...data('read-only'), tickets: 'owner' },
        ],
        [
          'without the Airline',
          index => deleteDomainGrant(index, 'grant'),
          { tickets: 'owner' },
        ],
      ],
    ],
    [
      'S1.21 the access of a group',
      [
        [
          'editor by the crew',
          index =>
            setDomainGrant(
              index,
              grant({ id: 'crew', subject: CREW, level: 'editor' }),
            ),
          { airline: 'editor', ...data('editor') },
        ],
        [
          'owner oneself',
          index => setDomainGrant(index, owner),
          { airline: 'owner', ...data('owner') },
        ],
        ['without data', revoke, { airline: 'owner', ...data('editor') }],
        [
          'without what the crew has',
          index => deleteDomainGrant(index, 'crew'),
          { airline: 'owner' },
        ],
      ],
    ],
  ])('%s', (_, steps) => {
    expect(walk(airline(), steps)).toEqual(expectedOf(steps));
  });
});

describe('the highest level of all paths counts', () => {
  const byPilots = { id: 'pilots', subject: PILOTS };
  const byCrew = { id: 'crew', subject: CREW };

  it.each<[string, DecisionIndex, Access]>([
    [
      'P-35 a group with read-only access, and a direct grant to its member',
      withRule(airline(grant(byPilots)), direct({ level: 'owner' })),
      { airline: 'read-only', ...data('read-only'), flights: 'owner' },
    ],
    [
      'P-35 a group with owner access, and a direct grant of less',
      withRule(airline(grant({ ...byPilots, level: 'owner' })), direct()),
      { airline: 'owner', ...data('owner') },
    ],
    [
      'S1.21 two groups, whichever was given first',
      airline(
        grant({ ...byPilots, level: 'editor' }),
        grant({ ...byCrew, level: 'read-only' }),
      ),
      { airline: 'editor', ...data('editor') },
    ],
    [
      'S1.21 two domains, one within the other',
      airline(
        grant({ id: 'transport', domain: TRANSPORT }),
        grant({ id: 'cargo', domain: CARGO, level: 'owner' }),
      ),
      {
        transport: 'read-only',
        cargo: 'owner',
        ...data('read-only'),
        freight: 'owner',
      },
    ],
    [
      'S1.4 one with data and a higher one without',
      airline(grant(byPilots), grant({ ...withoutData, level: 'owner' })),
      { airline: 'owner', ...data('read-only') },
    ],
    [
      'S1.11 one with a snapshot and a higher one without it',
      airline(
        grant({ ...byPilots, snapshot }),
        grant({ ...byCrew, level: 'owner' }),
      ),
      { airline: 'owner', ...data('owner'), ledger: 'read-only' },
    ],
  ])('%s', (_, index, expected) => {
    expect(accessOf(index)).toEqual(expected);
  });

  it('S1.22 of the domains in which a dataset is', () => {
    const index = airline(
      grant({ id: 'hotels', domain: HOTELS, level: 'owner' }),
      grant(),
    );
    const rooms = (...domains: string[]) => {
      index.setResource(dataset(ROOMS, domains));
      return accessOf(index).rooms;
    };

    expect(rooms(HOTELS, BOOKING)).toBe('owner');
    expect(rooms(BOOKING)).toBe('read-only');
    expect(rooms()).toBeUndefined();
  });

  it('P-35 a grant of a group that is revoked leaves what others have', () => {
    const index = withRule(airline(grant(byCrew)), direct());

    deleteDomainGrant(index, 'crew');

    expect([ANA, BEN].map(one => accessOf(index, one))).toEqual([
      { flights: 'read-only' },
      {},
    ]);
  });
});

describe('access that ends', () => {
  it('is there until that instant, all of it, and not from then on', () => {
    const until = airline(grant({ snapshot, expiresAt: NOON }));
    const all = { airline: 'read-only', ...data('read-only') };

    expect(accessOf(until, ANA, NOON - 1)).toEqual({
      ...all,
      ledger: 'read-only',
    });
    expect(accessOf(until, ANA, NOON)).toEqual({});
    expect(accessOf(until, ANA, NOON + 1)).toEqual({});
  });

  it('leaves what lasts longer', () => {
    const index = airline(
      grant({ level: 'owner', expiresAt: NOON }),
      grant({ id: 'crew', subject: CREW, expiresAt: NOON + 5 }),
    );

    expect(
      [NOON - 1, NOON, NOON + 4, NOON + 5].map(
        now => accessOf(index, ANA, now).flights,
      ),
    ).toEqual(['owner', 'read-only', 'read-only', undefined]);
  });
});

function withRule(
  index: DecisionIndex,
  rule: ReturnType<typeof direct>,
): DecisionIndex {
  index.setRule(rule);
  return index;
}

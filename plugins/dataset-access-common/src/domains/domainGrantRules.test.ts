import { accessLevels } from '../levels/AccessLevel';
import {
  Access,
  accessOf,
  airline,
  ANA,
  BOOKING,
  CARGO,
  dataset,
  EVA,
  expectedOf,
  FREIGHT,
  grant,
  LEDGER,
  Steps,
  TRANSPORT,
  walk,
} from './__testUtils__/airline';
import {
  deleteDomainGrant,
  setDomainGrant,
} from './__testUtils__/domainGrants';
import {
  domainGrantOf,
  domainGrantRuleIds,
  domainGrantRules,
} from './domainGrantRules';

/** All of the Airline that follows it. */
const data = {
  flights: 'read-only',
  tickets: 'read-only',
  freight: 'read-only',
} satisfies Access;
const all: Access = { airline: 'read-only', ...data };

describe('access to a domain', () => {
  it('S1.4 alone gives nothing on its datasets', () => {
    const index = airline(grant({ datasetLevelAccess: false }));

    expect(accessOf(index)).toEqual({ airline: 'read-only' });
  });

  it('S1.1 with dataset-level access gives all datasets in it, and nothing beside', () => {
    expect(accessOf(airline(grant()))).toEqual(all);
    expect(accessOf(airline(grant()), EVA)).toEqual({});
  });

  it.each(accessLevels)('S1.2 as %s gives its datasets as %s', level => {
    expect(accessOf(airline(grant({ level })))).toEqual({
      airline: level,
      flights: level,
      tickets: level,
      freight: level,
    });
  });

  it('P-33 gives datasets of the domains within it, and not these domains nor those around', () => {
    const index = airline(grant({ domain: TRANSPORT }));

    expect(accessOf(index)).toEqual({ transport: 'read-only', ...data });
  });

  it('P-33 to a domain within gives nothing around it', () => {
    const index = airline(grant({ domain: CARGO }));

    expect(accessOf(index)).toEqual({
      cargo: 'read-only',
      freight: 'read-only',
    });
  });

  it('S1.6–S1.10 changes layer by layer', () => {
    const owner = grant({ level: 'owner' });
    const steps: Steps = [
      [
        'access to the domain',
        index => setDomainGrant(index, grant({ datasetLevelAccess: false })),
        { airline: 'read-only' },
      ],
      [
        'S1.6 dataset-level access later',
        index => setDomainGrant(index, grant()),
        all,
      ],
      [
        'S1.2 another level',
        index => setDomainGrant(index, owner),
        {
          airline: 'owner',
          flights: 'owner',
          tickets: 'owner',
          freight: 'owner',
        },
      ],
      ['a lower one again', index => setDomainGrant(index, grant()), all],
      [
        'S1.7 dataset-level access revoked',
        index => setDomainGrant(index, grant({ datasetLevelAccess: false })),
        { airline: 'read-only' },
      ],
      ['S1.6 and given again', index => setDomainGrant(index, grant()), all],
      [
        'S1.9 access revoked, and dataset-level access with it',
        index => deleteDomainGrant(index, 'grant'),
        {},
      ],
    ];

    expect(walk(airline(), steps)).toEqual(expectedOf(steps));
  });
});

describe('the rules of a domain grant', () => {
  const snapshot = new Map([[LEDGER, `uid of ${LEDGER}`]]);

  it.each([
    ['access alone', grant({ datasetLevelAccess: false }), 1],
    ['with dataset-level access', grant(), 2],
    ['with a snapshot of nothing', grant({ snapshot: new Map() }), 2],
    ['with a snapshot', grant({ snapshot }), 3],
    [
      'with a snapshot that no longer counts',
      grant({ datasetLevelAccess: false, snapshot }),
      1,
    ],
  ])('are %s as many as they must be, each of them known', (_, one, count) => {
    const ids = domainGrantRules(one).map(({ id }) => id);

    expect(ids).toHaveLength(count);
    expect(domainGrantRuleIds('grant')).toEqual(expect.arrayContaining(ids));
    expect(ids.map(domainGrantOf)).toEqual(ids.map(() => 'grant'));
  });

  it('are as many for a domain of a thousand datasets', () => {
    const index = airline(grant());
    for (let at = 0; at < 1_000; at++) {
      index.setResource(dataset(`resource:default/d${at}`, [BOOKING]));
    }

    expect([...index.rules.all()]).toHaveLength(2);
    expect(index.check(ANA, 'dataset-access.level.read-only', FREIGHT, 0)).toBe(
      true,
    );
  });
});

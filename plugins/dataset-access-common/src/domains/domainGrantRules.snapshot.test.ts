import type { DomainCoverage } from '../decisions/AccessFacts';
import {
  Access,
  accessOf,
  AIRLINE,
  airline,
  another,
  BOOKING,
  CARGO,
  container,
  dataset,
  expectedOf,
  FLIGHTS,
  grant,
  HOTELS,
  LEDGER,
  SALARIES,
  Steps,
  walk,
} from './__testUtils__/airline';
import { setDomainGrant, takeSnapshot } from './__testUtils__/domainGrants';
import type { DecisionIndex } from '../decisions/DecisionIndex';

/** What Ana has beside the data in question. */
const others: Access = {
  airline: 'read-only',
  tickets: 'read-only',
  freight: 'read-only',
};
const following: Access = { ...others, flights: 'read-only' };
const withLedger: Access = { ...following, ledger: 'read-only' };

const ledger = (domain: string, coverage: DomainCoverage = 'snapshot-only') =>
  dataset(LEDGER, [domain], { coverage });
const flights = (coverage: DomainCoverage) =>
  dataset(FLIGHTS, [BOOKING], { coverage });

/** Dataset-level access, given in the world as it is at that moment. */
function give(index: DecisionIndex, domain = AIRLINE) {
  const snapshot = takeSnapshot(index, domain);
  setDomainGrant(index, grant({ domain, snapshot }));
}

function revoke(index: DecisionIndex) {
  setDomainGrant(index, grant({ datasetLevelAccess: false }));
}

/** Given at noon with the ledger in the Airline, before anything else happens. */
function given(): DecisionIndex {
  const index = airline();
  give(index);
  return index;
}

const is =
  (facts: ReturnType<typeof dataset>) =>
  (index: DecisionIndex): void =>
    index.setResource(facts);

describe('a snapshot-only dataset', () => {
  it.each<[string, Steps]>([
    [
      'S1.11 is covered when it was there as the access was given, a later one is not',
      [
        ['was there', () => {}, withLedger],
        [
          'comes later',
          is(
            dataset('resource:default/new', [AIRLINE], {
              coverage: 'snapshot-only',
            }),
          ),
          withLedger,
        ],
      ],
    ],
    [
      'S1.11 is covered in a domain within, too',
      [
        ['moves within', is(ledger(CARGO)), withLedger],
        [
          'its domain leaves',
          is(container(CARGO, HOTELS)),
          without('freight', 'ledger'),
        ],
        ['and comes back', is(container(CARGO, AIRLINE)), withLedger],
      ],
    ],
    [
      'S1.22 is covered only while it is in the domain',
      [
        ['out', is(ledger(HOTELS)), following],
        ['back', is(ledger(AIRLINE)), withLedger],
        ['gone', index => index.deleteResource(LEDGER), following],
        ['back from nowhere', is(ledger(AIRLINE)), withLedger],
      ],
    ],
    [
      'S1.11 that moves in after the access was given is not covered until it is given again',
      [
        ['out before', is(ledger(HOTELS)), following],
        ['given then', give, following],
        ['moves in', is(ledger(AIRLINE)), following],
        ['given again', give, withLedger],
      ],
    ],
    [
      'S1.11 is not covered again by a snapshot of before',
      [
        ['revoked', revoke, { airline: 'read-only' }],
        ['out', is(ledger(HOTELS)), { airline: 'read-only' }],
        ['given without it', give, following],
        ['back', is(ledger(AIRLINE)), following],
      ],
    ],
    [
      'P-34 is not covered when another one has its name',
      [
        ['another one', is(another(ledger(AIRLINE))), following],
        ['itself again', is(ledger(AIRLINE)), withLedger],
        ['gone', index => index.deleteResource(LEDGER), following],
        ['made anew', is(another(ledger(AIRLINE))), following],
        ['given again', give, withLedger],
        ['the first one back', is(ledger(AIRLINE)), following],
      ],
    ],
    [
      'S1.12 is not covered once it is tag-based',
      [
        ['tag-based', is(ledger(AIRLINE, 'never')), following],
        ['no longer', is(ledger(AIRLINE)), withLedger],
      ],
    ],
    [
      'is covered as others are once it is one of them',
      [
        ['out before', is(ledger(HOTELS)), following],
        ['given then', give, following],
        ['moves in', is(ledger(AIRLINE)), following],
        ['flag removed', is(ledger(AIRLINE, 'following')), withLedger],
        ['flag set again', is(ledger(AIRLINE)), following],
      ],
    ],
    [
      'is not covered when the flag was set after the access was given',
      [
        ['flag set', is(flights('snapshot-only')), without('flights')],
        ['flag removed', is(flights('following')), withLedger],
        ['flag set', is(flights('snapshot-only')), without('flights')],
        ['given again', give, withLedger],
      ],
    ],
    [
      'S1.2 keeps its place in the snapshot when the level changes',
      [
        [
          'owner',
          index =>
            setDomainGrant(
              index,
              grant({
                level: 'owner',
                snapshot: new Map([[LEDGER, `uid of ${LEDGER}`]]),
              }),
            ),
          {
            airline: 'owner',
            tickets: 'owner',
            freight: 'owner',
            flights: 'owner',
            ledger: 'owner',
          },
        ],
      ],
    ],
    [
      'P-34 is not covered while the domain is another one',
      [
        ['another one', is(another(container(AIRLINE))), {}],
        ['itself again', is(container(AIRLINE)), withLedger],
        ['gone', index => index.deleteResource(AIRLINE), {}],
        ['itself again', is(container(AIRLINE)), withLedger],
      ],
    ],
  ])('%s', (_, steps) => {
    expect(walk(given(), steps)).toEqual(expectedOf(steps));
  });

  it('is covered as one of many', () => {
    const index = airline();
    const names = Array.from({ length: 60 }, (_, at) => `part-${at}`);
    const part = (name: string, domain = AIRLINE) =>
      index.setResource(
        dataset(`resource:default/${name}`, [domain], {
          coverage: 'snapshot-only',
        }),
      );
    names.forEach(name => part(name));
    give(index);

    part('part-7', HOTELS);
    part('later');

    const expected = names
      .filter(name => name !== 'part-7')
      .map(name => [name, 'read-only']);
    expect(accessOf(index)).toEqual({
      ...withLedger,
      ...Object.fromEntries(expected),
    });
  });

  it('P-30 of a snapshot that found nothing is not covered', () => {
    const index = airline(grant({ snapshot: new Map() }));

    expect(walk(index, [['', () => {}, following]])).toEqual([['', following]]);
  });
});

describe('a tag-based dataset', () => {
  it.each<[string, Steps]>([
    [
      'S1.12 is never covered, also when the access is given again',
      [
        ['given', give, withLedger],
        [
          'elsewhere in the domain',
          is(dataset(SALARIES, [CARGO], { coverage: 'never' })),
          withLedger,
        ],
        ['given again', give, withLedger],
      ],
    ],
    [
      'S1.12 is not covered any more from the moment that it is one',
      [
        ['tag-based', is(flights('never')), without('flights')],
        ['no longer', is(flights('following')), withLedger],
      ],
    ],
    [
      'S1.12 is covered once it is none any more',
      [
        [
          'following',
          is(dataset(SALARIES, [AIRLINE])),
          { ...withLedger, salaries: 'read-only' },
        ],
        [
          'snapshot-only: it was not in the snapshot',
          is(dataset(SALARIES, [AIRLINE], { coverage: 'snapshot-only' })),
          withLedger,
        ],
      ],
    ],
  ])('%s', (_, steps) => {
    expect(walk(given(), steps)).toEqual(expectedOf(steps));
  });
});

/** Everything but what is not covered for now. */
function without(...names: string[]): Access {
  return Object.fromEntries(
    Object.entries(withLedger).filter(([name]) => !names.includes(name)),
  );
}

import {
  Access,
  accessOf,
  AIRLINE,
  airline,
  another,
  ARCHIVE,
  BOOKING,
  CARGO,
  container,
  dataset,
  expectedOf,
  FLIGHTS,
  grant,
  HOTELS,
  OLD,
  ROOMS,
  Steps,
  walk,
} from './__testUtils__/airline';

/** All of the Airline that follows it. */
const data = {
  flights: 'read-only',
  tickets: 'read-only',
  freight: 'read-only',
} satisfies Access;
const all: Access = { airline: 'read-only', ...data };

describe('dataset-level access follows what is in the domain now', () => {
  it.each<[string, Steps]>([
    [
      'S1.1 a dataset that is new',
      [
        [
          'comes',
          index =>
            index.setResource(dataset('resource:default/fuel', [BOOKING])),
          { ...all, fuel: 'read-only' },
        ],
        ['goes', index => index.deleteResource('resource:default/fuel'), all],
      ],
    ],
    [
      'S1.22 a dataset that moves',
      [
        [
          'in',
          index => index.setResource(dataset(ROOMS, [AIRLINE])),
          { ...all, rooms: 'read-only' },
        ],
        ['out', index => index.setResource(dataset(ROOMS, [HOTELS])), all],
        [
          'into a domain within',
          index => index.setResource(dataset(ROOMS, [CARGO])),
          { ...all, rooms: 'read-only' },
        ],
        ['to nowhere', index => index.setResource(dataset(ROOMS, [])), all],
      ],
    ],
    [
      'S1.22 a dataset whose system changes',
      [
        [
          'out',
          index => index.setResource(dataset(FLIGHTS, [ARCHIVE])),
          without('flights'),
        ],
        ['in', index => index.setResource(dataset(FLIGHTS, [BOOKING])), all],
      ],
    ],
    [
      'S1.22 a system that changes its domain',
      [
        [
          'out',
          index => index.setResource(container(BOOKING, HOTELS)),
          without('flights'),
        ],
        ['in', index => index.setResource(container(BOOKING, CARGO)), all],
        [
          'another one in',
          index => index.setResource(container(ARCHIVE, AIRLINE)),
          { ...all, old: 'read-only' },
        ],
        [
          'gone',
          index => index.deleteResource(BOOKING),
          { ...without('flights'), old: 'read-only' },
        ],
      ],
    ],
    [
      'a domain within that moves',
      [
        [
          'out',
          index => index.setResource(container(CARGO, HOTELS)),
          without('freight'),
        ],
        ['in', index => index.setResource(container(CARGO, AIRLINE)), all],
        ['is gone', index => index.deleteResource(CARGO), without('freight')],
        [
          'is another one: what is in it now is in the Airline',
          index => index.setResource(another(container(CARGO, AIRLINE))),
          all,
        ],
      ],
    ],
    [
      'P-32 a system in no domain',
      [
        [
          'with a dataset that is said to be in the domain too',
          index => index.setResource(dataset(OLD, [ARCHIVE, AIRLINE])),
          { ...all, old: 'read-only' },
        ],
        ['without', index => index.setResource(dataset(OLD, [ARCHIVE])), all],
      ],
    ],
    [
      'P-32 a dataset in several systems',
      [
        [
          'one of which is in the domain',
          index => index.setResource(dataset(OLD, [ARCHIVE, BOOKING])),
          { ...all, old: 'read-only' },
        ],
        [
          'none of which is in it any more',
          index => index.setResource(container(BOOKING, HOTELS)),
          without('flights'),
        ],
      ],
    ],
    [
      'P-32 domains that are within each other',
      [
        [
          'in a circle',
          index => index.setResource(container(AIRLINE, CARGO)),
          all,
        ],
        [
          'in itself',
          index => index.setResource(container(AIRLINE, AIRLINE)),
          all,
        ],
      ],
    ],
    [
      'what is no dataset',
      [
        [
          'as another entity of the domain',
          index => index.setResource(container(ROOMS, AIRLINE)),
          all,
        ],
        [
          'until it is one',
          index => index.setResource(dataset(ROOMS, [AIRLINE])),
          { ...all, rooms: 'read-only' },
        ],
      ],
    ],
  ])('%s', (_, steps) => {
    expect(walk(airline(grant()), steps)).toEqual(expectedOf(steps));
  });

  it('P-32 in a circle gives the datasets of all domains in it, and of these domains only its own', () => {
    const index = airline(grant({ domain: CARGO }));

    index.setResource(container(AIRLINE, CARGO));

    expect(accessOf(index)).toEqual({ cargo: 'read-only', ...data });
  });
});

function without(name: keyof typeof data): Access {
  const { [name]: _, ...others } = data;
  return { airline: 'read-only', ...others };
}

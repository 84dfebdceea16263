import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  DIARY,
  EVE,
  FRANK,
  MONA,
  OLGA,
  ORDERS,
  PRODUCTS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

/** `products` and `costs` are in finance, `costs` by way of a domain below it; the diary is of the source Paper. */
const world = [
  ...smallWorld.filter(({ ref }) => ref !== PRODUCTS && ref !== DIARY),
  { ref: 'domain:default/finance' },
  { ref: 'domain:default/controlling', partOf: ['domain:finance'] },
  { ref: 'system:default/shop', partOf: ['domain:finance'] },
  { ref: 'system:default/ledger', partOf: ['domain:controlling'] },
  { ref: PRODUCTS, type: 'dataset', owners: ['sales'], partOf: ['shop'] },
  {
    ref: 'resource:default/costs',
    owners: ['data-office'],
    partOf: ['ledger'],
  },
  { ref: DIARY, owners: [DAN] },
];

/** Who may read any request, and where. */
const readers: Array<[string, object]> = [
  [
    'of a domain, with the domains below it',
    { resources: [{ field: 'domain', values: ['domain:default/finance'] }] },
  ],
  [
    'of one of two kinds of entities in a domain',
    {
      resources: [
        { field: 'domain', values: ['domain:default/finance'] },
        { field: 'type', values: ['resource'] },
      ],
    },
  ],
  [
    'by what the ref begins with',
    {
      resources: [
        {
          field: 'entity',
          operator: 'starts-with',
          values: ['resource:default/d'],
        },
      ],
    },
  ],
  ['everywhere', {}],
  [
    'by deciding on any',
    {
      privileges: ['dataset-access.request.decide-any'],
      resources: [{ field: 'entity', values: [DIARY] }],
    },
  ],
  [
    'by owning the dataset',
    { actors: { resourceOwners: true }, resources: [] },
  ],
];

const people = [ANA, BOB, CLEO, DAN, EVE, FRANK, MONA, OLGA, ROOT] as const;

onBothDatabases('who may read any request', start => {
  const file = async (product: TestProduct) => {
    const ids: string[] = [];
    for (const dataset of [ORDERS, PRODUCTS, DIARY, 'resource:default/costs']) {
      ids.push(
        await product.file(ANA, dataset),
        await product.file(MONA, dataset, { level: 'editor' }),
      );
    }
    return ids;
  };

  /** A page at a time, and sorted as it came: each once. */
  const listed = async (
    product: TestProduct,
    caller: (typeof people)[number],
    query = '',
  ) => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await product.get(
        caller,
        `/v1/requests?limit=3${query}${cursor && `&cursor=${cursor}`}`,
      );
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    return ids;
  };

  it.each(readers)(
    '%s finds in the list what he may open, and nothing else',
    async (_, difference) => {
      const product = await start({ world, config: { superusers } });
      const ids = await file(product);
      const before = await listed(product, EVE);
      const { status } = await product.post(ROOT, '/v1/policies', {
        name: 'Eve reads',
        type: 'metadata',
        privileges: ['dataset-access.request.read-any'],
        actors: { users: [EVE] },
        ...difference,
        ...('resources' in difference && {
          resources: (difference.resources as object[]).map(one => ({
            operator: 'equals',
            ...one,
          })),
        }),
      });
      expect([status, before]).toEqual([201, []]);

      for (const caller of people) {
        const readable: string[] = [];
        for (const id of ids) {
          const answer = await product.get(caller, `/v1/requests/${id}`);
          if (answer.status === 200) {
            readable.push(id);
          }
        }
        const inList = await listed(product, caller);
        expect([caller, [...inList].sort()]).toEqual([caller, readable.sort()]);
        const ofCosts = await listed(
          product,
          caller,
          '&dataset=resource:default/costs&sort=dataset',
        );
        expect([caller, ofCosts.length]).toEqual([
          caller,
          readable.filter(id => ids.indexOf(id) >= 6).length,
        ]);
      }
    },
  );

  it('finds those of a domain that he may read, and not those of others', async () => {
    const product = await start({ world, config: { superusers } });
    const ids = await file(product);
    await product.post(ROOT, '/v1/policies', {
      name: 'Eve reads finance',
      type: 'metadata',
      privileges: ['dataset-access.request.read-any'],
      actors: { users: [EVE] },
      resources: [
        {
          field: 'domain',
          operator: 'equals',
          values: ['domain:default/finance'],
        },
      ],
    });

    const found = await listed(product, EVE);

    // products and costs, by Ana and by Mona
    expect([...found].sort()).toEqual([ids[2], ids[3], ids[6], ids[7]].sort());
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { testDirectory } from '../__testUtils__/testDirectory';
import type { WorldEntity } from '../__testUtils__/world';
import { CatalogDirectory } from './CatalogDirectory';

const ANA = 'user:default/ana';
const SALES = 'group:default/sales';
const world: WorldEntity[] = [
  { ref: ANA, title: 'Ana', memberOf: ['juniors'] },
  { ref: 'user:default/bob', memberOf: ['sales'] },
  { ref: SALES },
  { ref: 'group:default/juniors', parent: 'sales' },
  { ref: 'group:default/empty' },
];

const people = Array.from(
  { length: 1_000 },
  (_, index): WorldEntity => ({ ref: `user:default/person-${index}` }),
);
const down = { code: 'CATALOG_UNAVAILABLE', statusCode: 503 };

describe('reading entities', () => {
  it('finds what exists and leaves out what does not', async () => {
    const { directory } = testDirectory(world);

    const found = await directory.entities([ANA, 'user:default/gone', SALES]);

    expect([...found.keys()].sort()).toEqual([SALES, ANA]);
    expect(found.get(ANA)).toMatchObject({
      kind: 'User',
      metadata: { name: 'ana', uid: expect.any(String) },
    });
  });

  it('reads users and groups as far as they are needed, and everything else whole', async () => {
    const spec = { lifecycle: 'production', picture: 'x'.repeat(100) };
    const { catalog, directory } = testDirectory([
      { ref: ANA, title: 'Ana', memberOf: ['sales'], spec },
      { ref: SALES, spec },
      { ref: 'resource:default/orders', owners: ['sales'], spec },
    ]);

    const found = await directory.entities([
      ANA,
      SALES,
      'resource:default/orders',
    ]);

    expect(found.get(ANA)).toMatchObject({
      spec: { profile: { displayName: 'Ana' } },
      relations: [{ type: 'memberOf', targetRef: SALES }],
    });
    expect(found.get(ANA)?.spec).not.toHaveProperty('picture');
    expect(found.get(SALES)?.spec ?? {}).not.toHaveProperty('picture');
    expect(found.get('resource:default/orders')).toEqual(
      catalog.entities().at(-1),
    );
  });

  it('asks the catalog once for what is asked at the same time', async () => {
    const { catalog, directory } = testDirectory(world);

    const answers = await Promise.all([
      directory.entities([ANA, SALES]),
      directory.entities([SALES, ANA, ANA]),
      directory.entities(['user:default/bob']),
      directory.entities(['user:default/gone']),
    ]);

    expect(answers.map(({ size }) => size)).toEqual([2, 2, 1, 0]);
    expect(catalog.calls).toBe(1);
  });

  it('asks nothing when nothing is wanted', async () => {
    const { catalog, directory } = testDirectory(world);

    expect(await directory.entities([])).toEqual(new Map());
    expect(await directory.membersOf([])).toEqual(new Set());
    expect(catalog.calls).toBe(0);
  });

  it('finds a thousand entities, in calls that the catalog can take', async () => {
    const catalog = new TestCatalog(people);
    const sizes: number[] = [];
    const directory = new CatalogDirectory({
      auth: mockServices.auth(),
      catalog: {
        ...catalog.service,
        getEntitiesByRefs: (request, options) => {
          sizes.push(JSON.stringify(request.entityRefs).length);
          return catalog.service.getEntitiesByRefs(request, options);
        },
      } as typeof catalog.service,
    });

    const found = await directory.entities(people.map(({ ref }) => ref));

    expect(found.size).toBe(1_000);
    expect(sizes.length).toBeLessThan(10);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
  });

  it('remembers nothing between reads', async () => {
    const { catalog, directory } = testDirectory(world);
    const before = await directory.entities([ANA]);
    const membersBefore = await directory.membersOf([SALES]);
    catalog.put({ ref: ANA, title: 'Ana B.', memberOf: [] });
    catalog.remove('user:default/bob');

    const after = await directory.entities([ANA, 'user:default/bob']);

    expect(before.get(ANA)?.metadata.title).toBe('Ana');
    expect(after.get(ANA)?.metadata.title).toBe('Ana B.');
    expect(after.has('user:default/bob')).toBe(false);
    expect(membersBefore.size).toBe(2);
    expect(await directory.membersOf([SALES])).toEqual(new Set());
    expect(await directory.principalsOf(ANA)).toEqual(new Set([ANA]));
  });

  it('sees what is hidden from users, because it reads as the plugin (P-02)', async () => {
    const { catalog, directory } = testDirectory(world);
    catalog.hide(SALES, ANA);

    expect((await directory.entities([SALES])).has(SALES)).toBe(true);
    expect((await directory.principalsOf(ANA)).has(SALES)).toBe(true);
  });
});

describe('a catalog that cannot answer', () => {
  it('is never taken for one in which nothing exists', async () => {
    const { catalog, directory } = testDirectory(world);
    catalog.failure = new Error('connect ECONNREFUSED');

    await expect(directory.entities([ANA])).rejects.toMatchObject(down);
    await expect(directory.membersOf([SALES])).rejects.toMatchObject(down);
    await expect(directory.principalsOf(ANA)).rejects.toMatchObject(down);
  });

  it('is asked again, and believed, once it answers', async () => {
    const { catalog, directory } = testDirectory(world);
    catalog.failure = new Error('503');
    await expect(directory.membersOf([SALES])).rejects.toMatchObject(down);
    catalog.failure = undefined;

    expect(await directory.membersOf([SALES])).toEqual(
      new Set([ANA, 'user:default/bob']),
    );
  });

  it('makes no half answers when it goes away in the middle', async () => {
    const catalog = new TestCatalog(world);
    const { service } = catalog;
    const directory = new CatalogDirectory({
      auth: mockServices.auth(),
      catalog: {
        ...service,
        getEntitiesByRefs: async (request, options) => {
          const answer = await service.getEntitiesByRefs(request, options);
          catalog.failure = new Error('socket hang up');
          return answer;
        },
      } as typeof service,
    });

    await expect(directory.membersOf([SALES])).rejects.toMatchObject(down);
  });

  it('tells everybody who waited for the same call', async () => {
    const { catalog, directory } = testDirectory(world);
    catalog.failure = new Error('timeout');

    const answers = await Promise.allSettled(
      [ANA, SALES, 'user:default/bob'].map(ref => directory.entities([ref])),
    );

    expect(answers).toEqual(
      answers.map(() => ({
        status: 'rejected',
        reason: expect.objectContaining(down),
      })),
    );
    expect(catalog.calls).toBe(1);
  });

  it('is also one for which the plugin gets no credentials', async () => {
    const directory = new CatalogDirectory({
      auth: mockServices.auth.mock({
        getOwnServiceCredentials: async () => {
          throw new Error('no keys');
        },
      }),
      catalog: new TestCatalog(world).service,
    });

    await expect(directory.entities([ANA])).rejects.toMatchObject(down);
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { besides } from './__testUtils__/besides';
import { ANA, DAN, HIDDEN, ROOT, world } from './__testUtils__/payrollWorld';
import { Portal } from './__testUtils__/Portal';
import { everywhere, waysToSee } from './__testUtils__/waysToSee';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('a hidden dataset (%s)', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await Portal.start({
      database:
        id === 'SQLITE_3'
          ? { client: 'better-sqlite3', connection: ':memory:' }
          : besides(await databases.init(id)),
      entities: world,
      datasetAccess: { superusers: [ROOT] },
    });
    // domains are known once the index has read the catalog, and stamped when the catalog looks at the entity again
    await portal.until(async () =>
      (await scopes()).includes('domain:domain:default/finance'),
    );
  });
  afterAll(() => portal?.stop());

  async function scopes(): Promise<string[]> {
    const { body } = await portal.get(
      'service',
      '/api/catalog/entities/by-name/resource/default/salaries',
    );
    return body.metadata.datasetAccess.scopes;
  }

  it('is seen by its owners and by administrators, and is absent everywhere for all others', async () => {
    expect(await waysToSee(portal, HIDDEN, DAN)).toEqual(everywhere(true));
    expect(await waysToSee(portal, HIDDEN, ROOT)).toEqual(everywhere(true));
    expect(await waysToSee(portal, HIDDEN, ANA)).toEqual(everywhere(false));
  });

  it('leaves everything else where it was', async () => {
    const { body } = await portal.get(ANA, '/api/catalog/entities/by-query');

    expect(body.totalItems).toBe(world.length - 1);
  });

  it('looks like one that is not there to the pages of this product', async () => {
    const [hidden, unknown] = await Promise.all(
      ['salaries', 'nothing'].map(name =>
        portal.get(
          ANA,
          `/api/dataset-access/v1/datasets/resource/default/${name}/access`,
        ),
      ),
    );

    expect([hidden.status, hidden.body.error]).toEqual([
      404,
      unknown.body.error,
    ]);
  });

  it.each([
    ['to see what is hidden', 'dataset-access.hidden.read'],
    ['that is access to it', 'dataset-access.level.read-only'],
  ])(
    'appears with a policy %s on a domain around it, and is gone on the next request after that policy',
    async (_, privilege) => {
      const { body: policy } = await portal.post(
        ROOT,
        '/api/dataset-access/v1/policies',
        {
          name: `Analysts see what finance hides, by ${privilege}`,
          type: 'metadata',
          privileges: [privilege],
          actors: { groups: ['group:default/analysts'] },
          resources: [
            {
              field: 'domain',
              operator: 'equals',
              values: ['domain:default/finance'],
            },
          ],
        },
      );
      const withPolicy = await waysToSee(portal, HIDDEN, ANA);
      await portal.put(
        ROOT,
        `/api/dataset-access/v1/policies/${policy.id}/state`,
        { state: 'inactive' },
      );
      const without = await waysToSee(portal, HIDDEN, ANA);

      expect(withPolicy).toEqual(everywhere(true));
      expect(without).toEqual(everywhere(false));
    },
  );

  it('carries its scopes, and nobody’s access', async () => {
    expect(await scopes()).toEqual([
      'visibility:hidden',
      'entity:resource:default/salaries',
      'owner:group:default/people',
      'domain:domain:default/pay',
      'domain:domain:default/finance',
      'data-of:domain:default/pay',
      'data-of:domain:default/finance',
      'coverage:following',
      'type:resource',
      'type:resource/dataset',
      'label:data-registry/visibility',
      'label:data-registry/visibility=hidden',
    ]);
  });
});

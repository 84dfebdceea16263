import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Portal } from './__testUtils__/Portal';

const ANA = 'user:default/ana';
const DAN = 'user:default/dan';
const ROOT = 'user:default/root';
const HIDDEN = 'resource:default/salaries';

const entity = (
  kind: string,
  name: string,
  spec: JsonObject,
  labels?: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, labels },
  spec,
});

const world: Entity[] = [
  entity('User', 'ana', { memberOf: ['analysts'] }),
  entity('User', 'dan', { memberOf: ['people'] }),
  entity('User', 'root', { memberOf: [] }),
  entity('Group', 'analysts', { type: 'team', children: [] }),
  entity('Group', 'people', { type: 'team', children: [] }),
  entity('Domain', 'finance', { owner: 'group:default/people' }),
  entity('Domain', 'pay', {
    owner: 'group:default/people',
    subdomainOf: 'finance',
  }),
  entity('System', 'payroll', { owner: 'group:default/people', domain: 'pay' }),
  entity('Resource', 'orders', {
    type: 'dataset',
    owner: 'group:default/people',
  }),
  entity('Component', 'website', {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/people',
  }),
  entity(
    'Resource',
    'salaries',
    { type: 'dataset', owner: 'group:default/people', system: 'payroll' },
    { 'data-registry/visibility': 'hidden' },
  ),
];

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('a hidden dataset (%s)', id => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await Portal.start(
      id === 'SQLITE_3'
        ? { client: 'better-sqlite3', connection: ':memory:' }
        : {
            ...connectionOf(await databases.init(id)),
            prefix: `t${randomUUID().slice(0, 8)}_`,
          },
      world,
      { superusers: [ROOT] },
    );
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

  /** Every way in which the catalog tells of an entity. */
  async function seen(caller: string) {
    const [list, byQuery, facets, byName, byRefs, ask] = await Promise.all([
      portal.get(caller, '/api/catalog/entities?filter=kind=resource'),
      portal.get(caller, '/api/catalog/entities/by-query?filter=kind=resource'),
      portal.get(caller, '/api/catalog/entity-facets?facet=metadata.name'),
      portal.get(
        caller,
        '/api/catalog/entities/by-name/resource/default/salaries',
      ),
      portal.post(caller, '/api/catalog/entities/by-refs', {
        entityRefs: [HIDDEN],
      }),
      // what the search asks about each of its results
      portal.post(caller, '/api/permission/authorize', {
        items: [
          {
            id: '1',
            permission: {
              type: 'resource',
              name: 'catalog.entity.read',
              attributes: { action: 'read' },
              resourceType: 'catalog-entity',
            },
            resourceRef: HIDDEN,
          },
        ],
      }),
    ]);
    const names = (entities: Entity[]) =>
      entities.map(({ metadata }) => metadata.name);
    return {
      list: names(list.body).includes('salaries'),
      page: names(byQuery.body.items).includes('salaries'),
      count: byQuery.body.totalItems === 2,
      facets: facets.body.facets['metadata.name'].some(
        ({ value }: { value: string }) => value === 'salaries',
      ),
      byName: byName.status === 200,
      byRefs: Boolean(byRefs.body.items[0]),
      search: ask.body.items[0].result === 'ALLOW',
    };
  }
  const everywhere = (is: boolean) => ({
    list: is,
    page: is,
    count: is,
    facets: is,
    byName: is,
    byRefs: is,
    search: is,
  });

  it('is seen by its owners and by administrators, and is absent everywhere for all others', async () => {
    expect(await seen(DAN)).toEqual(everywhere(true));
    expect(await seen(ROOT)).toEqual(everywhere(true));
    expect(await seen(ANA)).toEqual(everywhere(false));
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

  it('appears with a policy on a domain around it, and is gone on the next request after that policy', async () => {
    const { body: policy } = await portal.post(
      ROOT,
      '/api/dataset-access/v1/policies',
      {
        name: 'Analysts see what finance hides',
        type: 'metadata',
        privileges: ['dataset-access.hidden.read'],
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
    const withPolicy = await seen(ANA);
    await portal.put(
      ROOT,
      `/api/dataset-access/v1/policies/${policy.id}/state`,
      { state: 'inactive' },
    );
    const without = await seen(ANA);

    expect(withPolicy).toEqual(everywhere(true));
    expect(without).toEqual(everywhere(false));
  });

  it('carries its scopes, and nobody’s access', async () => {
    expect(await scopes()).toEqual([
      'visibility:hidden',
      'entity:resource:default/salaries',
      'owner:group:default/people',
      'domain:domain:default/pay',
      'domain:domain:default/finance',
      'type:resource',
      'type:resource/dataset',
      'label:data-registry/visibility',
      'label:data-registry/visibility=hidden',
    ]);
  });
});

/** Where a test database is, so that every plugin can have one of its own beside it. */
function connectionOf(knex: Knex): JsonObject {
  const { client, connection } = knex.client.config;
  const { host, port, user, password } = connection;
  return { client, connection: { host, port, user, password } };
}

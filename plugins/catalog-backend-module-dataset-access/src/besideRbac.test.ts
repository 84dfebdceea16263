import type { BackendFeature } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { besides } from './__testUtils__/besides';
import {
  ANA,
  DAN,
  GUEST,
  HIDDEN,
  ROOT,
  world,
} from './__testUtils__/payrollWorld';
import { Portal } from './__testUtils__/Portal';
import { everywhere, waysToSee } from './__testUtils__/waysToSee';

const recipe = join(__dirname, '../recipes/rbac');
const benchmarks = join(__dirname, '../../../benchmarks');

// its own copy of better-sqlite3 would have to be compiled, so PostgreSQL only
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
jest.setTimeout(120_000);

/** The RBAC backend, from a folder of its own: it brings an older Backstage with it, which has no place in the workspace. */
function installRbac(): BackendFeature {
  const folder = execFileSync(
    process.execPath,
    [join(benchmarks, 'installPeers.mjs'), 'peers-rbac'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ).trim();
  return jest.requireActual(
    join(folder, 'node_modules/@backstage-community/plugin-rbac-backend'),
  ).default;
}

describe.each(databases.eachSupportedId())(
  'beside the community RBAC backend (%s)',
  id => {
    let portal: Portal;

    beforeAll(async () => {
      portal = await Portal.start({
        database: besides(await databases.init(id)),
        entities: world,
        datasetAccess: { superusers: [ROOT] },
        framework: [installRbac()],
        permission: {
          rbac: {
            'policies-csv-file': join(recipe, 'policies.csv'),
            conditionalPoliciesFile: join(recipe, 'conditions.yaml'),
            admin: { users: [{ name: ROOT }] },
            pluginsWithPermission: ['catalog', 'dataset-access'],
          },
        },
      });
      // who is in which group is known once the catalog has looked at all of them
      await portal.until(
        async () =>
          (await resources(ANA)).length > 0 &&
          (await resources(DAN)).length > 1,
      );
    }, 600_000);
    afterAll(() => portal?.stop());

    /** Names of the resources that the catalog lists. */
    async function resources(caller: string): Promise<string[]> {
      const { body } = await portal.get(
        caller,
        '/api/catalog/entities/by-query?filter=kind=resource',
      );
      return body.items.map(
        ({ metadata }: { metadata: { name: string } }) => metadata.name,
      );
    }

    /** Whether somebody may ask for the dataset that everybody of the role sees. */
    const mayAsk = async (caller: string) => {
      const { status, body } = await portal.get(
        caller,
        '/api/dataset-access/v1/datasets/resource/default/orders/access',
      );
      return status === 200 && body.request.allowed;
    };

    it('shows what the role may see, without what is hidden', async () => {
      expect(await resources(ANA)).toEqual(['orders']);
      expect(await waysToSee(portal, HIDDEN, ANA)).toEqual(everywhere(false));
    });

    it('shows what is hidden to its owners, and nothing to somebody without a role', async () => {
      expect(await waysToSee(portal, HIDDEN, DAN)).toEqual(everywhere(true));
      expect(await resources(GUEST)).toEqual([]);
    });

    it('shows a hidden dataset on the next request after a policy of this product', async () => {
      const { body: policy } = await portal.post(
        ROOT,
        '/api/dataset-access/v1/policies',
        {
          name: 'Analysts see what is hidden',
          type: 'metadata',
          privileges: ['dataset-access.hidden.read'],
          actors: { groups: ['group:default/analysts'] },
          resources: [],
        },
      );
      const withPolicy = await waysToSee(portal, HIDDEN, ANA);
      await portal.put(
        ROOT,
        `/api/dataset-access/v1/policies/${policy.id}/state`,
        { state: 'inactive' },
      );

      expect(withPolicy).toEqual(everywhere(true));
      expect(await waysToSee(portal, HIDDEN, ANA)).toEqual(everywhere(false));
    });

    it('lets those ask whose role has the permission, and nobody else', async () => {
      expect([await mayAsk(ANA), await mayAsk(GUEST)]).toEqual([true, false]);
    });

    it('carries a request to the decision of an owner', async () => {
      const { body: filed } = await portal.post(
        ANA,
        '/api/dataset-access/v1/requests',
        {
          dataset: 'resource:default/orders',
          beneficiaries: [ANA],
          reason: 'Weekly report on late deliveries',
          level: 'read-only',
          duration: 'P30D',
        },
      );
      const path = `/api/dataset-access/v1/requests/${filed.outcomes[0].requestId}`;
      const { body: request } = await portal.get(DAN, path);
      const { body: decided } = await portal.post(DAN, `${path}/decision`, {
        version: request.version,
        decision: 'approve',
      });

      expect(decided).toMatchObject({
        status: 'approved',
        decision: { by: DAN },
      });
    });
  },
);

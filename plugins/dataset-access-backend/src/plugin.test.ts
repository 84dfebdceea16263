import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  requestDecidePermission,
  requestReadPermission,
} from 'backstage-plugin-dataset-access-common';
import {
  createRequestConditionalDecision,
  requestConditions,
} from 'backstage-plugin-dataset-access-node';
import { randomUUID } from 'node:crypto';
import { RealBackend } from './__testUtils__/RealBackend';
import { connectionOf, until } from './__testUtils__/ReplicaProcess';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const entity = (kind: string, name: string, spec: object, metadata = {}) =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...metadata },
    spec,
  } as Entity);

const entities = [
  entity('Group', 'stewards', { type: 'team', children: ['juniors'] }),
  entity('Group', 'juniors', { type: 'team', children: [] }),
  entity('Group', 'sales', { type: 'team', children: [] }),
  entity('User', 'ana', { memberOf: [], profile: { displayName: 'Ana' } }),
  entity('User', 'bob', { memberOf: ['stewards'] }),
  entity('User', 'frank', { memberOf: ['juniors'] }),
  entity('User', 'dan', { memberOf: ['sales'] }),
  entity('User', 'eve', { memberOf: ['marketing'] }),
  entity('Group', 'marketing', { type: 'team', children: [] }),
  entity(
    'Resource',
    'orders',
    { type: 'dataset', owner: 'sales' },
    {
      title: 'Customer orders',
      labels: { 'data-registry/override-approver': 'stewards' },
    },
  ),
  entity('Resource', 'secrets', { type: 'dataset', owner: 'sales' }),
];

const ANA = 'user:default/ana';
const BOB = 'user:default/bob';
const FRANK = 'user:default/frank';
const DAN = 'user:default/dan';

/**
 * What a company might write: `secrets` is hidden from everybody but its owner, auditors' work is not everybody's, and
 * Frank reads what is routed to him but only decides on what he does not own.
 */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const userRef = user?.info.userEntityRef ?? '';
    if (permission.name === 'catalog.entity.read' && userRef !== DAN) {
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          not: {
            rule: 'HAS_METADATA',
            resourceType: 'catalog-entity',
            params: { key: 'name', value: 'secrets' },
          },
        },
      };
    }
    if (isPermission(permission, requestReadPermission) && userRef === DAN) {
      return createRequestConditionalDecision(permission, {
        not: requestConditions.isDatasetOwner({
          claims: ['group:default/sales'],
        }),
      });
    }
    if (isPermission(permission, requestDecidePermission)) {
      return createRequestConditionalDecision(permission, {
        anyOf: [
          requestConditions.isRequester({ claims: [userRef] }),
          requestConditions.isApprover({ claims: ['group:default/stewards'] }),
        ],
      });
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

async function start(id: TestDatabaseId): Promise<RealBackend> {
  return RealBackend.start({
    database:
      id === 'SQLITE_3'
        ? { client: 'better-sqlite3', connection: ':memory:' }
        : {
            ...connectionOf(await databases.init(id)),
            prefix: `t${randomUUID().slice(0, 8)}_`,
          },
    entities,
    policy,
  });
}

async function notifications(backend: RealBackend, user: string) {
  const { body } = await backend.get(user, '/api/notifications/notifications');
  return body.notifications as Array<{
    payload: { title: string; description: string; link: string };
  }>;
}

describe.each(databases.eachSupportedId())(
  'the plugin among the real backends (%s)',
  id => {
    let backend: RealBackend;
    beforeAll(async () => {
      backend = await start(id);
    });
    afterAll(() => backend.stop());

    const submit = async (dataset: string, beneficiaries = [ANA]) =>
      backend.post(ANA, '/api/dataset-access/v1/requests', {
        dataset,
        beneficiaries,
        reason: 'Needed for the quarterly report',
        level: 'read-only',
        duration: 'P30D',
      });

    it('carries a request from the click to the outcome, and everybody finds a notification', async () => {
      const { status, body } = await submit('resource:default/orders', [
        ANA,
        'group:default/marketing',
      ]);
      expect(status).toBe(201);
      const [forAna, forMarketing] = body.outcomes;

      // a child group's member is told as well, and the requester is not
      const told = await until(async () => {
        const rows = await notifications(backend, FRANK);
        return rows.length > 0 && rows;
      });
      expect(told).toHaveLength(1);
      expect(told[0].payload).toMatchObject({
        title:
          'Ana asks for read-only access to Customer orders for 2 people or groups',
        link: `/dataset-access/inbox?batch=${body.batchId}`,
      });
      expect(await notifications(backend, ANA)).toEqual([]);

      const approved = await backend.post(
        BOB,
        `/api/dataset-access/v1/requests/${forAna.requestId}/decision`,
        { decision: 'approve', version: 1 },
      );
      const denied = await backend.post(
        BOB,
        `/api/dataset-access/v1/requests/${forMarketing.requestId}/decision`,
        { decision: 'deny', comment: 'Not for a whole department' },
      );
      expect([approved.body.status, denied.body.status]).toEqual([
        'approved',
        'denied',
      ]);

      // one row each, replaced by what is true now
      await until(async () => {
        const [row] = await notifications(backend, FRANK);
        return row.payload.title.startsWith('Nothing left to decide');
      });
      expect(await notifications(backend, FRANK)).toHaveLength(1);
      const outcome = await until(async () => {
        const rows = await notifications(backend, ANA);
        return rows[0]?.payload.description.includes('denied') && rows;
      });
      expect(outcome).toHaveLength(1);
      expect(outcome[0].payload.description).toContain('Ana: approved by bob');
      expect(outcome[0].payload.description).toContain(
        'Not for a whole department',
      );
    });

    it('answers for a hidden dataset as for an unknown one', async () => {
      const answers = await Promise.all(
        ['secrets', 'nothing'].map(name => submit(`resource:default/${name}`)),
      );
      const errors = answers.map(({ status, body }) => [status, body.error]);
      expect(errors[0]).toEqual(errors[1]);
      expect(errors[0]).toMatchObject([404, { code: 'DATASET_NOT_FOUND' }]);
      const { status } = await backend.get(
        DAN,
        '/api/dataset-access/v1/datasets/resource/default/secrets/access',
      );
      expect(status).toBe(200);
    });

    it('obeys a policy’s conditions in lists and in single reads alike', async () => {
      const { body } = await submit('resource:default/orders', [
        'group:default/juniors',
      ]);
      const path = `/api/dataset-access/v1/requests/${body.outcomes[0].requestId}`;
      const asOwner = await backend.get(DAN, path);
      const list = await backend.get(DAN, '/api/dataset-access/v1/requests');
      expect(asOwner.body.error.code).toBe('REQUEST_NOT_FOUND');
      expect(list.body.items).toEqual([]);
      const asApprover = await backend.get(BOB, path);
      expect(asApprover.status).toBe(200);
    });

    it('offers on screen what the policy allows, and refuses the rest', async () => {
      const { body } = await backend.post(
        ANA,
        '/api/dataset-access/v1/requests',
        {
          dataset: 'resource:default/orders',
          beneficiaries: ['user:default/eve'],
          reason: 'Asked for somebody else',
          level: 'editor',
        },
      );
      const path = `/api/dataset-access/v1/requests/${body.outcomes[0].requestId}`;
      const asApprover = await backend.get(BOB, path);
      const asRequester = await backend.get(ANA, path);

      expect(asApprover.body.can.decide).toEqual({ allowed: true });
      // the policy would let the requester decide; our own rule does not
      expect(asRequester.body.can.decide.code).toBe('NOT_AN_APPROVER');
    });

    it('shows its permissions and rules to the permission framework', async () => {
      const { body } = await backend.get(
        'service',
        '/api/dataset-access/.well-known/backstage/permissions/metadata',
      );
      expect(
        body.rules.map(({ name }: { name: string }) => name).sort(),
      ).toEqual([
        'IS_APPROVER',
        'IS_BENEFICIARY',
        'IS_DATASET_OWNER',
        'IS_DOMAIN_OWNER',
        'IS_GRANTED_DATASET_OWNER',
        'IS_GRANT_HOLDER',
        'IS_REQUESTER',
        'OWNS_DATASET',
      ]);
      expect(
        body.permissions.map(({ name }: { name: string }) => name).sort(),
      ).toEqual([
        'dataset-access.decision.explain',
        'dataset-access.domain-grant.manage',
        'dataset-access.domain-grant.read',
        'dataset-access.grant.confirm',
        'dataset-access.grant.read',
        'dataset-access.grant.revoke',
        'dataset-access.policy.manage',
        'dataset-access.policy.read',
        'dataset-access.request.comment',
        'dataset-access.request.create',
        'dataset-access.request.decide',
        'dataset-access.request.read',
        'dataset-access.request.withdraw',
        'dataset-access.responsibility.manage',
        'dataset-access.responsibility.read',
        'dataset-access.review.manage',
        'dataset-access.role.manage',
        'dataset-access.role.read',
      ]);
    });

    it('answers with its own API description to anybody', async () => {
      const { body } = await backend.get(
        'user:default/nobody',
        '/api/dataset-access/openapi.json',
      );
      expect(body.openapi).toBe('3.1.0');
      expect(body.servers).toEqual([{ url: '/api/dataset-access' }]);
    });
  },
);

describe('a wrong configuration', () => {
  it('stops the start and names the key', async () => {
    await expect(
      RealBackend.start({
        database: { client: 'better-sqlite3', connection: ':memory:' },
        entities: [],
        policy,
        config: { requests: { pendingLifetime: 'soon' } },
      }),
    ).rejects.toThrow(
      /datasetAccess\.requests\.pendingLifetime: expected a duration such as P30D/,
    );
  });
});

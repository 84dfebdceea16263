import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { errorCodes } from 'backstage-plugin-dataset-access-common';
import { randomUUID } from 'node:crypto';
import { ApiContract } from '../__testUtils__/ApiContract';
import { contractCases } from '../__testUtils__/contractCases';
import {
  ContractScene,
  crowds,
  domainOwners,
  newcomers,
} from '../__testUtils__/ContractScene';
import { RealBackend } from '../__testUtils__/RealBackend';
import { connectionOf, until } from '../__testUtils__/ReplicaProcess';
import {
  ANA,
  BOB,
  DAN,
  EVE,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { OperationId } from './operation';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const contract = new ApiContract();

const entity = (kind: string, name: string, spec: object, labels = {}) =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      labels,
      annotations: { 'data-registry/source': 'Snowflake' },
    },
    spec,
  } as Entity);
const user = (ref: string, memberOf: string[] = []) =>
  entity('User', ref.split('/')[1], { memberOf });
const group = (name: string) =>
  entity('Group', name, { type: 'team', children: [] });
const dataset = (name: string, label: string, value: string) =>
  entity(
    'Resource',
    name,
    { type: 'dataset', owner: 'sales' },
    { [`data-registry/${label}`]: value },
  );

const entities = [
  group('stewards'),
  group('sales'),
  user(BOB, ['stewards']),
  user(DAN, ['sales']),
  user(EVE),
  user(ANA),
  group('platform-admins'),
  user(ROOT, ['platform-admins']),
  ...newcomers.map(ref => user(ref)),
  ...crowds.map(ref => group(ref.split('/')[1])),
  ...Object.entries(domainOwners).map(([name, owner]) =>
    entity('Domain', name, { owner }),
  ),
  dataset('orders', 'override-approver', 'stewards'),
  dataset('typo', 'override-approver', 'stewrads'),
  dataset('closed', 'access-requests', 'disabled'),
];

/** The statuses that the cases lead to, by operation. */
const exercised = Object.entries(contractCases).map(([operation, cases]) => ({
  operation,
  statuses: Object.keys(cases).map(statusOf),
}));

function statusOf(situation: string): number {
  return Number(situation.slice(0, 3));
}

describe('the cases', () => {
  it('exercise every operation of the API description', () => {
    expect(exercised.map(({ operation }) => operation).sort()).toEqual(
      contract.operations.map(({ operationId }) => operationId).sort(),
    );
  });

  it.each(exercised)(
    'exercise every answer that is described for $operation',
    ({ operation, statuses }) => {
      const { responses } = contract.operation(operation);
      const answers = statuses.map(status =>
        status in responses ? `${status}` : 'default',
      );
      expect(new Set(answers)).toEqual(new Set(Object.keys(responses)));
    },
  );

  it('exercise every status that a refusal of ours can have, but for that of a catalog that is down', () => {
    const refusals = Object.values(errorCodes).map(({ status }) => status);
    const seen = exercised.flatMap(({ statuses }) => statuses);
    // 401 is Backstage's own
    expect(new Set([...seen, 503])).toEqual(
      new Set([...refusals, 200, 201, 401]),
    );
  });
});

describe.each(databases.eachSupportedId())(
  'the answers of the plugin (%s)',
  id => {
    let backend: RealBackend;
    let scene: ContractScene;
    beforeAll(async () => {
      backend = await RealBackend.start({
        database:
          id === 'SQLITE_3'
            ? { client: 'better-sqlite3', connection: ':memory:' }
            : {
                ...connectionOf(await databases.init(id)),
                prefix: `t${randomUUID().slice(0, 8)}_`,
              },
        entities,
        policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
        config: {
          requests: { maxOpenPerRequester: 4 },
          notifications: { enabled: false },
          superusers,
          emergency: { enabled: true, allowed: newcomers },
        },
      });
      const at = (path: string) => `/api/dataset-access${path}`;
      // the index follows the catalog
      await until(async () => {
        const { status } = await backend.get(ROOT, at('/v1/policies'));
        return status === 200;
      });
      scene = new ContractScene(
        {
          get: (caller, path) => backend.get(caller, at(path)),
          post: (caller, path, body, headers) =>
            backend.post(caller, at(path), body, headers),
          put: (caller, path, body, headers) =>
            backend.put(caller, at(path), body, headers),
          delete: (caller, path) => backend.delete(caller, at(path)),
        },
        () => backend.databaseWith('drifts'),
      );
    });
    afterAll(() => backend.stop());

    describe.each(Object.keys(contractCases) as OperationId[])(
      'to %s',
      operation => {
        it.each(Object.entries(contractCases[operation]))(
          'are as described: %s',
          async (situation, call) => {
            const answer = await call(scene);

            expect(answer.status).toBe(statusOf(situation));
            expect(await contract.differences(operation, answer)).toEqual([]);
          },
        );
      },
    );
  },
);

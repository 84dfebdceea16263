import {
  administrationCallers,
  administrationWorld,
} from '../__testUtils__/administrationCallers';
import {
  callRow,
  makeTarget,
  Target,
  USES_UP,
} from '../__testUtils__/administrationCalls';
import {
  administrationMatrix,
  AdministrationRow,
} from '../__testUtils__/administrationMatrix';
import { ApiContract } from '../__testUtils__/ApiContract';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { passingTime } from '../__testUtils__/passingTime';
import {
  ANA,
  EVE,
  MONA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import type { OperationId } from './operation';

const contract = new ApiContract();
const GHOST = administrationCallers['user not in the catalog'];

/** What names somebody or something new has to look for it; what is known, changed or taken away is not looked for. */
const LOOKS_INTO_THE_CATALOG: readonly OperationId[] = [
  'createPolicy',
  'assignRole',
  'createResponsibility',
  'whoHasAccess',
];

/** What there is to choose from does not depend on who may do what. */
const KNOWS_BY_ITSELF: readonly OperationId[] = [
  'listPrivileges',
  'listOperations',
];

const everyText = {
  name: `${'n'.repeat(199)}😀`,
  description: `Line one\nline two ${'ü'.repeat(1_900)}`,
};

/** What can be there without anybody having done anything wrong, and what the answer then says. */
const oddities: Array<
  [string, OperationId, (product: TestProduct) => Promise<string>, object]
> = [
  [
    'a member who has left the catalog',
    'listRoleMembers',
    async product => {
      await product.post(ROOT, '/v1/roles/reader/assignments', {
        subjects: [MONA],
      });
      product.catalog.remove(MONA);
      await product.access.decisions.refreshCatalog();
      return '/v1/roles/reader/members';
    },
    { items: [{ subject: MONA }] },
  ],
  [
    'an actor who has left the catalog',
    'getPolicy',
    async product => {
      const { body } = await product.post(ROOT, '/v1/policies', {
        ...everyText,
        type: 'metadata',
        privileges: ['metadata.edit-links'],
        actors: { users: [MONA] },
      });
      product.catalog.remove(MONA);
      await product.access.decisions.refreshCatalog();
      return `/v1/policies/${body.id}`;
    },
    { ...everyText, actors: { users: [MONA] } },
  ],
  [
    'an entity that has left the catalog',
    'listResponsibilities',
    async product => {
      await product.post(ROOT, '/v1/responsibilities', {
        role: 'data-steward',
        subject: EVE,
        resource: ORDERS,
      });
      product.catalog.remove(ORDERS);
      await product.access.decisions.refreshCatalog();
      return `/v1/responsibilities?subject=${EVE}`;
    },
    { items: [{ resource: ORDERS }] },
  ],
  [
    'a responsibility that is over by itself',
    'listResponsibilities',
    async product => {
      await product.post(ROOT, '/v1/responsibilities', {
        role: 'data-steward',
        subject: EVE,
        resource: ORDERS,
        endsAt: '2030-01-16T00:00:00Z',
      });
      product.clock.advance('P2D');
      return `/v1/responsibilities?subject=${EVE}&state=ended`;
    },
    { items: [{ state: 'ended' }] },
  ],
  [
    'a history that somebody has tampered with',
    'getPolicyHistory',
    async product => {
      const { body } = await product.post(ROOT, '/v1/policies', {
        name: 'Tampered with',
        type: 'metadata',
        privileges: ['metadata.edit-links'],
        actors: { users: [ANA] },
      });
      await product.knex('policies').where('id', body.id).update({
        event_seq: 2,
      });
      return `/v1/policies/${body.id}/history`;
    },
    { intact: false },
  ],
  [
    'a question about what has left the catalog',
    'explainDecision',
    async product => {
      product.catalog.remove(ORDERS);
      await product.access.decisions.refreshCatalog();
      return `/v1/explain?privilege=metadata.edit-links&subject=${ANA}&resource=${ORDERS}`;
    },
    { allowed: false },
  ],
];

onBothDatabases('the answers to administrators', start => {
  const administered = () =>
    start({ world: administrationWorld, config: { superusers } });
  /** What every row is tried on: what is used up by one is of no use to the next. */
  const targetsOf = async (product: TestProduct) => {
    const shared = await makeTarget(product);
    const stewards = Object.values(administrationCallers)
      .filter(ref => ref.startsWith('user:') && ref !== GHOST)
      .values();
    const targets = new Map<AdministrationRow, Target>();
    for (const row of administrationMatrix) {
      targets.set(
        row,
        USES_UP.has(row.operation)
          ? await makeTarget(product, stewards.next().value)
          : shared,
      );
    }
    return targets;
  };
  const answers = async (
    product: TestProduct,
    targets: Map<AdministrationRow, Target>,
  ) => {
    const found: unknown[] = [];
    for (const [row, target] of targets) {
      const answer = await callRow(product, row, ROOT, target);
      found.push([
        row.operation,
        answer.status,
        answer.headers['retry-after'] !== undefined,
        await contract.differences(row.operation, answer),
      ]);
    }
    return found;
  };
  const as = (row: AdministrationRow, available: boolean) => [
    row.operation,
    available ? contract.success(row.operation) : 503,
    !available,
    [],
  ];

  it('are as described while the catalog is down, and what takes no look at it is done', async () => {
    const product = await administered();
    const targets = await targetsOf(product);
    product.catalog.failure = new Error('connect ECONNREFUSED');

    expect(await answers(product, targets)).toEqual(
      administrationMatrix.map(row =>
        as(row, !LOOKS_INTO_THE_CATALOG.includes(row.operation)),
      ),
    );
  });

  it('are as described while nobody knows who may do what', async () => {
    const product = await administered();
    const targets = await targetsOf(product);
    const time = passingTime();
    try {
      time.pass(24 * 60 * 60_000);

      expect(await answers(product, targets)).toEqual(
        administrationMatrix.map(row =>
          as(row, KNOWS_BY_ITSELF.includes(row.operation)),
        ),
      );
    } finally {
      time.restore();
    }
  });

  it.each(oddities)(
    'are as described with %s: %s',
    async (_, operation, befall, expected) => {
      const product = await administered();
      const path = await befall(product);

      const answer = await product.get(ROOT, path);

      expect(answer.body).toMatchObject(expected);
      expect(answer.status).toBe(200);
      expect(await contract.differences(operation, answer)).toEqual([]);
    },
  );
});

import { ApiContract } from '../__testUtils__/ApiContract';
import type { decisionCases } from '../__testUtils__/contractDecisions';
import type { delegationCases } from '../__testUtils__/contractDelegations';
import type { domainCases } from '../__testUtils__/contractDomains';
import type { groupDomainCases } from '../__testUtils__/contractGroupDomains';
import type { policyCases } from '../__testUtils__/contractPolicies';
import type { responsibilityCases } from '../__testUtils__/contractResponsibilities';
import type { reviewCases } from '../__testUtils__/contractReviews';
import type { roleCases } from '../__testUtils__/contractRoles';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, BOB, DAN, ORDERS } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { DriftRecord, toDriftRow } from '../drift/DriftRecord';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { OperationId } from './operation';

const contract = new ApiContract();

/** Operations on what is allowed, as opposed to those on requests and grants; with those on domains and reviews they have tests of their own. */
type AdministrationOperation = keyof (typeof decisionCases &
  typeof delegationCases &
  typeof domainCases &
  typeof groupDomainCases &
  typeof policyCases &
  typeof responsibilityCases &
  typeof reviewCases &
  typeof roleCases);

const APPROVE = { decision: 'approve' };
const approve = (product: TestProduct, id: string) =>
  product.post(BOB, `/v1/requests/${id}/decision`, APPROVE);

/** Each operation once, with a pending request and a grant that awaits its confirmation. */
const calls: Record<
  Exclude<OperationId, AdministrationOperation>,
  (product: TestProduct, id: string, grantId: string) => PromiseLike<Response>
> = {
  getDatasetAccess: product =>
    product.get(ANA, '/v1/datasets/resource/default/orders/access'),
  listRequests: product => product.get(ANA, '/v1/requests'),
  countRequests: product => product.get(ANA, '/v1/requests/counts'),
  submitRequests: product =>
    product.post(ANA, '/v1/requests', {
      dataset: ORDERS,
      beneficiaries: [ANA],
      reason: 'Needed for the quarterly report',
      level: 'owner',
    }),
  getRequest: (product, id) => product.get(ANA, `/v1/requests/${id}`),
  decideRequest: approve,
  decideRequests: (product, requestId) =>
    product.post(BOB, '/v1/requests/decisions', {
      decisions: [{ requestId, ...APPROVE }],
    }),
  withdrawRequest: (product, id) =>
    product.post(ANA, `/v1/requests/${id}/withdrawal`, {}),
  commentOnRequest: (product, id) =>
    product.post(ANA, `/v1/requests/${id}/comments`, { text: 'Hello' }),
  listGrants: product => product.get(ANA, '/v1/grants'),
  getGrant: (product, _, grantId) => product.get(ANA, `/v1/grants/${grantId}`),
  revokeGrant: (product, _, grantId) =>
    product.post(DAN, `/v1/grants/${grantId}/revocation`, { reason: 'Over' }),
  returnGrant: (product, _, grantId) =>
    product.post(ANA, `/v1/grants/${grantId}/return`, {}),
  confirmRemoval: (product, _, grantId) =>
    product.post(DAN, `/v1/grants/${grantId}/removal`, {}),
  takeEmergencyAccess,
  listEmergencies: product => product.get(DAN, '/v1/emergencies'),
  reviewEmergency: async product => {
    const { failure } = product.catalog;
    product.catalog.failure = undefined;
    const { body } = await takeEmergencyAccess(product);
    product.catalog.failure = failure;
    return product.post(DAN, `/v1/emergencies/${body.id}/review`, {
      verdict: 'justified',
    });
  },
  listTasks: product => product.get(DAN, '/v1/tasks'),
  listDrift: product => product.get(DAN, '/v1/drift'),
  resolveDrift: async product => {
    const drift = await storedDrift(product);
    return product.post(DAN, `/v1/drift/${drift.id}/resolution`, {
      action: 'adopt',
    });
  },
  confirmGrant: (product, _, grantId) =>
    product.post(DAN, `/v1/grants/${grantId}/confirmation`, {}),
};

/** Access that Ana takes without asking. */
async function takeEmergencyAccess(product: TestProduct): Promise<Response> {
  return product.post(
    ANA,
    '/v1/datasets/resource/default/orders/emergency-access',
    {
      reason: 'Orders are lost in production',
      level: 'read-only',
      duration: 'PT1H',
    },
  );
}

/** Something that Ana was given in the source by others. */
async function storedDrift(product: TestProduct): Promise<DriftRecord> {
  const drift: DriftRecord = {
    id: randomUUID(),
    connector: 'warehouse',
    kind: 'unmanaged',
    dataset: { ref: ORDERS, uid: 'orders', title: 'Customer orders' },
    holder: 'ana',
    subject: { ref: ANA, uid: 'ana' },
    level: 'read-only',
    privileges: ['SELECT'],
    steps: [],
    target: { table: 1, role: 2 },
    foundAt: product.clock.now(),
  };
  await product.knex('drifts').insert(toDriftRow(drift));
  return drift;
}

/** What happens to a request without anybody asking for it, and what its page then says. */
const fates: Array<
  [string, (product: TestProduct, id: string) => Promise<unknown>, object]
> = [
  [
    'was reminded of, and expired',
    async product => {
      product.clock.advance('P3D');
      await product.access.due.run();
      product.clock.advance('P30D');
      await product.access.due.run();
    },
    { status: 'expired' },
  ],
  [
    'lost its approver and found another',
    async product => {
      const orders = product.catalog.get(ORDERS);
      product.catalog.put({ ...orders, labels: {}, owners: [] });
      await product.access.followCatalog.run();
      product.catalog.put({ ...orders, labels: {} });
      await product.access.followCatalog.run();
    },
    { approvers: [{ ref: 'group:default/sales', via: 'owner' }] },
  ],
  [
    'was cancelled with its dataset',
    async product => {
      const orders = product.catalog.get(ORDERS);
      product.catalog.put({ ...orders, uid: 'another-dataset' });
      await product.access.followCatalog.run();
    },
    { closedBecause: 'dataset-recreated' },
  ],
  [
    'was approved by who asked',
    async (product, id) => {
      await product.post(ANA, `/v1/requests/${id}/decision`, APPROVE);
    },
    { decision: { selfApproval: true } },
  ],
  [
    'was approved, and the access has ended',
    async (product, id) => {
      const { body } = await approve(product, id);
      await product.post(DAN, `/v1/grants/${body.grant.id}/confirmation`, {});
      product.clock.advance('P31D');
    },
    { grant: { state: 'expired' } },
  ],
];

onBothDatabases('the answers of the API', start => {
  it.each(Object.keys(calls) as Array<keyof typeof calls>)(
    'to %s are as described while the catalog is down',
    async operation => {
      const product = await start({
        config: { emergency: { enabled: true, allowed: [ANA] } },
      });
      const id = await product.file(ANA, ORDERS);
      const approved = await product.file(ANA, ORDERS, { level: 'editor' });
      const { body } = await approve(product, approved);
      product.catalog.failure = new Error('connect ECONNREFUSED');

      const answer = await calls[operation](product, id, body.grant.id);

      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toMatch(/^\d+$/);
      expect(await contract.differences(operation, answer)).toEqual([]);
    },
  );

  it.each(fates)(
    'to getRequest are as described for one that %s',
    async (_, befall, expected) => {
      const product = await start({
        config: { requests: { selfApproval: 'allow-and-record' } },
      });
      product.catalog.put({
        ...product.catalog.get(ANA),
        memberOf: ['stewards'],
      });
      const id = await product.file(ANA, ORDERS);
      await befall(product, id);

      const answer = await product.get(ANA, `/v1/requests/${id}`);

      expect(answer.body).toMatchObject(expected);
      expect(await contract.differences('getRequest', answer)).toEqual([]);
    },
  );
});

import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { GRANTED } from './contractTransitions';
import { BOB, DAN, EVE, ORDERS, ROOT } from './smallWorld';

const EVALUATION = '/access/v1/evaluation';
const EVALUATIONS = '/access/v1/evaluations';
const READS = 'privilege=dataset-access.level.read-only';
const HOLDERS = '/v1/who-has-access';

const evaluation = {
  subject: { type: 'user', id: DAN, properties: { clearance: 'high' } },
  action: { name: 'owner', properties: { method: 'GET' } },
  resource: { type: 'resource', id: ORDERS, properties: {} },
  context: { time: '2030-01-15T09:00:00Z' },
};

/** The operations that tell what may be done. */
export const decisionCases = {
  listPrivileges: {
    '200 always': s => s.get(EVE, '/v1/privileges'),
    '400 for an unknown parameter': s => s.get(EVE, '/v1/privileges?of=eve'),
    '401 for nobody': s => s.get('nobody', '/v1/privileges'),
  },
  listOperations: {
    '200 always': s => s.get(EVE, '/v1/operations'),
    '400 for an unknown parameter': s => s.get(EVE, '/v1/operations?of=eve'),
    '401 for nobody': s => s.get('nobody', '/v1/operations'),
  },
  explainDecision: {
    '200 with a way through a grant, a group and a role': async s => {
      const { requester } = await s.decided(GRANTED);
      const { id } = await s.made('group:default/sales');
      await s.written({
        privileges: ['dataset-access.level.read-only'],
        actors: { roles: [id], allUsers: true },
      });
      const question = `subject=${requester}&${READS}&resource=${ORDERS}`;
      return s.get(ROOT, `/v1/explain?${question}`);
    },
    '200 with a way through a responsibility': async s => {
      const { draft } = await s.responsible({ endsAt: '2200-01-01T00:00:00Z' });
      await s.written({
        privileges: ['metadata.edit-status'],
        actors: { responsibilities: ['data-steward'] },
      });
      return s.get(
        ROOT,
        `/v1/explain?subject=${draft.subject}&privilege=metadata.edit-status&resource=${ORDERS}`,
      );
    },
    '200 with what would help': async s => {
      await s.written({ state: 'inactive' });
      const question = `subject=${BOB}&privilege=metadata.edit-links&resource=${ORDERS}`;
      return s.get('service', `/v1/explain?${question}`);
    },
    '200 for an operation': s =>
      s.get(
        EVE,
        `/v1/explain?operation=builder.modify-product&resource=${ORDERS}`,
      ),
    '400 for no question': s => s.get(EVE, '/v1/explain'),
    '400 for an unknown privilege': s =>
      s.get(EVE, '/v1/explain?privilege=metadata.fly'),
    '400 for no ref': s => s.get(EVE, `/v1/explain?${READS}&resource=orders`),
    '401 for nobody': s => s.get('nobody', `/v1/explain?${READS}`),
    '403 about somebody else': s =>
      s.get(EVE, `/v1/explain?${READS}&subject=${BOB}`),
    '403 for a service about itself': s =>
      s.get('service', `/v1/explain?${READS}`),
    '404 for an unknown entity': s =>
      s.get(EVE, `/v1/explain?${READS}&resource=resource:default/nothing`),
  },
  whoHasAccess: {
    '200 with owner and grant, a page at a time': async s => {
      await s.decided(GRANTED);
      const ofOrders = `${HOLDERS}?dataset=${ORDERS}&limit=1`;
      const { body } = await s.get(DAN, ofOrders);
      return s.get(DAN, `${ofOrders}&cursor=${body.nextCursor}`);
    },
    '200 for a service': s => s.get('service', `${HOLDERS}?dataset=${ORDERS}`),
    '400 for no dataset': s => s.get(DAN, HOLDERS),
    '400 for no ref': s => s.get(DAN, `${HOLDERS}?dataset=orders`),
    '400 for a made-up cursor': s =>
      s.get(DAN, `${HOLDERS}?dataset=${ORDERS}&cursor=abc`),
    '401 for nobody': s => s.get('nobody', `${HOLDERS}?dataset=${ORDERS}`),
    '403 for who does not own it': s =>
      s.get(EVE, `${HOLDERS}?dataset=${ORDERS}`),
    '404 for an unknown dataset': s =>
      s.get(DAN, `${HOLDERS}?dataset=resource:default/nothing`),
  },
  evaluateAccess: {
    '200 for yes': s => s.post('service', EVALUATION, evaluation),
    '200 for no': s =>
      s.post('service', EVALUATION, { ...evaluation, action: { name: 'fly' } }),
    '400 without a subject': s =>
      s.post('service', EVALUATION, { ...evaluation, subject: undefined }),
    '401 for nobody': s => s.post('nobody', EVALUATION, evaluation),
    '403 for who may not explain decisions': s =>
      s.post(EVE, EVALUATION, evaluation),
  },
  evaluateAccessMany: {
    '200 for many': s =>
      s.post('service', EVALUATIONS, {
        ...evaluation,
        options: { evaluations_semantic: 'execute_all', other: 1 },
        evaluations: [{}, { subject: { type: 'user', id: 'ghost' } }],
      }),
    '200 for one': s => s.post(ROOT, EVALUATIONS, evaluation),
    '400 for one that lacks a part': s =>
      s.post('service', EVALUATIONS, {
        evaluations: [{ subject: evaluation.subject }],
      }),
    '401 for nobody': s => s.post('nobody', EVALUATIONS, evaluation),
    '403 for who may not explain decisions': s =>
      s.post(EVE, EVALUATIONS, evaluation),
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

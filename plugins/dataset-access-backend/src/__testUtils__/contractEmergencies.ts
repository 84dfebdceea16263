import type { OperationId } from '../http/operation';
import type { ContractCases, ContractScene } from './ContractScene';
import { APPROVE, UNKNOWN } from './contractTransitions';
import { BOB, DAN, EVE, ROOT } from './smallWorld';

const at = (name: string) =>
  `/v1/datasets/resource/default/${name}/emergency-access`;
const WISH = {
  reason: 'Orders are lost in production',
  level: 'read-only',
  duration: 'PT1H',
};
const JUSTIFIED = { verdict: 'justified' };

/** Access that somebody new took. */
async function taken(s: ContractScene) {
  const user = s.newcomer();
  const { body } = await s.post(user, at('orders'), WISH);
  return { user, path: `/v1/emergencies/${body.id}/review` };
}

/** The operations on access that is taken without asking. */
export const emergencyCases = {
  takeEmergencyAccess: {
    '201 for those who may, once for a repeated call': async s => {
      const user = s.newcomer();
      const headers = { 'Idempotency-Key': `emergency-${s.name()}` };
      await s.post(user, at('orders'), WISH, headers);
      return s.post(user, at('orders'), WISH, headers);
    },
    '400 for a blank reason': s =>
      s.post(s.newcomer(), at('orders'), { ...WISH, reason: ' ' }),
    '400 for too long a time': s =>
      s.post(s.newcomer(), at('orders'), { ...WISH, duration: 'P1D' }),
    '401 for nobody': s => s.post('nobody', at('orders'), WISH),
    '403 for those who may not': s => s.post(EVE, at('orders'), WISH),
    '403 for a service': s => s.post('service', at('orders'), WISH),
    '404 for an unknown dataset': s =>
      s.post(s.newcomer(), at('nothing'), WISH),
    '409 before the review of the last time': async s =>
      s.post((await taken(s)).user, at('orders'), WISH),
  },
  listEmergencies: {
    '200 with a page before and a page after': async s => {
      await taken(s);
      await s.post(BOB, (await taken(s)).path, JUSTIFIED);
      await taken(s);
      const { body } = await s.get(ROOT, '/v1/emergencies?limit=1');
      return s.get(ROOT, `/v1/emergencies?limit=1&cursor=${body.nextCursor}`);
    },
    '200 for who is to review': async s => {
      await taken(s);
      return s.get(DAN, '/v1/emergencies?view=review&state=open');
    },
    '200 for what somebody took himself': async s =>
      s.get((await taken(s)).user, '/v1/emergencies?view=mine'),
    '200 for those who have none': s => s.get(EVE, '/v1/emergencies'),
    '200 for a service': s => s.get('service', '/v1/emergencies?state=done'),
    '400 for an unknown state': s => s.get(DAN, '/v1/emergencies?state=late'),
    '400 for a made-up cursor': s => s.get(DAN, '/v1/emergencies?cursor=abc'),
    '401 for nobody': s => s.get('nobody', '/v1/emergencies'),
  },
  reviewEmergency: {
    '200 for what was justified': async s =>
      s.post(BOB, (await taken(s)).path, JUSTIFIED),
    '200 for what was not': async s =>
      s.post(DAN, (await taken(s)).path, {
        verdict: 'not-justified',
        comment: 'A summary was there',
      }),
    '400 for a verdict that is none': async s =>
      s.post(BOB, (await taken(s)).path, APPROVE),
    '400 without saying why not': async s =>
      s.post(BOB, (await taken(s)).path, { verdict: 'not-justified' }),
    '401 for nobody': async s =>
      s.post('nobody', (await taken(s)).path, JUSTIFIED),
    '403 for who took it': async s => {
      const { user, path } = await taken(s);
      return s.post(user, path, JUSTIFIED);
    },
    '404 for a stranger': async s =>
      s.post(EVE, (await taken(s)).path, JUSTIFIED),
    '404 for an unknown one': s =>
      s.post(BOB, `/v1/emergencies/${UNKNOWN}/review`, JUSTIFIED),
    '409 for one that was reviewed': async s => {
      const { path } = await taken(s);
      await s.post(BOB, path, JUSTIFIED);
      return s.post(DAN, path, JUSTIFIED);
    },
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

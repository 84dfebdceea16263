import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { APPROVE, GRANTED, UNKNOWN } from './contractTransitions';
import { BOB, DAN, EVE, ORDERS, ROOT } from './smallWorld';

const REVOKE = { reason: 'The project is over' };
/** A version that no grant reaches here. */
const STALE = 7;

/** The operations on what becomes of grants: their end, what is to be done by hand, and where a source differs. */
export const grantCases = {
  getGrant: {
    '200 with everything that happens to one by hand': async s => {
      const { grant } = await s.decided(APPROVE);
      const accessNote = 'Role READER';
      await s.post(DAN, `${grant}/confirmation`, { accessNote });
      await s.post(DAN, `${grant}/revocation`, REVOKE);
      await s.post(BOB, `${grant}/removal`, { accessNote });
      return s.get(DAN, grant);
    },
    '200 for its holder': async s => {
      const { grant, requester } = await s.decided(GRANTED);
      return s.get(requester, grant);
    },
    '200 for a service': async s =>
      s.get('service', (await s.decided(GRANTED)).grant),
    '400 for an id that is none': s => s.get(DAN, '/v1/grants/1'),
    '401 for nobody': async s =>
      s.get('nobody', (await s.decided(GRANTED)).grant),
    '404 for a stranger': async s =>
      s.get(EVE, (await s.decided(APPROVE)).grant),
    '404 for an unknown grant': s => s.get(DAN, `/v1/grants/${UNKNOWN}`),
  },
  revokeGrant: {
    '200 for an owner, while the source still allows it': async s => {
      const { grant } = await s.decided(GRANTED);
      return s.post(DAN, `${grant}/revocation`, { ...REVOKE, version: 1 });
    },
    '200 for what never was in the source': async s =>
      s.post(BOB, `${(await s.decided(APPROVE)).grant}/revocation`, REVOKE),
    '400 without a reason': async s =>
      s.post(DAN, `${(await s.decided(GRANTED)).grant}/revocation`, {}),
    '400 for a blank reason': async s => {
      const { grant } = await s.decided(GRANTED);
      return s.post(DAN, `${grant}/revocation`, { reason: ' ' });
    },
    '401 for nobody': async s =>
      s.post(
        'nobody',
        `${(await s.decided(GRANTED)).grant}/revocation`,
        REVOKE,
      ),
    '403 for who has the access': async s => {
      const { grant, requester } = await s.decided(GRANTED);
      return s.post(requester, `${grant}/revocation`, REVOKE);
    },
    '403 for a service': async s =>
      s.post(
        'service',
        `${(await s.decided(GRANTED)).grant}/revocation`,
        REVOKE,
      ),
    '404 for an unknown grant': s =>
      s.post(DAN, `/v1/grants/${UNKNOWN}/revocation`, REVOKE),
    '409 for one that has ended': async s =>
      s.post(ROOT, `${(await s.revoked()).grant}/revocation`, REVOKE),
    '412 for another version': async s => {
      const { grant } = await s.decided(GRANTED);
      return s.post(DAN, `${grant}/revocation`, { ...REVOKE, version: STALE });
    },
  },
  returnGrant: {
    '200 for its holder': async s => {
      const { grant, requester } = await s.decided(GRANTED);
      const body = { comment: 'Done with it', version: 1 };
      return s.post(requester, `${grant}/return`, body);
    },
    '200 for what never was in the source': async s => {
      const { grant, requester } = await s.decided(APPROVE);
      return s.post(requester, `${grant}/return`, {});
    },
    '400 for an unknown field': async s => {
      const { grant, requester } = await s.decided(GRANTED);
      return s.post(requester, `${grant}/return`, REVOKE);
    },
    '401 for nobody': async s =>
      s.post('nobody', `${(await s.decided(GRANTED)).grant}/return`, {}),
    '403 for an owner': async s =>
      s.post(DAN, `${(await s.decided(GRANTED)).grant}/return`, {}),
    '404 for a stranger': async s =>
      s.post(EVE, `${(await s.decided(GRANTED)).grant}/return`, {}),
    '409 for one that has ended': async s => {
      const { grant, requester } = await s.revoked();
      return s.post(requester, `${grant}/return`, {});
    },
    '412 for another version': async s => {
      const { grant, requester } = await s.decided(GRANTED);
      return s.post(requester, `${grant}/return`, { version: STALE });
    },
  },
  confirmRemoval: {
    '200 with a note': async s => {
      const { grant } = await s.revoked();
      const body = { version: 2, accessNote: 'Role READER taken' };
      return s.post(BOB, `${grant}/removal`, body);
    },
    '400 for an id that is none': s => s.post(DAN, '/v1/grants/1/removal', {}),
    '401 for nobody': async s =>
      s.post('nobody', `${(await s.revoked()).grant}/removal`, {}),
    '403 for who had the access': async s => {
      const { grant, requester } = await s.revoked();
      return s.post(requester, `${grant}/removal`, {});
    },
    '404 for an unknown grant': s =>
      s.post(DAN, `/v1/grants/${UNKNOWN}/removal`, {}),
    '409 for access that is there': async s =>
      s.post(DAN, `${(await s.decided(GRANTED)).grant}/removal`, {}),
    '412 for another version': async s =>
      s.post(DAN, `${(await s.revoked()).grant}/removal`, { version: STALE }),
  },
  listTasks: {
    '200 with a page before and a page after': async s => {
      await s.decided(APPROVE);
      await s.revoked();
      await s.decided(APPROVE);
      const { body } = await s.get(DAN, '/v1/tasks?limit=1');
      return s.get(DAN, `/v1/tasks?limit=1&cursor=${body.nextCursor}`);
    },
    '200 with what another grant leaves': async s => {
      const { grant, requester } = await s.decided(GRANTED, undefined, {
        level: 'editor',
      });
      await s.decided(GRANTED, requester);
      await s.post(DAN, `${grant}/revocation`, REVOKE);
      return s.get(DAN, '/v1/tasks?kind=take-back&limit=100');
    },
    '200 for those who have none': s => s.get(EVE, '/v1/tasks'),
    '200 for a service': s => s.get('service', '/v1/tasks'),
    '400 for an unknown kind': s => s.get(DAN, '/v1/tasks?kind=all'),
    '400 for a made-up cursor': s => s.get(DAN, '/v1/tasks?cursor=abc'),
    '401 for nobody': s => s.get('nobody', '/v1/tasks'),
  },
  listDrift: {
    '200 with a page before and a page after': async s => {
      await s.differing();
      await s.differing({ kind: 'excess', steps: ['REVOKE SELECT'] });
      await s.differing({ subject: undefined, level: undefined });
      const list = `/v1/drift?dataset=${ORDERS}&limit=1`;
      const { body } = await s.get(DAN, list);
      return s.get(DAN, `${list}&cursor=${body.nextCursor}`);
    },
    '200 for everything one answers for': async s => {
      await s.differing({ kind: 'missing', steps: ['GRANT SELECT'] });
      return s.get(DAN, '/v1/drift');
    },
    '200 for those who answer for nothing': s => s.get(EVE, '/v1/drift'),
    '400 for a dataset that is none': s => s.get(DAN, '/v1/drift?dataset=:'),
    '400 for a made-up cursor': s => s.get(DAN, '/v1/drift?cursor=abc'),
    '401 for nobody': s => s.get('nobody', '/v1/drift'),
  },
  resolveDrift: {
    '200 for what is adopted': async s => {
      const { path } = await s.differing();
      return s.post(DAN, path, { action: 'adopt', reason: 'It is right' });
    },
    '200 for a rehearsal': async s => {
      const { path } = await s.differing();
      return s.post(BOB, path, { action: 'adopt', dryRun: true });
    },
    '200 for what is taken back': async s => {
      const { path } = await s.differing({ kind: 'excess' });
      return s.post(ROOT, path, { action: 'revoke' });
    },
    '400 for an unknown action': async s =>
      s.post(DAN, (await s.differing()).path, { action: 'forget' }),
    '401 for nobody': async s =>
      s.post('nobody', (await s.differing()).path, { action: 'adopt' }),
    '403 for a service': async s =>
      s.post('service', (await s.differing()).path, { action: 'adopt' }),
    '403 for who would give it to himself': async s => {
      const subject = { ref: DAN, uid: 'dan' };
      const { path } = await s.differing({ subject });
      return s.post(DAN, path, { action: 'adopt' });
    },
    '404 for who does not answer for the dataset': async s =>
      s.post(EVE, (await s.differing()).path, { action: 'adopt' }),
    '404 for an unknown one': s =>
      s.post(DAN, `/v1/drift/${UNKNOWN}/resolution`, { action: 'adopt' }),
    '409 for what others gave, which stays': async s =>
      s.post(DAN, (await s.differing()).path, { action: 'revoke' }),
    '409 for what nobody knows of any more': async s => {
      const { path } = await s.differing({ kind: 'missing' });
      return s.post(DAN, path, { action: 'reapply' });
    },
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { BOB, DAN, EVE } from './smallWorld';

export const APPROVE = { decision: 'approve' };
export const GRANTED = { ...APPROVE, granted: true, accessNote: 'Role READER' };
export const DENY = { decision: 'deny', comment: 'Take the extract instead' };

/** The id of nothing. */
export const UNKNOWN = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';
/** A version that no request or grant reaches here. */
const STALE = 7;

/** The operations that move a request or a grant. */
export const transitionCases = {
  decideRequests: {
    '200 for an open, a decided and an unknown one': async s => {
      const ids = [(await s.filed()).id, (await s.decided(DENY)).id, UNKNOWN];
      return s.post(BOB, '/v1/requests/decisions', {
        decisions: ids.map(requestId => ({ requestId, ...APPROVE })),
      });
    },
    '400 for one that is named twice': s => {
      const decision = { requestId: UNKNOWN, ...APPROVE };
      return s.post(BOB, '/v1/requests/decisions', {
        decisions: [decision, decision],
      });
    },
    '401 for nobody': async s => {
      const { id: requestId } = await s.filed();
      return s.post('nobody', '/v1/requests/decisions', {
        decisions: [{ requestId, ...APPROVE }],
      });
    },
  },
  decideRequest: {
    '200 for less than was asked for, and granted': async s => {
      const { path } = await s.filed(undefined, { level: 'owner' });
      return s.post(BOB, `${path}/decision`, {
        ...GRANTED,
        comment: 'Reading will do',
        level: 'read-only',
        duration: 'P7D',
      });
    },
    '200 for a denial': async s =>
      s.post(BOB, `${(await s.filed()).path}/decision`, DENY),
    '400 for more than was asked for': async s => {
      const { path } = await s.filed();
      return s.post(BOB, `${path}/decision`, { ...APPROVE, level: 'owner' });
    },
    '401 for nobody': async s =>
      s.post('nobody', `${(await s.filed()).path}/decision`, APPROVE),
    '403 for who asks': async s => {
      const { path, requester } = await s.filed();
      return s.post(requester, `${path}/decision`, APPROVE);
    },
    '404 for an unknown request': s =>
      s.post(BOB, `/v1/requests/${UNKNOWN}/decision`, APPROVE),
    '409 where it is decided otherwise': async s =>
      s.post(BOB, `${(await s.decided(DENY)).path}/decision`, APPROVE),
    '412 for another version': async s => {
      const { path } = await s.filed();
      return s.post(BOB, `${path}/decision`, { ...APPROVE, version: STALE });
    },
  },
  withdrawRequest: {
    '200 for who asks': async s => {
      const { path, requester } = await s.filed();
      return s.post(requester, `${path}/withdrawal`, { version: 1 });
    },
    '400 for an unknown field': async s => {
      const { path, requester } = await s.filed();
      return s.post(requester, `${path}/withdrawal`, { why: 'because' });
    },
    '401 for nobody': async s =>
      s.post('nobody', `${(await s.filed()).path}/withdrawal`, {}),
    '403 for an approver': async s =>
      s.post(BOB, `${(await s.filed()).path}/withdrawal`, {}),
    '404 for an unknown request': s =>
      s.post(EVE, `/v1/requests/${UNKNOWN}/withdrawal`, {}),
    '409 where it is decided': async s => {
      const { path, requester } = await s.decided(DENY);
      return s.post(requester, `${path}/withdrawal`, {});
    },
    '412 for another version': async s => {
      const { path, requester } = await s.filed();
      return s.post(requester, `${path}/withdrawal`, { version: STALE });
    },
  },
  commentOnRequest: {
    '200 for who asks': async s => {
      const { path, requester } = await s.filed();
      return s.post(requester, `${path}/comments`, { text: 'Hello' });
    },
    '200 for a question of an approver': async s => {
      const { path } = await s.filed();
      return s.post(BOB, `${path}/comments`, {
        text: 'For which region?',
        asksForInformation: true,
      });
    },
    '400 for a blank text': async s => {
      const { path, requester } = await s.filed();
      return s.post(requester, `${path}/comments`, { text: ' ' });
    },
    '401 for nobody': async s =>
      s.post('nobody', `${(await s.filed()).path}/comments`, { text: 'Hello' }),
    '403 for an owner who does not decide': async s =>
      s.post(DAN, `${(await s.filed()).path}/comments`, { text: 'Hello' }),
    '404 for a stranger': async s =>
      s.post(EVE, `${(await s.filed()).path}/comments`, { text: 'Hello' }),
    '409 where it is decided': async s => {
      const { path, requester } = await s.decided(DENY);
      return s.post(requester, `${path}/comments`, { text: 'But why?' });
    },
  },
  confirmGrant: {
    '200 with a note': async s => {
      const { grant } = await s.decided(APPROVE);
      const body = { version: 1, accessNote: 'Role READER' };
      return s.post(DAN, `${grant}/confirmation`, body);
    },
    '400 for an id that is none': s =>
      s.post(DAN, '/v1/grants/1/confirmation', {}),
    '401 for nobody': async s =>
      s.post('nobody', `${(await s.decided(APPROVE)).grant}/confirmation`, {}),
    '403 for who gets the access': async s => {
      const { grant, requester } = await s.decided(APPROVE);
      return s.post(requester, `${grant}/confirmation`, {});
    },
    '404 for an unknown grant': s =>
      s.post(DAN, `/v1/grants/${UNKNOWN}/confirmation`, {}),
    '409 for one that is active': async s =>
      s.post(DAN, `${(await s.decided(GRANTED)).grant}/confirmation`, {}),
    '412 for another version': async s => {
      const { grant } = await s.decided(APPROVE);
      return s.post(DAN, `${grant}/confirmation`, { version: STALE });
    },
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

import type { OperationId } from '../http/operation';
import type { ContractCases, ContractScene } from './ContractScene';
import { UNKNOWN } from './contractTransitions';
import { BOB, DAN, EVE, ROOT } from './smallWorld';

const PATH = '/v1/delegations';
/** The clock of the scene is a real one. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
const DRAFT = { delegate: EVE, endsAt: inDays(30) };

const made = async (s: ContractScene) => {
  const { body } = await s.post(DAN, PATH, { ...DRAFT, note: 'On leave' });
  return `${PATH}/${body.id}/end`;
};

/** The operations on who decides in whose place. */
export const delegationCases = {
  listDelegations: {
    '200 with a page before and a page after': async s => {
      await s.post(DAN, await made(s), {});
      await made(s);
      await made(s);
      const { body } = await s.get(DAN, `${PATH}?limit=1`);
      return s.get(DAN, `${PATH}?limit=1&cursor=${body.nextCursor}`);
    },
    '200 for all there are': s => s.get(ROOT, `${PATH}?view=all&state=open`),
    '200 for a service': s => s.get('service', PATH),
    '400 for an unknown view': s => s.get(DAN, `${PATH}?view=theirs`),
    '400 for a made-up cursor': s => s.get(DAN, `${PATH}?cursor=abc`),
    '401 for nobody': s => s.get('nobody', PATH),
  },
  createDelegation: {
    '201 for oneself': s => s.post(BOB, PATH, DRAFT),
    '201 for somebody else, by a superuser': s =>
      s.post(ROOT, PATH, {
        ...DRAFT,
        approver: DAN,
        startsAt: inDays(10),
        note: 'On sick leave',
      }),
    '400 for what is no ref': s =>
      s.post(DAN, PATH, { ...DRAFT, delegate: ':' }),
    '400 for a group': s =>
      s.post(DAN, PATH, { ...DRAFT, delegate: 'group:default/sales' }),
    '400 for no end': s => s.post(DAN, PATH, { delegate: EVE }),
    '400 for an end that is over': s =>
      s.post(DAN, PATH, { ...DRAFT, endsAt: inDays(-1) }),
    '401 for nobody': s => s.post('nobody', PATH, DRAFT),
    '403 for a service': s => s.post('service', PATH, DRAFT),
    '403 for somebody else': s =>
      s.post(DAN, PATH, { ...DRAFT, approver: BOB }),
  },
  endDelegation: {
    '200 for who is back': async s => s.post(DAN, await made(s), {}),
    '200 for who stands in': async s => s.post(EVE, await made(s), {}),
    '400 for an id that is none': s => s.post(DAN, `${PATH}/1/end`, {}),
    '401 for nobody': async s => s.post('nobody', await made(s), {}),
    '403 for a service': async s => s.post('service', await made(s), {}),
    '404 for a stranger': async s => s.post(BOB, await made(s), {}),
    '404 for an unknown one': s => s.post(DAN, `${PATH}/${UNKNOWN}/end`, {}),
    '409 for one that is over': async s => {
      const path = await made(s);
      await s.post(DAN, path, {});
      return s.post(DAN, path, {});
    },
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

import type { OperationId } from '../http/operation';
import type { ContractCases } from './ContractScene';
import { BOB, DAN, EVE, ORDERS, ROOT } from './smallWorld';

const ALL = '/v1/responsibilities';
const UNKNOWN = `${ALL}/7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10`;
const NOTHING = 'resource:default/nothing';
/** A version that no responsibility reaches here. */
const STALE = 7;
const startsAt = '2200-01-01T00:00:00Z';
const endsAt = '2201-01-01T00:00:00Z';

/** The operations on responsibilities. */
export const responsibilityCases = {
  listResponsibilities: {
    '200 with a page before and a page after': async s => {
      await s.responsible();
      await s.responsible({ startsAt, endsAt });
      const { path } = await s.responsible();
      await s.post(DAN, `${path}/termination`, {});
      const ofOrders = `${ALL}?resource=${ORDERS}&limit=1`;
      const { body } = await s.get(DAN, ofOrders);
      return s.get(DAN, `${ofOrders}&cursor=${body.nextCursor}`);
    },
    '200 about oneself': s => s.get(EVE, `${ALL}?subject=${EVE}`),
    '400 for an unknown state': s => s.get(ROOT, `${ALL}?state=gone`),
    '400 for no ref': s => s.get(ROOT, `${ALL}?resource=orders`),
    '400 for a made-up cursor': s => s.get(ROOT, `${ALL}?cursor=abc`),
    '401 for nobody': s => s.get('nobody', ALL),
    '403 for who may not see them': s => s.get(EVE, ALL),
  },
  createResponsibility: {
    '201 for a time': s =>
      s.post(DAN, ALL, {
        role: 'data-steward',
        subject: s.newcomer(),
        resource: ORDERS,
        startsAt,
        endsAt,
      }),
    '400 for an unknown role': s =>
      s.post(DAN, ALL, { role: 'wizard', subject: EVE, resource: ORDERS }),
    '400 for an end before the start': s =>
      s.post(DAN, ALL, {
        role: 'data-steward',
        subject: EVE,
        resource: ORDERS,
        startsAt: endsAt,
        endsAt: startsAt,
      }),
    '401 for nobody': s =>
      s.post('nobody', ALL, {
        role: 'data-steward',
        subject: EVE,
        resource: ORDERS,
      }),
    '403 for who does not own it': s =>
      s.post(BOB, ALL, {
        role: 'data-steward',
        subject: EVE,
        resource: ORDERS,
      }),
    '403 for more than the owner has': async s => {
      await s.written({
        privileges: ['dataset-access.request.decide-any'],
        actors: { responsibilities: ['technical-contact'] },
      });
      return s.post(DAN, ALL, {
        role: 'technical-contact',
        subject: s.newcomer(),
        resource: ORDERS,
      });
    },
    '404 for an unknown entity': s =>
      s.post(ROOT, ALL, {
        role: 'data-steward',
        subject: EVE,
        resource: NOTHING,
      }),
    '409 for one that is there': async s => {
      const { draft } = await s.responsible();
      return s.post(DAN, ALL, draft);
    },
  },
  updateResponsibility: {
    '200 for another period': async s =>
      s.put(DAN, (await s.responsible()).path, {
        startsAt,
        endsAt,
        version: 1,
      }),
    '400 for an end that is over': async s =>
      s.put(DAN, (await s.responsible()).path, {
        endsAt: '2001-01-01T00:00:00Z',
        version: 1,
      }),
    '401 for nobody': s => s.put('nobody', UNKNOWN, { version: 1 }),
    '403 for a service': async s =>
      s.put('service', (await s.responsible()).path, { version: 1 }),
    '404 for a stranger': async s =>
      s.put(BOB, (await s.responsible()).path, { version: 1 }),
    '409 for one that is over': async s => {
      const { path } = await s.responsible();
      await s.post(DAN, `${path}/termination`, {});
      return s.put(DAN, path, { version: 2 });
    },
    '412 for another version': async s =>
      s.put(DAN, (await s.responsible()).path, { version: STALE }),
  },
  deleteResponsibility: {
    '200 as it was': async s => s.delete(DAN, (await s.responsible()).path),
    '400 for an id that is none': s => s.delete(DAN, `${ALL}/1`),
    '401 for nobody': s => s.delete('nobody', UNKNOWN),
    '404 for an unknown one': s => s.delete(DAN, UNKNOWN),
  },
  terminateResponsibility: {
    '200 with who and when': async s =>
      s.post(DAN, `${(await s.responsible()).path}/termination`, {
        version: 1,
      }),
    '400 for an unknown field': s =>
      s.post(DAN, `${UNKNOWN}/termination`, { why: 'because' }),
    '401 for nobody': s => s.post('nobody', `${UNKNOWN}/termination`, {}),
    '404 for an unknown one': s => s.post(DAN, `${UNKNOWN}/termination`, {}),
    '409 for one that is over': async s => {
      const { path } = await s.responsible();
      await s.post(DAN, `${path}/termination`, {});
      return s.post(DAN, `${path}/termination`, {});
    },
    '412 for another version': async s =>
      s.post(DAN, `${(await s.responsible()).path}/termination`, {
        version: STALE,
      }),
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

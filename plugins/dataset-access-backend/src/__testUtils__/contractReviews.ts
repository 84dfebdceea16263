import type { OperationId } from '../http/operation';
import type { ContractCases, ContractScene } from './ContractScene';
import { GRANTED, UNKNOWN } from './contractTransitions';
import { BOB, DAN, EVE, ORDERS, ROOT } from './smallWorld';

const DAY_MS = 24 * 60 * 60 * 1000;

const draft = (holder: string, difference: object = {}) => ({
  name: 'Is it still needed?',
  scope: { holder },
  dueAt: new Date(Date.now() + 30 * DAY_MS).toISOString(),
  unreviewed: 'keep',
  ...difference,
});

/** A review of two grants of somebody new. */
async function reviewed(s: ContractScene, difference?: object) {
  const { requester, grant } = await s.decided(GRANTED);
  const other = await s.decided(GRANTED, requester, { level: 'editor' });
  const { body } = await s.post(
    ROOT,
    '/v1/reviews',
    draft(requester, difference),
  );
  return {
    requester,
    path: `/v1/reviews/${body.id}`,
    grants: [grant, other.grant].map(path => path.split('/').at(-1)!),
  };
}

/** The operations on access reviews. */
export const reviewCases = {
  listReviews: {
    '200 with a page before and a page after': async s => {
      await reviewed(s);
      await reviewed(s);
      await reviewed(s);
      const { body } = await s.get(DAN, '/v1/reviews?limit=1');
      return s.get(DAN, `/v1/reviews?limit=1&cursor=${body.nextCursor}`);
    },
    '200 for who manages them': async s => {
      const { path } = await reviewed(s);
      await s.post(ROOT, `${path}/close`, {});
      return s.get(ROOT, '/v1/reviews?state=closed');
    },
    '200 for those who are not asked': s => s.get(EVE, '/v1/reviews'),
    '200 for a service': s => s.get('service', '/v1/reviews'),
    '400 for an unknown state': s => s.get(DAN, '/v1/reviews?state=all'),
    '400 for a made-up cursor': s => s.get(DAN, '/v1/reviews?cursor=abc'),
    '401 for nobody': s => s.get('nobody', '/v1/reviews'),
  },
  startReview: {
    '201 with everything that one can have': async s => {
      const { requester } = await s.decided(GRANTED);
      return s.post(
        ROOT,
        '/v1/reviews',
        draft(requester, {
          description: 'Before the audit',
          reminders: ['P7D', 'PT12H'],
          scope: { holder: requester, level: 'read-only', datasets: [ORDERS] },
        }),
      );
    },
    '400 for a due date that is over': s =>
      s.post(
        ROOT,
        '/v1/reviews',
        draft(DAN, { dueAt: '2020-01-01T00:00:00Z' }),
      ),
    '400 for an unknown rule': s =>
      s.post(ROOT, '/v1/reviews', draft(DAN, { unreviewed: 'forget' })),
    '401 for nobody': s => s.post('nobody', '/v1/reviews', draft(DAN)),
    '403 for who does not manage them': s =>
      s.post(DAN, '/v1/reviews', draft(DAN)),
    '403 for a service': s => s.post('service', '/v1/reviews', draft(DAN)),
    '409 for a scope without access in force': s =>
      s.post(ROOT, '/v1/reviews', draft(s.newcomer())),
  },
  previewReview: {
    '200 for a scope': async s => {
      const { requester } = await s.decided(GRANTED);
      const scope = { holder: requester, olderThan: 'PT0S' };
      return s.post(ROOT, '/v1/reviews/preview', scope);
    },
    '200 for everything': s => s.post(ROOT, '/v1/reviews/preview', {}),
    '400 for a duration that is none': s =>
      s.post(ROOT, '/v1/reviews/preview', { olderThan: 'PX' }),
    '401 for nobody': s => s.post('nobody', '/v1/reviews/preview', {}),
    '403 for who does not manage them': s =>
      s.post(DAN, '/v1/reviews/preview', {}),
  },
  getReview: {
    '200 for who started it': async s =>
      s.get(ROOT, (await reviewed(s, { description: 'All of it' })).path),
    '200 for who is asked': async s => s.get(BOB, (await reviewed(s)).path),
    '200 for one that is closed': async s => {
      const { path } = await reviewed(s);
      await s.post(ROOT, `${path}/close`, {});
      return s.get(ROOT, path);
    },
    '400 for an id that is none': s => s.get(ROOT, '/v1/reviews/1'),
    '401 for nobody': async s => s.get('nobody', (await reviewed(s)).path),
    '404 for who has the access': async s => {
      const { path, requester } = await reviewed(s);
      return s.get(requester, path);
    },
    '404 for an unknown one': s => s.get(ROOT, `/v1/reviews/${UNKNOWN}`),
  },
  listReviewItems: {
    '200 with a page before and a page after': async s => {
      const { path, requester } = await reviewed(s);
      await s.decided(GRANTED, requester, { level: 'owner' });
      const { body } = await s.get(DAN, `${path}/items?limit=1`);
      return s.get(DAN, `${path}/items?limit=1&cursor=${body.nextCursor}`);
    },
    '200 with what was decided': async s => {
      const { path, grants } = await reviewed(s);
      const [kept, revoked] = grants;
      await s.post(BOB, `${path}/decisions`, {
        decision: 'keep',
        grants: [kept],
        comment: 'Needed',
      });
      await s.post(DAN, `${path}/decisions`, {
        decision: 'revoke',
        grants: [revoked],
      });
      return s.get(ROOT, `${path}/items?mine=false&dataset=${ORDERS}`);
    },
    '200 with what the rule decided': async s => {
      const { path } = await reviewed(s);
      await s.post(ROOT, `${path}/close`, {});
      return s.get(ROOT, `${path}/items?state=kept&q=orders`);
    },
    '200 for a service': async s =>
      s.get('service', `${(await reviewed(s)).path}/items`),
    '400 for a made-up cursor': async s =>
      s.get(ROOT, `${(await reviewed(s)).path}/items?cursor=abc`),
    '401 for nobody': async s =>
      s.get('nobody', `${(await reviewed(s)).path}/items`),
    '404 for a stranger': async s =>
      s.get(EVE, `${(await reviewed(s)).path}/items`),
  },
  decideReviewItems: {
    '200 with an outcome for each': async s => {
      const { path, grants } = await reviewed(s);
      const body = { decision: 'revoke', grants: [...grants, UNKNOWN] };
      return s.post(BOB, `${path}/decisions`, body);
    },
    '400 for the same grant twice': async s => {
      const { path, grants } = await reviewed(s);
      const twice = [grants[0], grants[0]];
      return s.post(BOB, `${path}/decisions`, {
        decision: 'keep',
        grants: twice,
      });
    },
    '401 for nobody': async s =>
      s.post('nobody', `${(await reviewed(s)).path}/decisions`, {
        decision: 'keep',
        grants: [UNKNOWN],
      }),
    '403 for a service': async s =>
      s.post('service', `${(await reviewed(s)).path}/decisions`, {
        decision: 'keep',
        grants: [UNKNOWN],
      }),
    '404 for a stranger': async s =>
      s.post(EVE, `${(await reviewed(s)).path}/decisions`, {
        decision: 'keep',
        grants: [UNKNOWN],
      }),
    '409 for one that is closed': async s => {
      const { path, grants } = await reviewed(s);
      await s.post(ROOT, `${path}/close`, {});
      return s.post(BOB, `${path}/decisions`, { decision: 'revoke', grants });
    },
  },
  closeReview: {
    '200 for who manages them': async s =>
      s.post(ROOT, `${(await reviewed(s)).path}/close`, {}),
    '401 for nobody': async s =>
      s.post('nobody', `${(await reviewed(s)).path}/close`, {}),
    '403 for who is asked': async s =>
      s.post(BOB, `${(await reviewed(s)).path}/close`, {}),
    '404 for an unknown one': s =>
      s.post(ROOT, `/v1/reviews/${UNKNOWN}/close`, {}),
  },
  exportReview: {
    '200 for who manages them': async s =>
      s.get(ROOT, `${(await reviewed(s)).path}/export`),
    '401 for nobody': async s =>
      s.get('nobody', `${(await reviewed(s)).path}/export`),
    '404 for a stranger': async s =>
      s.get(EVE, `${(await reviewed(s)).path}/export`),
  },
} satisfies Partial<Record<OperationId, ContractCases>>;

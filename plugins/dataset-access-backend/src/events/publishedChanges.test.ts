import type {
  DatasetAccessEvent,
  HistoryType,
} from 'backstage-plugin-dataset-access-common';
import {
  AIRLINE,
  airlineWorld,
  OLGA as AIRLINE_OWNER,
} from '../__testUtils__/airlineWorld';
import { confirmRemoval, giveBack, revoke } from '../__testUtils__/grantLife';
import { approvedAccess, grantedAccess } from '../__testUtils__/grants';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  changeShare,
  revokeShare,
  shareDomain,
} from '../__testUtils__/shareDomain';
import { ANA, BOB, DAN, EVE, MONA, ORDERS } from '../__testUtils__/smallWorld';
import { subscribe } from '../__testUtils__/subscribe';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { appendToChain } from '../audit/eventChain';
import { spec } from '../schema/openapi.gen';
import { publishedHistory } from './publishedHistory';

const CANARY = 'canary of a secret reason';

/** Every kind of change that there is, from the contract. */
const types = spec.components.schemas.HistoryEntry.properties.type
  .enum as readonly HistoryType[];

type SubjectType = DatasetAccessEvent['subject']['type'];

/** The histories of requests and grants, as events are numbered. */
async function recorded({ knex }: TestProduct) {
  const rows: Array<{
    subject_type: SubjectType;
    subject_id: string;
    seq: number;
    type: string;
    actor_ref: string | null;
  }> = await knex('audit_events')
    .whereIn('subject_type', ['request', 'grant', 'domain-grant'])
    .select('subject_type', 'subject_id', 'seq', 'type', 'actor_ref');
  return rows
    .map(
      row =>
        `${row.subject_type}:${row.subject_id}:${row.seq} ${row.type} ${row.actor_ref}`,
    )
    .sort();
}

const told = (events: readonly DatasetAccessEvent[]) =>
  events.map(({ id, type, actor = null }) => `${id} ${type} ${actor}`).sort();

const decide = (product: TestProduct, id: string, decision: object) =>
  product.post(BOB, `/v1/requests/${id}/decision`, decision);

onBothDatabases('events', start => {
  it('tell of a request and its grant, from filing to removal', async () => {
    const product = await start();
    const events = await subscribe(product.events);
    const request = await product.file(ANA, ORDERS, { reason: CANARY });
    await product.deliver();
    expect(events).toEqual([
      {
        id: `request:${request}:1`,
        seq: 1,
        type: 'filed',
        at: product.clock.now().toISOString(),
        actor: ANA,
        subject: { type: 'request', id: request },
        dataset: ORDERS,
        beneficiary: ANA,
        level: 'read-only',
        state: 'pending',
      },
    ]);
    await product.post(ANA, `/v1/requests/${request}/comments`, {
      text: CANARY,
    });
    const { body } = await decide(product, request, {
      decision: 'approve',
      comment: CANARY,
    });
    const grant = body.grant.id;
    await product.deliver();
    await product.post(DAN, `/v1/grants/${grant}/confirmation`, {
      accessNote: CANARY,
    });
    await product.deliver();
    await product.post(DAN, `/v1/grants/${grant}/revocation`, {
      reason: CANARY,
    });
    await product.deliver();
    await confirmRemoval(product, grant);
    await product.deliver();

    const story = (of: SubjectType) =>
      events
        .filter(({ subject }) => subject.type === of)
        .map(({ type, actor, state }) => [type, actor, state]);
    expect(story('request')).toEqual([
      ['filed', ANA, 'pending'],
      // delivered together with the next one, and by then the request stood so
      ['commented', ANA, 'approved'],
      ['approved', BOB, 'approved'],
    ]);
    expect(story('grant')).toEqual([
      ['grant-created', BOB, 'awaiting-provisioning'],
      ['grant-confirmed', DAN, 'active'],
      ['grant-revoked', DAN, 'revoking'],
      ['grant-removed', DAN, 'revoked'],
    ]);
    expect(told(events)).toEqual(await recorded(product));
    // what people wrote stays where it can be erased
    expect(JSON.stringify(events)).not.toContain(CANARY);
  });

  it('tell of everything that happens to requests and grants, once', async () => {
    const source = new MemorySource([]);
    const product = await start({ connectors: [source] });
    const events = await subscribe(product.events);

    const denied = await product.file(ANA, ORDERS);
    await decide(product, denied, { decision: 'deny', comment: 'Not now' });
    const withdrawn = await product.file(EVE, ORDERS);
    await product.post(EVE, `/v1/requests/${withdrawn}/withdrawal`, {});
    const many = await product.submit(ANA, {
      dataset: ORDERS,
      beneficiaries: [ANA, MONA],
    });
    await product.post(BOB, '/v1/decisions', {
      decisions: many.outcomes.map(({ requestId }) => ({
        requestId,
        decision: 'approve',
        granted: true,
      })),
    });
    await product.deliver();
    await giveBack(product, await grantedAccess(product, EVE), { by: EVE });
    const expiring = await approvedAccess(product, ANA, { level: 'editor' });
    await product.post(DAN, `/v1/grants/${expiring}/confirmation`, {});
    await product.file(MONA, ORDERS, { level: 'owner' });
    product.clock.advance('P40D');
    await product.access.grantLife.sweep.run();
    await product.access.due.run();
    await product.deliver();

    const happened = await recorded(product);
    expect(told(events)).toEqual(happened);
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set([
        ...['filed', 'denied', 'withdrawn', 'approved', 'expired'],
        ...['grant-created', 'grant-confirmed', 'grant-returned'],
        'grant-expired',
      ]),
    );
    await product.deliver();
    expect(told(events)).toEqual(happened);
  });

  it('tell of access to domains', async () => {
    const product = await start({ world: airlineWorld });
    const events = await subscribe(product.events);
    const shared = await shareDomain(product, ANA);
    const changed = await changeShare(product, shared, {
      level: 'editor',
      datasetLevelAccess: false,
    });
    await product.deliver();
    await revokeShare(product, changed);
    await product.deliver();

    expect(told(events)).toEqual(await recorded(product));
    expect(events.at(-1)).toEqual({
      id: `domain-grant:${shared.id}:${events.length}`,
      seq: events.length,
      type: 'domain-access-revoked',
      at: product.clock.now().toISOString(),
      actor: AIRLINE_OWNER,
      subject: { type: 'domain-grant', id: shared.id },
      domain: AIRLINE,
      beneficiary: ANA,
      level: 'editor',
      state: 'revoked',
    });
  });

  it('tell of domains that are asked for as such', async () => {
    const product = await start({ world: airlineWorld });
    const events = await subscribe(product.events);
    await product.file(ANA, AIRLINE, { datasetLevelAccess: true });
    await product.deliver();
    expect(events).toMatchObject([{ type: 'filed', domain: AIRLINE }]);
    expect(events[0].dataset).toBeUndefined();
  });

  it('tell of every kind of change that a history can have', async () => {
    const product = await start();
    const request = await product.file(ANA, ORDERS);
    await product.deliver();
    const events = await subscribe(product.events);
    const { knex, clock, access } = product;
    const history = publishedHistory({ knex, clock, outbox: access.outbox });
    const subject = { type: 'request' as const, id: request };
    await knex.transaction(async trx => {
      const heads = await history.heads(trx, 'request', [request]);
      let head = heads.get(request)!;
      for (const type of types) {
        const event = appendToChain(subject, head, {
          type,
          at: clock.now(),
          facts: { note: CANARY },
          text: CANARY,
        });
        await history.append(trx, [event]);
        head = event;
      }
    });
    await product.deliver();
    expect(events).toEqual(
      types.map((type, index) => ({
        id: `request:${request}:${index + 2}`,
        seq: index + 2,
        type,
        at: clock.now().toISOString(),
        subject,
        dataset: ORDERS,
        beneficiary: ANA,
        level: 'read-only',
        state: 'pending',
      })),
    );
  });

  it('tell nothing of what did not happen', async () => {
    const product = await start();
    const events = await subscribe(product.events);
    const request = await product.file(ANA, ORDERS);
    const both = await Promise.all(
      [1, 2].map(() => decide(product, request, { decision: 'approve' })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const grant = both[0].body.grant.id;
    await product.post(DAN, `/v1/grants/${grant}/confirmation`, {});
    const ends = await Promise.all([1, 2].map(() => revoke(product, grant)));
    expect(ends.map(({ status }) => status)).toContain(200);
    await product.deliver();
    expect(told(events)).toEqual(await recorded(product));
    expect(
      events.filter(
        ({ type }) => type === 'approved' || type === 'grant-revoked',
      ),
    ).toHaveLength(2);
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { DatabaseAuditStore } from './DatabaseAuditStore';
import {
  appendToChain,
  AuditEvent,
  AuditSubject,
  EMPTY_CHAIN,
  firstBrokenEvent,
} from './eventChain';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

/** Three events: a reason, a change by the system without text, a comment with everything that could be mangled. */
function historyOf(id: string, type: AuditSubject['type'] = 'request') {
  const subject = { type, id };
  const filed = appendToChain(subject, EMPTY_CHAIN, {
    type: 'filed',
    at: new Date('2030-01-15T09:00:00.001Z'),
    actor: 'user:default/ana',
    facts: { level: 'read-only', duration: null, nested: { 2: 'b', 1: 'a' } },
    text: 'Quarterly report',
  });
  const reminded = appendToChain(subject, filed, {
    type: 'reminded',
    at: new Date('2030-01-17T09:00:00.999Z'),
    facts: {},
  });
  const commented = appendToChain(subject, reminded, {
    type: 'commented',
    at: new Date('2030-03-31T01:30:00.000Z'),
    actor: 'user:default/bob',
    facts: { note: `"'\\ ☃ 🙂` },
    text: `line one\n"quoted" 'and' \\ backslash 🙂 <b>x</b> \t`,
  });
  return [filed, reminded, commented];
}

describe.each(databases.eachSupportedId())('the history in %s', id => {
  async function storeWith(...histories: AuditEvent[][]) {
    const knex = await databases.init(id);
    await openDatabase({ getClient: async () => knex });
    const store = new DatabaseAuditStore(knex);
    await knex.transaction(trx => store.append(trx, histories.flat()));
    return { knex, store };
  }

  it('reads back exactly what was written, and it is intact', async () => {
    const history = historyOf('r-1');
    const { store } = await storeWith(history);

    const read = await store.read('request', ['r-1']);

    expect(read).toEqual(history);
    expect(firstBrokenEvent(read, 3)).toBeUndefined();
  });

  it('keeps the histories of different things apart, and each in order', async () => {
    const one = historyOf('r-1');
    const two = historyOf('r-2');
    const grant = historyOf('r-1', 'grant');
    const { store } = await storeWith(two.slice().reverse(), grant, one);

    expect(await store.read('request', ['r-2', 'r-1'])).toEqual([
      ...one,
      ...two,
    ]);
    expect(await store.read('grant', ['r-1', 'r-2'])).toEqual(grant);
    expect(await store.read('request', ['r-3'])).toEqual([]);
    expect(await store.read('request', [])).toEqual([]);
  });

  it('is written in the transaction of the change or not at all', async () => {
    const { knex, store } = await storeWith();

    await expect(
      knex.transaction(async trx => {
        await store.append(trx, historyOf('r-1'));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');

    expect(await store.read('request', ['r-1'])).toEqual([]);
  });

  it('takes no second event in the same place', async () => {
    const { knex, store } = await storeWith(historyOf('r-1'));

    await expect(
      knex.transaction(trx => store.append(trx, historyOf('r-1').slice(1, 2))),
    ).rejects.toThrow(/unique|append-only/i);
  });

  it('can lose a text and stays intact without it', async () => {
    const { knex, store } = await storeWith(historyOf('r-1'));

    await knex('audit_events')
      .where({ subject_id: 'r-1', seq: 1 })
      .update({ text: null, text_salt: null });

    const read = await store.read('request', ['r-1']);
    expect(read[0].text).toBeUndefined();
    expect(read[0].textDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(read[2].text).toContain('backslash');
    expect(firstBrokenEvent(read, 3)).toBeUndefined();
  });

  it.each<[string, (knex: Knex) => PromiseLike<unknown>]>([
    ['a text', knex => events(knex).update({ text: 'I never said that' })],
    ['the salt of a text', knex => events(knex).update({ text_salt: 'x' })],
    ['a text, keeping its salt', knex => events(knex).update({ text: null })],
    [
      'a salt, keeping its text',
      knex => events(knex).update({ text_salt: null }),
    ],
    ['the digest of a text', knex => erase(knex, { text_digest: null })],
    ['the actor, while erasing', knex => erase(knex, { actor_ref: null })],
    ['the facts, while erasing', knex => erase(knex, { facts: '{}' })],
    ['the type, while erasing', knex => erase(knex, { type: 'denied' })],
    ['the time, while erasing', knex => erase(knex, { at: new Date(0) })],
    ['the number, while erasing', knex => erase(knex, { seq: 9 })],
    ['the subject, while erasing', knex => erase(knex, { subject_id: 'r-9' })],
    ['the hash, while erasing', knex => erase(knex, { hash: 'x' })],
    ['the link, while erasing', knex => erase(knex, { prev_hash: 'x' })],
    ['one event, by deleting it', knex => events(knex).delete()],
    ['all events, by deleting them', knex => knex('audit_events').delete()],
    ['all events, by truncating', knex => knex('audit_events').truncate()],
    [
      'an event, by inserting over it',
      async knex =>
        knex('audit_events')
          .insert({ ...(await events(knex).first()), type: 'denied' })
          .onConflict(['subject_type', 'subject_id', 'seq'])
          .merge(),
    ],
  ])('refuses by itself to change %s', async (_, change) => {
    const history = historyOf('r-1');
    const { knex, store } = await storeWith(history);

    await expect(change(knex)).rejects.toThrow('audit_events is append-only');
    expect(await store.read('request', ['r-1'])).toEqual(history);
  });
});

it('refuses to replace an event with the statement that SQLite has for it', async () => {
  const knex = await databases.init('SQLITE_3');
  await openDatabase({ getClient: async () => knex });
  const store = new DatabaseAuditStore(knex);
  const history = historyOf('r-1');
  await knex.transaction(trx => store.append(trx, history));

  await expect(
    knex.raw(`insert or replace into audit_events
      select subject_type, subject_id, seq, 'denied', at, actor_ref, facts, text, text_salt, text_digest, prev_hash, hash
      from audit_events where seq = 1`),
  ).rejects.toThrow();
  expect(await store.read('request', ['r-1'])).toEqual(history);
});

function events(knex: Knex) {
  return knex('audit_events').where({ subject_id: 'r-1', seq: 1 });
}

function erase(knex: Knex, more: object) {
  return events(knex).update({ text: null, text_salt: null, ...more });
}

import { eventsOf, grantOf, levelOf, revoke } from '../__testUtils__/grantLife';
import { grantedAccess } from '../__testUtils__/grants';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  decideItems,
  grantedOn,
  itemsOf,
  reviewOf,
  startReview,
} from '../__testUtils__/reviews';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  EVE,
  FRANK,
  MONA,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const config = { superusers };

const sweep = async (product: TestProduct) => {
  await product.access.reviewSweep.run();
  await product.deliver();
};

const noticesOf = (product: TestProduct, user: Caller) =>
  product.notifications
    .rows(user)
    .filter(({ scope }) => scope?.startsWith('review'))
    .map(({ title }) => title);

/** Three people with access to the orders; the first is kept by somebody. */
async function begun(product: TestProduct, unreviewed: 'keep' | 'revoke') {
  const grants = [];
  for (const user of [ANA, MONA, EVE] as const) {
    grants.push(await grantedAccess(product, user));
  }
  const { id } = await startReview(product, { unreviewed });
  await decideItems(product, id, BOB, 'keep', grants.slice(0, 1));
  return { id, grants };
}

onBothDatabases('an access review that closes', startProduct => {
  const start = () => startProduct({ config });

  it('revokes at its due date what nobody reviewed, and says that the rule did', async () => {
    const product = await start();
    const { id, grants } = await begun(product, 'revoke');
    await revoke(product, grants[1]);
    product.clock.advance('P14D');

    await sweep(product);
    await sweep(product);

    expect(await reviewOf(product, id)).toMatchObject({
      state: 'closed',
      closedAt: '2030-01-29T09:00:00.000Z',
      progress: { total: 3, kept: 1, revoked: 1, ended: 1, open: 0 },
      can: { close: { allowed: false, code: 'REVIEW_CLOSED' } },
    });
    expect((await reviewOf(product, id)).closedBy).toBeUndefined();
    expect(await levelOf(product, ANA)).toBe('read-only');
    const { history, ...revoked } = await grantOf(product, grants[2]);
    expect(revoked).toMatchObject({ endReason: 'revoked' });
    expect(revoked.endedBy).toBeUndefined();
    expect(history.at(-1)).toMatchObject({
      type: 'grant-revoked',
      text: 'Access review “Spring clean”: nobody reviewed it in time',
      facts: { review: id, byRule: true },
    });
    expect(history.at(-1)?.actor).toBeUndefined();
    expect(await itemsOf(product, id, ROOT, '?state=revoked')).toMatchObject([
      { grant: { id: grants[2] }, byRule: true },
    ]);
    expect(noticesOf(product, ROOT)).toEqual([
      'Access review “Spring clean” is closed',
    ]);
  });

  it('keeps at its due date what nobody reviewed where that is the rule', async () => {
    const product = await start();
    const { id, grants } = await begun(product, 'keep');
    product.clock.advance('P14D');

    await sweep(product);

    expect((await reviewOf(product, id)).progress).toMatchObject({ kept: 3 });
    expect(await levelOf(product, EVE)).toBe('read-only');
    expect((await eventsOf(product, grants[2])).at(-1)).toBe('grant-reviewed');
  });

  it('takes no decision once its due date has come, also before it was closed', async () => {
    const product = await start();
    const { id, grants } = await begun(product, 'keep');
    product.clock.advance('P14D');

    expect(await decideItems(product, id, BOB, 'revoke', grants)).toEqual([
      'REVIEW_CLOSED',
    ]);
    expect(await levelOf(product, ANA)).toBe('read-only');
  });

  it('closes before its due date when who manages reviews says so, once', async () => {
    const product = await start();
    const { id } = await begun(product, 'revoke');

    const closed = await product.post(ROOT, `/v1/reviews/${id}/close`);
    const again = await product.post(ROOT, `/v1/reviews/${id}/close`);

    expect(closed.body).toMatchObject({
      state: 'closed',
      closedBy: ROOT,
      progress: { kept: 1, revoked: 2, open: 0 },
    });
    expect(again.body).toEqual(closed.body);
    expect(await levelOf(product, EVE)).toBeUndefined();
  });

  it('goes on where it was left when it dies in the middle, and decides about each grant once', async () => {
    const product = await start();
    const { id, grants } = await begun(product, 'revoke');
    product.clock.advance('P14D');
    let statements = 0;
    // dies when the answer about the second of the two is written, and its grant is not; nothing works from then on
    const dies = ({ sql }: { sql: string }) => {
      if (/^update .access_grants/.test(sql)) {
        statements += 1;
      }
      if (statements > 1 && !/^rollback/i.test(sql)) {
        throw new Error('Connection terminated unexpectedly');
      }
    };
    product.knex.on('query', dies);
    await product.access.reviewSweep.run().catch(() => {});
    product.knex.removeListener('query', dies);
    const halfway = await reviewOf(product, id);

    await Promise.all([0, 1].map(() => product.access.reviewSweep.run()));
    await product.deliver();

    expect(halfway).toMatchObject({
      state: 'closing',
      progress: { kept: 1, revoked: 1, open: 1 },
    });
    expect(await reviewOf(product, id)).toMatchObject({
      state: 'closed',
      progress: { kept: 1, revoked: 2, open: 0 },
    });
    for (const grant of grants.slice(1)) {
      expect(
        (await eventsOf(product, grant)).filter(one => one === 'grant-revoked'),
      ).toHaveLength(1);
    }
    const [{ count }] = await product
      .knex('audit_events')
      .where({ subject_type: 'review', type: 'review-closed' })
      .count({ count: '*' });
    expect(Number(count)).toBe(1);
  });

  it('asks each reviewer once, with how much waits for him, and again before the end', async () => {
    const product = await start();
    await grantedAccess(product, ANA);
    await grantedAccess(product, CLEO, { beneficiary: FRANK });
    const theirs = await grantedOn(product, ANA, PRODUCTS);
    const { id } = await startReview(product);
    await product.deliver();
    const asked = (user: Caller) => noticesOf(product, user);

    expect(asked(DAN)).toEqual([
      'Access review “Spring clean”: 3 grants wait for you until Jan 29, 2030',
    ]);
    expect(asked(BOB)).toEqual([
      'Access review “Spring clean”: 2 grants wait for you until Jan 29, 2030',
    ]);
    expect(asked(FRANK)).toEqual([
      'Access review “Spring clean”: 1 grant waits for you until Jan 29, 2030',
    ]);
    expect(asked(ANA)).toEqual([]);

    product.notifications.clear();
    await decideItems(product, id, DAN, 'keep', [theirs]);
    product.clock.advance('P7D');
    await sweep(product);
    await sweep(product);
    expect(asked(DAN)).toEqual([
      'Access review “Spring clean”: 2 grants wait for you until Jan 29, 2030',
    ]);
    expect(
      product.notifications
        .rows(DAN)
        .filter(({ scope }) => scope === `review:${id}`)
        .map(({ times, link }) => [times, link]),
    ).toEqual([[1, `/dataset-access/reviews/${id}`]]);
  });

  it('tells who started it when nothing is left', async () => {
    const product = await start();
    const { id, grants } = await begun(product, 'keep');
    await sweep(product);
    expect(noticesOf(product, ROOT)).toEqual([]);

    await decideItems(product, id, BOB, 'keep', grants);
    await sweep(product);

    expect(noticesOf(product, ROOT)).toEqual([
      'Access review “Spring clean” is done: nothing is left to review',
    ]);
  });
});

onBothDatabases('the file of an access review', startProduct => {
  it('has each grant with what was decided, and nothing that a spreadsheet would run', async () => {
    const product = await startProduct({ config });
    const kept = await grantedAccess(product, ANA);
    const gone = await grantedAccess(product, MONA, { level: 'editor' });
    await grantedOn(product, EVE, PRODUCTS);
    const { id } = await startReview(product, {
      name: '=HYPERLINK("https://evil.example","click"), "x"',
    });
    await decideItems(product, id, BOB, 'keep', [kept], '@SUM(A1:A9)');
    await decideItems(product, id, BOB, 'revoke', [gone], 'two\nlines, "q"');

    const answer = await product.get(ROOT, `/v1/reviews/${id}/export`);

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="access-review-${id}.csv"`,
    );
    const text = answer.text;
    expect(text.split('\r\n')[0]).toBe(
      '\ufeffreview,grant,dataset,dataset title,source,holder,level,since,until,state,decided by,decided at,comment',
    );
    expect(text.match(/\r\n/g)).toHaveLength(4);
    const name = `"'=HYPERLINK(""https://evil.example"",""click""), ""x"""`;
    const at = '2030-01-15T09:00:00.000Z';
    const until = '2030-02-14T09:00:00.000Z';
    expect(text).toContain(
      `${name},${kept},resource:default/orders,Customer orders,Snowflake,user:default/ana,read-only,${at},${until},kept,user:default/bob,${at},'@SUM(A1:A9)\r\n`,
    );
    expect(text).toContain(
      `user:default/mona,editor,${at},${until},revoked,user:default/bob,${at},"two\nlines, ""q"""\r\n`,
    );
    expect(text).toContain(
      `user:default/eve,read-only,${at},${until},open,,,\r\n`,
    );
    // who is asked about some of it gets these
    const partial = await product.get(BOB, `/v1/reviews/${id}/export`);
    expect(partial.text).not.toContain('user:default/eve');
    expect(partial.text).toContain('user:default/ana');
  });
});

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { grantRevokePermission } from 'backstage-plugin-dataset-access-common';
import { eventsOf, grantOf, levelOf, revoke } from '../__testUtils__/grantLife';
import { approvedAccess, grantedAccess } from '../__testUtils__/grants';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  decideItems,
  DRAFT,
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
  ORDERS,
  PRODUCTS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const MARKETING = 'group:default/marketing';
const STEWARDS = 'group:default/stewards';
const SALES = 'group:default/sales';
const config = { superusers };

const visible = async (product: TestProduct, by: Caller) =>
  (await product.get(by, '/v1/reviews')).body.items.map(
    ({ name, openForMe }: { name: string; openForMe: number }) =>
      `${name}: ${openForMe}`,
  );

onBothDatabases('an access review', startProduct => {
  const start = (options: Parameters<typeof startProduct>[0] = {}) =>
    startProduct({ config, ...options });

  it('says before what it asks and whom, and then asks exactly that', async () => {
    const product = await start();
    await grantedAccess(product, ANA);
    await grantedAccess(product, MONA, { beneficiary: MARKETING });
    await grantedOn(product, ANA, PRODUCTS);
    // not in force
    await approvedAccess(product, EVE);
    await revoke(
      product,
      await grantedAccess(product, EVE, { level: 'owner' }),
    );

    const preview = await product.post(ROOT, '/v1/reviews/preview', {});
    const review = await startReview(product);

    expect(preview.body).toEqual({
      grants: 3,
      datasets: 2,
      // Bob, Cleo and Frank for the orders, and Dan as their owner, too
      reviewers: 4,
      datasetsWithoutReviewer: 0,
    });
    expect(review).toMatchObject({
      state: 'open',
      startedBy: ROOT,
      progress: { total: 3, kept: 0, revoked: 0, ended: 0, open: 3 },
      reviewers: [
        { ref: SALES, total: 3, open: 3 },
        { ref: STEWARDS, total: 2, open: 2 },
      ],
      can: { close: { allowed: true } },
    });
    expect(await itemsOf(product, review.id)).toHaveLength(3);
  });

  it.each<[string, object, string[]]>([
    ['a dataset', { datasets: [PRODUCTS] }, ['products editor']],
    ['a source', { source: 'Snowflake' }, ['orders owner', 'orders read-only']],
    [
      'a level and above',
      { level: 'editor' },
      ['orders owner', 'products editor'],
    ],
    ['a holder', { holder: MARKETING }, ['orders owner']],
    ['what is old', { olderThan: 'P5D' }, ['orders read-only']],
    ['a domain', { domain: 'domain:default/commerce' }, ['products editor']],
    [
      'several of these at once',
      { level: 'editor', source: 'Snowflake' },
      ['orders owner'],
    ],
  ])('is about %s', async (_, scope, expected) => {
    const product = await start({
      world: [
        ...smallWorld.filter(({ ref }) => ref !== PRODUCTS),
        {
          ...smallWorld.find(({ ref }) => ref === PRODUCTS)!,
          partOf: ['system:default/shop'],
        },
        { ref: 'system:default/shop', partOf: ['domain:default/retail'] },
        { ref: 'domain:default/retail', partOf: ['domain:default/commerce'] },
        { ref: 'domain:default/commerce' },
      ],
    });
    await grantedAccess(product, ANA);
    product.clock.advance('P7D');
    await grantedAccess(product, MONA, {
      beneficiary: MARKETING,
      level: 'owner',
    });
    await grantedOn(product, ANA, PRODUCTS, { level: 'editor' });

    const { id } = await startReview(product, { scope });

    expect(
      (await itemsOf(product, id))
        .map(({ grant }) => `${grant.dataset.ref.split('/')[1]} ${grant.level}`)
        .sort(),
    ).toEqual(expected);
  });

  it.each([
    ['an empty scope', { scope: { source: 'Nowhere' } }, 'REVIEW_EMPTY'],
    ['a due date in the past', { dueAt: '2030-01-15T09:00:00Z' }, 'BAD_PERIOD'],
    ['a blank name', { name: ' ' }, 'BAD_REASON'],
    [
      'a dataset that is none',
      { scope: { datasets: ['a:b:c'] } },
      'BAD_ENTITY_REF',
    ],
  ])('is not started with %s', async (_, draft, code) => {
    const product = await start();
    await grantedAccess(product, ANA);

    const { body } = await product.post(ROOT, '/v1/reviews', {
      ...DRAFT,
      ...draft,
    });

    expect(body.error.code).toBe(code);
    expect((await product.get(ROOT, '/v1/reviews')).body.items).toEqual([]);
  });

  it('is started, previewed and closed by who manages reviews, and by nobody else', async () => {
    const product = await start();
    await grantedAccess(product, ANA);
    const { id } = await startReview(product);

    const answers = await Promise.all(
      ([DAN, EVE, 'service'] as const).flatMap(caller => [
        product.post(caller, '/v1/reviews', DRAFT),
        product.post(caller, '/v1/reviews/preview', {}),
        product.post(caller, `/v1/reviews/${id}/close`),
      ]),
    );

    expect(answers.map(({ body }) => body.error.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      // Eve is not even asked
      'REVIEW_NOT_FOUND',
      'USER_REQUIRED',
      'USER_REQUIRED',
      'USER_REQUIRED',
    ]);
  });

  it('is seen by who is asked, with what he is asked about; not by holders and strangers', async () => {
    const product = await start();
    await grantedAccess(product, ANA);
    await grantedAccess(product, CLEO, { beneficiary: FRANK });
    await grantedOn(product, ANA, PRODUCTS);
    const { id } = await startReview(product);

    const seen = Object.fromEntries(
      await Promise.all(
        ([ROOT, DAN, BOB, FRANK, ANA, EVE] as const).map(async user => [
          user,
          await visible(product, user),
        ]),
      ),
    );

    expect(seen).toEqual({
      [ROOT]: ['Spring clean: 0'],
      [DAN]: ['Spring clean: 3'],
      [BOB]: ['Spring clean: 2'],
      // one of them is his own
      [FRANK]: ['Spring clean: 1'],
      [ANA]: [],
      [EVE]: [],
    });
    const counts = await Promise.all(
      ([DAN, FRANK, ANA, 'service'] as const).map(
        async user => (await product.get(user, '/v1/requests/counts')).body,
      ),
    );
    expect(counts.map(({ reviews }) => reviews)).toEqual([
      3,
      1,
      undefined,
      undefined,
    ]);
    expect(await itemsOf(product, id, DAN)).toHaveLength(3);
    expect(await itemsOf(product, id, BOB)).toHaveLength(2);
    expect(await itemsOf(product, id, FRANK, '?mine=true')).toHaveLength(1);
    expect((await reviewOf(product, id, BOB)).reviewers).toMatchObject([
      { ref: STEWARDS },
    ]);
    for (const path of ['', '/items', '/export']) {
      const answer = await product.get(ANA, `/v1/reviews/${id}${path}`);
      expect(answer.body.error.code).toBe('REVIEW_NOT_FOUND');
    }
  });

  it('keeps what is still needed and revokes the rest, in the source as well', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    const kept = await approvedAccess(product, ANA);
    const gone = await approvedAccess(product, MONA);
    expect(source.given(ORDERS)).toHaveLength(2);
    const { id } = await startReview(product);

    expect(await decideItems(product, id, BOB, 'keep', [kept])).toEqual(['ok']);
    expect(
      await decideItems(product, id, DAN, 'revoke', [gone], 'Left the team'),
    ).toEqual(['ok']);
    await product.deliver();

    expect(source.given(ORDERS)).toEqual([`${ANA}: read-only`]);
    expect(await levelOf(product, MONA)).toBeUndefined();
    expect((await grantOf(product, kept)).history.at(-1)).toMatchObject({
      type: 'grant-reviewed',
      actor: BOB,
      text: 'Access review “Spring clean”',
      facts: { review: id, decision: 'keep', byRule: false },
    });
    const ended = await grantOf(product, gone);
    expect(ended).toMatchObject({
      state: 'revoked',
      endedBy: DAN,
      endReason: 'revoked',
    });
    expect(
      ended.history.find(({ type }) => type === 'grant-revoked'),
    ).toMatchObject({
      actor: DAN,
      text: 'Access review “Spring clean”: Left the team',
    });
    expect((await reviewOf(product, id)).progress).toEqual({
      total: 2,
      kept: 1,
      revoked: 1,
      ended: 0,
      open: 0,
    });
    expect(await itemsOf(product, id, ROOT, '?state=revoked')).toMatchObject([
      { grant: { id: gone }, decidedBy: DAN, comment: 'Left the team' },
    ]);
  });

  it('answers for each grant on its own, and lets nobody review what he has himself', async () => {
    const product = await start();
    const own = await grantedAccess(product, CLEO, { beneficiary: FRANK });
    const other = await grantedAccess(product, ANA);
    const theirs = await grantedOn(product, ANA, PRODUCTS);
    const ended = await grantedAccess(product, MONA);
    const { id } = await startReview(product);
    await revoke(product, ended);
    const unknown = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

    expect(
      await decideItems(product, id, FRANK, 'keep', [
        own,
        other,
        theirs,
        ended,
        unknown,
      ]),
    ).toEqual([
      'BENEFICIARY_APPROVAL',
      'ok',
      // not asked about that dataset
      'GRANT_NOT_FOUND',
      'GRANT_ENDED',
      'GRANT_NOT_FOUND',
    ]);
    expect(await decideItems(product, id, FRANK, 'revoke', [own])).toEqual([
      'BENEFICIARY_APPROVAL',
    ]);
    expect((await reviewOf(product, id)).progress).toEqual({
      total: 4,
      kept: 1,
      revoked: 0,
      ended: 1,
      open: 2,
    });
    const [shown] = (await itemsOf(product, id, FRANK)).filter(
      ({ grant }) => grant.id === own,
    );
    expect(shown.can).toMatchObject({
      keep: { code: 'BENEFICIARY_APPROVAL' },
      revoke: { code: 'BENEFICIARY_APPROVAL' },
    });
  });

  it('asks who answers for a dataset now, not who did at the start', async () => {
    const product = await start();
    const grant = await grantedOn(product, ANA, PRODUCTS);
    const { id } = await startReview(product);
    product.catalog.put({
      ...product.catalog.get(PRODUCTS),
      owners: ['data-office'],
    });
    expect(await decideItems(product, id, DAN, 'keep', [grant])).toEqual([
      'NOT_AN_APPROVER',
    ]);

    await product.access.reviewSweep.follow();

    expect(await visible(product, DAN)).toEqual([]);
    expect(await visible(product, 'user:default/olga')).toEqual([
      'Spring clean: 1',
    ]);
    expect(
      await decideItems(product, id, 'user:default/olga', 'keep', [grant]),
    ).toEqual(['ok']);
  });

  it('asks superusers where nobody else can, also about a dataset that is another one now', async () => {
    const product = await start();
    const grant = await grantedOn(product, ANA, PRODUCTS);
    product.catalog.put({
      ...product.catalog.get(PRODUCTS),
      uid: 'somebody-else',
    });

    const preview = await product.post(ROOT, '/v1/reviews/preview', {});
    const { id, openForMe } = await startReview(product);

    expect(preview.body).toMatchObject({
      reviewers: 1,
      datasetsWithoutReviewer: 1,
    });
    expect(openForMe).toBe(1);
    expect((await product.get(DAN, `/v1/reviews/${id}`)).status).toBe(404);
    expect(await decideItems(product, id, ROOT, 'keep', [grant])).toEqual([
      'ok',
    ]);
  });

  it('takes one decision of two at the same moment', async () => {
    const product = await start();
    const grants = [];
    for (const user of [ANA, MONA, EVE] as const) {
      grants.push(await grantedAccess(product, user));
    }
    const { id } = await startReview(product);

    const [bob, cleo] = await Promise.all([
      decideItems(product, id, BOB, 'revoke', grants),
      decideItems(product, id, CLEO, 'revoke', grants),
    ]);

    bob.forEach((answer, index) =>
      expect([answer, cleo[index]].sort()).toEqual(['ALREADY_REVIEWED', 'ok']),
    );
    for (const grant of grants) {
      expect(
        (await eventsOf(product, grant)).filter(one => one === 'grant-revoked'),
      ).toHaveLength(1);
    }
  });

  it('lets a decision stand, but lets what was kept be revoked until it closes', async () => {
    const product = await start();
    const grant = await grantedAccess(product, ANA);
    const { id } = await startReview(product);
    await decideItems(product, id, BOB, 'keep', [grant]);

    const answers = [
      // the same person once more
      await decideItems(product, id, BOB, 'keep', [grant]),
      await decideItems(product, id, CLEO, 'keep', [grant]),
      await decideItems(product, id, CLEO, 'revoke', [grant]),
      await decideItems(product, id, CLEO, 'keep', [grant]),
      await decideItems(product, id, BOB, 'revoke', [grant]),
    ];

    expect(answers.flat()).toEqual([
      'ok',
      'ALREADY_REVIEWED',
      'ok',
      'ALREADY_REVIEWED',
      'ALREADY_REVIEWED',
    ]);
    expect((await grantOf(product, grant)).endReason).toBe('revoked');
  });

  it('asks for a comment on revocations where the portal is set up so', async () => {
    const product = await start({
      config: { superusers, reviews: { revokeNeedsComment: true } },
    });
    const grant = await grantedAccess(product, ANA);
    const { id, commentNeeded } = await startReview(product);

    expect(commentNeeded).toBe(true);
    expect(await decideItems(product, id, BOB, 'revoke', [grant])).toEqual([
      'BAD_REASON',
    ]);
    expect(await levelOf(product, ANA)).toBe('read-only');
  });

  it('is narrowed by the permission policy of the portal', async () => {
    let denies = false;
    const product = await start({
      policy: name => ({
        result:
          denies && name === grantRevokePermission.name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const grant = await grantedAccess(product, ANA);
    const { id } = await startReview(product);
    denies = true;

    expect(await decideItems(product, id, BOB, 'revoke', [grant])).toEqual([
      'FORBIDDEN',
    ]);
  });

  it('comes page by page, and is searched by who holds what', async () => {
    const product = await start();
    for (const user of [ANA, MONA, EVE] as const) {
      await grantedAccess(product, user);
      await grantedOn(product, user, PRODUCTS);
    }
    const { id } = await startReview(product);
    const all = await itemsOf(product, id);
    const path = `/v1/reviews/${id}/items?limit=2`;

    const pages = [(await product.get(ROOT, path)).body];
    for (let next = pages[0].nextCursor; next; ) {
      const { body } = await product.get(ROOT, `${path}&cursor=${next}`);
      pages.push(body);
      next = body.nextCursor;
    }
    const back = await product.get(
      ROOT,
      `${path}&cursor=${pages[2].prevCursor}`,
    );

    expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 2]);
    expect(pages.flatMap(({ items }) => items)).toEqual(all);
    expect(back.body.items).toEqual(pages[1].items);
    expect(await itemsOf(product, id, ROOT, '?q=MONA')).toHaveLength(2);
    expect(await itemsOf(product, id, ROOT, '?q=bigquery')).toHaveLength(3);
    expect(
      await itemsOf(product, id, ROOT, `?dataset=${PRODUCTS}`),
    ).toHaveLength(3);
    const stray = await product.get(
      ROOT,
      `/v1/reviews/${id}/items?q=x&cursor=${pages[0].nextCursor}`,
    );
    expect(stray.body.error.code).toBe('BAD_CURSOR');
  });
});

import {
  airlineWorld,
  ANA,
  ANALYSTS,
  CLEO,
  EVE,
  FLIGHTS,
  LAKE,
  MOVIES,
  OLGA,
  PETRA,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import {
  domainsOf,
  GIVEN,
  inShort,
  listOf,
  NOT_GIVEN,
  replaceList,
  tryToReplace,
} from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  changeShare,
  levelsOn,
  revokeShare,
  shareDomain,
  storyOf,
} from '../__testUtils__/shareDomain';
import type { TestProduct } from '../__testUtils__/TestProduct';

const named = (...DomainNames: object[]) => ({ DomainNames });

/** Tables in which a change would leave something behind. */
const TABLES = [
  'domain_grants',
  'domain_snapshots',
  'domain_snapshot_datasets',
  'audit_events',
  'changes',
];

async function rowsOf({ knex }: TestProduct) {
  return Promise.all(TABLES.map(table => knex(table).select()));
}

onBothDatabases('replacing the list of a group’s domains', start => {
  const airline = () => start({ world: airlineWorld });

  it('needs to say which list is replaced (S1.16, P-31)', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS);

    const answer = await tryToReplace(product, ANALYSTS, named(), {
      tag: null,
    });

    expect(codeOf(answer)).toEqual([428, 'PRECONDITION_REQUIRED']);
    expect(inShort((await listOf(product, ANALYSTS)).domains)).toEqual([
      'airline read-only datasets',
    ]);
  });

  it('answers with the tag of the list as it is then, in header and body', async () => {
    const product = await airline();
    const read = await product.get(OLGA, domainsOf(ANALYSTS));
    const written = await tryToReplace(
      product,
      ANALYSTS,
      named({ airline: GIVEN }),
      { tag: read.headers.etag },
    );
    const after = await product.get(PETRA, domainsOf(ANALYSTS));

    expect(read.headers.etag).toMatch(/^"[\w-]{10,}"$/);
    expect(read.body.etag).toBe(read.headers.etag);
    expect(written.body.etag).toBe(written.headers.etag);
    expect(after.headers.etag).toBe(written.headers.etag);
    expect(written.headers.etag).not.toBe(read.headers.etag);
  });

  it.each<[string, (product: TestProduct) => Promise<unknown>]>([
    [
      'given another domain',
      product => shareDomain(product, ANALYSTS, { domain: MOVIES }),
    ],
    [
      'given datasets',
      async product => {
        const [grant] = (await listOf(product, ANALYSTS)).domains;
        return changeShare(product, grant, { datasetLevelAccess: true });
      },
    ],
    [
      'given another level',
      async product => {
        const [grant] = (await listOf(product, ANALYSTS)).domains;
        return changeShare(product, grant, { level: 'editor' });
      },
    ],
    [
      'taken a domain from',
      async product => {
        const [grant] = (await listOf(product, ANALYSTS)).domains;
        return revokeShare(product, grant);
      },
    ],
    [
      'taken a domain from and given it again',
      async product => {
        const [grant] = (await listOf(product, ANALYSTS)).domains;
        await revokeShare(product, grant);
        return shareDomain(product, ANALYSTS, { datasetLevelAccess: false });
      },
    ],
  ])(
    'is refused when the group was meanwhile %s, and then nothing is lost (P-31)',
    async (_, meanwhile) => {
      const product = await airline();
      await shareDomain(product, ANALYSTS, { datasetLevelAccess: false });
      const { etag: tag } = await listOf(product, ANALYSTS);
      await meanwhile(product);
      const before = await listOf(product, ANALYSTS);

      for (const dryRun of [true, false]) {
        const answer = await tryToReplace(
          product,
          ANALYSTS,
          named({ crew: GIVEN }),
          { tag, dryRun },
        );
        expect(codeOf(answer)).toEqual([412, 'LIST_CHANGED']);
      }
      expect(await listOf(product, ANALYSTS)).toEqual(before);
    },
  );

  it('goes on where only the list of another group has changed', async () => {
    const product = await airline();
    const { etag: tag } = await listOf(product, ANALYSTS);
    await shareDomain(product, EVE);
    await shareDomain(product, 'group:default/juniors');

    await replaceList(product, ANALYSTS, named({ airline: GIVEN }), { tag });

    expect(await levelsOn(product, ANA, [FLIGHTS])).toEqual(['read-only']);
  });

  it('replaces whatever there is where that is said', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS);

    await replaceList(product, ANALYSTS, named({ movies: NOT_GIVEN }), {
      tag: '*',
    });

    expect(inShort((await listOf(product, ANALYSTS)).domains)).toEqual([
      'movies read-only',
    ]);
  });

  it('writes nothing and keeps the tag where nothing is different', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS);
    const { DomainNames, etag: tag } = await listOf(product, ANALYSTS);
    const before = await storyOf(product);

    const { changes, etag } = await replaceList(
      product,
      ANALYSTS,
      { DomainNames },
      { tag },
    );

    expect(changes).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: 1,
    });
    expect(etag).toBe(tag);
    expect(await storyOf(product)).toEqual(before);
  });

  it('can be tried: that answers what will happen, changes nothing, and leaves the tag good (S1.16, P-31)', async () => {
    const product = await airline();
    await shareDomain(product, ANALYSTS, { level: 'editor' });
    await shareDomain(product, ANALYSTS, { domain: MOVIES });
    const list = named({ airline: NOT_GIVEN }, { crew: GIVEN });
    const { etag: tag } = await listOf(product, ANALYSTS);
    const before = await rowsOf(product);
    const had = await levelsOn(product, CLEO, [FLIGHTS, LAKE]);

    const tried = await replaceList(product, ANALYSTS, list, {
      tag,
      dryRun: true,
    });
    const after = await rowsOf(product);
    const has = await levelsOn(product, CLEO, [FLIGHTS, LAKE]);
    const done = await replaceList(product, ANALYSTS, list, {
      tag: tried.etag,
    });

    expect(after).toEqual(before);
    expect([had, has]).toEqual(Array(2).fill(['editor', 'editor']));
    expect([tried.dryRun, done.dryRun]).toEqual([true, false]);
    expect(tried.changes).toEqual(done.changes);
    expect(tried.DomainNames).toEqual(done.DomainNames);
    expect(inShort(tried.domains)).toEqual(inShort(done.domains));
    expect(tried.can).toEqual(done.can);
    expect([
      inShort(done.changes.added),
      inShort(done.changes.changed),
      inShort(done.changes.removed),
    ]).toEqual([
      ['crew read-only datasets'],
      ['airline editor'],
      ['movies read-only datasets'],
    ]);
    expect(done.changes.changed[0]).toMatchObject({
      levelBefore: 'editor',
      datasetLevelAccessBefore: true,
    });
  });
});

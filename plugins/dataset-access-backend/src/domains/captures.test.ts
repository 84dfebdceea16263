import type { Response } from 'supertest';
import {
  AIRLINE,
  airlineWorld,
  ANA,
  ANALYSTS,
  EVE,
  FLIGHTS,
  LAKE,
  MOVIES,
  OLGA,
} from '../__testUtils__/airlineWorld';
import { codeOf } from '../__testUtils__/codeOf';
import { GIVEN, listOf, tryToReplace } from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  changeShare,
  grantsOf,
  levelsOn,
  revokeShare,
  shareDomain,
  storyOf,
} from '../__testUtils__/shareDomain';
import { POND, put, snapshotRows, waters } from '../__testUtils__/snapshots';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const ofAna = '/v1/domains/airline/users/ana/grants';
const TABLES = [
  'domain_grants',
  'domain_snapshots',
  'domain_snapshot_datasets',
  'audit_events',
];

/** What takes a snapshot, each with what there is to be before. */
const givings: Array<
  [
    string,
    (product: TestProduct) => Promise<unknown>,
    (product: TestProduct, before: any) => PromiseLike<Response>,
  ]
> = [
  [
    'sharing the domain',
    async () => {},
    product =>
      product.post(OLGA, grantsOf(AIRLINE), {
        subject: ANA,
        level: 'owner',
        datasetLevelAccess: true,
      }),
  ],
  [
    'giving datasets to who has the domain',
    product => shareDomain(product, ANA, { datasetLevelAccess: false }),
    product => product.put(OLGA, ofAna, GIVEN),
  ],
  [
    'giving them again',
    async product => {
      await shareDomain(product, ANA);
      await put(product, waters(POND, 'snapshot-only'));
    },
    product => product.put(OLGA, ofAna, GIVEN),
  ],
  [
    'replacing the list of a group',
    async product => {
      await shareDomain(product, ANALYSTS, { domain: MOVIES });
      return listOf(product, ANALYSTS);
    },
    (product, { etag: tag }) =>
      tryToReplace(
        product,
        ANALYSTS,
        { DomainNames: [{ airline: GIVEN }] },
        { tag },
      ),
  ],
];

onBothDatabases('taking a snapshot', start => {
  const airline = () => start({ world: airlineWorld });
  const rowsOf = ({ knex }: TestProduct) =>
    Promise.all(TABLES.map(async table => (await knex(table)).length));

  it.each(givings)(
    'fails where the catalog cannot be read to its end, and then %s has given nothing (P-30)',
    async (_, prepare, give) => {
      const product = await airline();
      const before = await prepare(product);
      const rows = await rowsOf(product);
      const story = await storyOf(product);
      const list = (await listOf(product, ANALYSTS)).DomainNames;
      const had = await levelsOn(product, ANA, [AIRLINE, FLIGHTS, LAKE, POND]);
      // the lake is on the first page, which is written before the second one fails
      product.catalog.pageSize = product.catalog.entities().length - 1;
      product.catalog.beforePage = async page => {
        if (page > 0) {
          throw new Error('read ECONNRESET');
        }
      };

      const answer = await give(product, before);
      product.catalog.beforePage = undefined;

      expect(codeOf(answer)).toEqual([503, 'CATALOG_UNAVAILABLE']);
      expect(await rowsOf(product)).toEqual(rows);
      expect(await storyOf(product)).toEqual(story);
      expect((await listOf(product, ANALYSTS)).DomainNames).toEqual(list);
      expect(
        await levelsOn(product, ANA, [AIRLINE, FLIGHTS, LAKE, POND]),
      ).toEqual(had);
      expect((await give(product, before)).status).toBeLessThan(300);
      expect(await levelsOn(product, ANA, [LAKE])).not.toEqual([undefined]);
    },
  );

  it('writes as many rows for a large domain as for a small one, unless datasets are snapshot-only', async () => {
    const written = async (datasets: number) => {
      const product = await airline();
      await put(
        product,
        ...Array.from({ length: datasets }, (_, at) =>
          waters(`resource:default/film-${at}`, 'following', 'cinema'),
        ),
      );
      const before = await rowsOf(product);
      const grant = await shareDomain(product, ANA, { domain: MOVIES });
      await changeShare(product, grant, { retakeSnapshot: true });
      const after = await rowsOf(product);
      return after.map((count, at) => count - before[at]);
    };

    expect(await written(1)).toEqual([1, 0, 0, 3]);
    expect(await written(200)).toEqual([1, 0, 0, 3]);
  });

  it('is seen by who may share the domain while it runs, with what was found so far', async () => {
    const product = await airline();
    const captures = async (caller: Caller) => {
      const { body } = await product.get(caller, grantsOf(AIRLINE));
      return body.captures;
    };
    const startedAt = product.clock.now().toISOString();
    product.catalog.pageSize = product.catalog.entities().length - 1;
    const [isThere, arrive] = signal();
    const [mayGoOn, goOn] = signal();
    product.catalog.beforePage = async page => {
      if (page > 0) {
        arrive();
        await mayGoOn;
      }
    };

    const giving = shareDomain(product, ANALYSTS);
    await isThere;
    const running = await captures(OLGA);
    const seenByOthers = await captures(ANA);
    const had = await levelsOn(product, ANA, [AIRLINE, FLIGHTS, LAKE]);
    goOn();
    await giving;

    expect(running).toEqual([
      { subject: ANALYSTS, datasets: 1, by: OLGA, startedAt },
    ]);
    expect(seenByOthers).toEqual([]);
    expect(had).toEqual([undefined, undefined, undefined]);
    expect(await captures(OLGA)).toEqual([]);
    expect(await levelsOn(product, ANA, [LAKE])).toEqual(['read-only']);
  });

  it.each<[string, (product: TestProduct) => Promise<unknown>]>([
    [
      'is revoked',
      async product =>
        revokeShare(product, (await product.get(OLGA, ofAna)).body.grant),
    ],
    [
      'keeps the domain alone',
      product =>
        product.put(OLGA, ofAna, {
          IsDatasetLevelAccessProvided: false,
        }) as any,
    ],
    ['is given again', product => product.put(OLGA, ofAna, GIVEN) as any],
    [
      'expires',
      async product => {
        const { grant } = (await product.get(OLGA, ofAna)).body;
        await changeShare(product, grant, {
          expiresAt: '2030-01-15T09:00:01.000Z',
        });
        product.clock.advance('PT1S');
        await product.access.domainSweep.run();
      },
    ],
  ])(
    'leaves what is swept away an hour later when the access %s, and nothing else',
    async (_, end) => {
      const product = await airline();
      await shareDomain(product, ANA);
      await shareDomain(product, EVE);
      await end(product);
      const inUse = await product
        .knex('domain_grants')
        .whereNotNull('snapshot_id')
        .select('snapshot_id');
      const before = await snapshotRows(product);

      product.clock.advance('PT59M59S');
      await product.access.domainSweep.run();
      const early = await snapshotRows(product);
      product.clock.advance('PT2S');
      await product.access.domainSweep.run();

      expect(early).toEqual(before);
      expect(await snapshotRows(product)).toEqual([inUse.length, inUse.length]);
      expect(before[0]).toBe(inUse.length + 1);
      expect(await levelsOn(product, EVE, [LAKE])).toEqual(['read-only']);
    },
  );

  it('for nothing, since the access is there already, is swept away as well', async () => {
    const product = await airline();
    await shareDomain(product, ANA);

    const { status } = await product.post(OLGA, ofAna, {
      AccessType: 'owner',
      ...GIVEN,
    });
    product.clock.advance('PT1H1S');
    await product.access.domainSweep.run();

    expect(status).toBe(409);
    expect(await snapshotRows(product)).toEqual([1, 1]);
    expect(await levelsOn(product, ANA, [LAKE])).toEqual(['read-only']);
  });
});

/** Something to wait for, and what makes it happen. */
function signal(): [Promise<void>, () => void] {
  let happen = () => {};
  const happening = new Promise<void>(resolve => {
    happen = resolve;
  });
  return [happening, happen];
}

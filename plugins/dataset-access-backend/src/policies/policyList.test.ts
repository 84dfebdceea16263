import { codeOf } from '../__testUtils__/codeOf';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, ROOT, superusers } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const NAMES = [
  'Ärzte lesen',
  'Übersicht für alle',
  '分析者は読む',
  '😀 who laughs',
  'Zebras',
  'apples 100% "quoted"',
];

onBothDatabases('the list of policies', start => {
  const startFresh = async () => {
    const product = await start({ config: { superusers } });
    for (const name of NAMES) {
      const { status } = await product.post(ROOT, '/v1/policies', {
        name,
        description: `About ${name}`,
        type: 'metadata',
        privileges: ['metadata.edit-links'],
        actors: { users: [ANA] },
      });
      expect(status).toBe(201);
      product.clock.advance('PT1S');
    }
    return product;
  };
  // looking changes nothing, so these tests can share a product
  let shared: Promise<TestProduct> | undefined;
  const administered = () => (shared ??= startFresh());
  const page = async (product: TestProduct, query: string) => {
    const { status, body } = await product.get(ROOT, `/v1/policies?${query}`);
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  };
  const namesOf = ({ items }: { items: Array<{ name: string }> }) =>
    items.map(({ name }) => name);

  it.each(['name', '-name', 'updated', '-updated'])(
    'comes a page at a time, forwards and backwards, whatever the names are: by %s',
    async sort => {
      const product = await administered();
      const all = namesOf(await page(product, `sort=${sort}&limit=100`));
      const forwards: string[] = [];
      const backwards: string[] = [];

      let one = await page(product, `sort=${sort}&limit=1`);
      forwards.push(...namesOf(one));
      while (one.nextCursor) {
        one = await page(
          product,
          `sort=${sort}&limit=1&cursor=${one.nextCursor}`,
        );
        forwards.push(...namesOf(one));
      }
      while (one.prevCursor) {
        one = await page(
          product,
          `sort=${sort}&limit=1&cursor=${one.prevCursor}`,
        );
        backwards.unshift(...namesOf(one));
      }

      expect(all.length).toBeGreaterThan(20);
      expect(forwards).toEqual(all);
      expect([...backwards, all.at(-1)]).toEqual(all);
    },
  );

  it.each<[string, string[]]>([
    ['q=zEBR', ['Zebras']],
    ['q=%C3%9CBERSICHT', ['Übersicht für alle']],
    ['q=100%25', ['apples 100% "quoted"']],
    ['q=_pples', []],
    [`q=About%20Z`, ['Zebras']],
    ['origin=custom&limit=100', [...NAMES]],
    [`actor=${ANA}&limit=100`, [...NAMES]],
    ['actor=User:Ana&limit=100', [...NAMES]],
    ['privilege=metadata.edit-links&origin=custom', [...NAMES]],
    ['actor=role:reader', ['Reader: metadata', 'Reader: platform']],
    ['origin=superusers&type=platform', ['Superusers: platform']],
    ['state=inactive', []],
  ])('is narrowed by ?%s', async (query, expected) => {
    const product = await administered();

    const found = namesOf(await page(product, query));

    expect([...found].sort()).toEqual([...expected].sort());
  });

  it.each(['sort=privileges', 'state=gone', 'limit=0', 'colour=red', 'q='])(
    'is not to be had by ?%s',
    async query => {
      const product = await administered();

      const { status, body } = await product.get(ROOT, `/v1/policies?${query}`);

      expect([status, body.error.code]).toEqual([400, 'INVALID_REQUEST']);
    },
  );

  it.each(['ana', 'component:default/website', 'role:Reader'])(
    'knows nobody called %s',
    async actor => {
      const product = await administered();

      const answer = await product.get(ROOT, `/v1/policies?actor=${actor}`);

      expect(codeOf(answer)).toEqual([400, 'BAD_ENTITY_REF']);
    },
  );
});

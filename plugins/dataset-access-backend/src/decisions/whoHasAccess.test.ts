import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { grantReadPermission } from 'backstage-plugin-dataset-access-common';
import {
  createGrantConditionalDecision,
  grantConditions,
} from 'backstage-plugin-dataset-access-node';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { approvedAccess, grantedAccess } from '../__testUtils__/grants';
import {
  ANA,
  BOB,
  DAN,
  EVE,
  MONA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

interface Holder {
  subject: string;
  level: string;
  expiresAt?: string;
  paths: Array<{ nodes: Array<{ kind: string; id: string }> }>;
}

onBothDatabases('who has access', start => {
  const administered = () => start({ config: { superusers } });
  const ask = (
    product: TestProduct,
    caller: Caller = DAN,
    dataset: string = ORDERS,
    more = '',
  ) => product.get(caller, `/v1/who-has-access?dataset=${dataset}${more}`);
  const summary = (items: Holder[]) =>
    items.map(({ subject, level, expiresAt }) => [subject, level, expiresAt]);

  it('is everybody with a way to the data, each with the highest level, strongest first', async () => {
    const product = await administered();
    const marketing = 'group:default/marketing';
    await grantedAccess(product, ANA, { level: 'editor', duration: 'P7D' });
    await grantedAccess(product, ANA, { level: 'read-only', duration: 'P30D' });
    await grantedAccess(product, EVE);
    await grantedAccess(product, EVE, { beneficiary: marketing });
    await approvedAccess(product, 'user:default/olga');

    const { status, body } = await ask(product);

    expect(status).toBe(200);
    expect(summary(body.items)).toEqual([
      [DAN, 'owner', undefined],
      [ANA, 'editor', '2030-01-22T09:00:00.000Z'],
      [EVE, 'read-only', '2030-02-14T09:00:00.000Z'],
      [MONA, 'read-only', '2030-02-14T09:00:00.000Z'],
    ]);
    const mona = body.items.at(-1) as Holder;
    expect(mona.paths[0].nodes.map(({ kind, id }) => [kind, id])).toEqual([
      ['user', MONA],
      ['group', marketing],
      ['grant', expect.any(String)],
      ['resource', ORDERS],
    ]);
  });

  it('is nobody whose access has ended, at that very instant', async () => {
    const product = await administered();
    await grantedAccess(product, ANA, { duration: 'P7D' });
    const subjects = async () => {
      const { body } = await ask(product);
      return body.items.map(({ subject }: Holder) => subject);
    };

    product.clock.advance('P6DT23H59M59.999S');
    const before = await subjects();
    product.clock.advance('PT0.001S');

    expect(before).toEqual([DAN, ANA]);
    expect(await subjects()).toEqual([DAN]);
  });

  it('is without an end where one of several ways has none', async () => {
    const product = await administered();
    await grantedAccess(product, ANA, { duration: 'P7D' });
    await product.post(ROOT, '/v1/policies', {
      name: 'Analysts read orders',
      type: 'metadata',
      privileges: ['dataset-access.level.read-only'],
      actors: { groups: ['group:default/analysts'] },
      resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
    });

    const { body } = await ask(product);

    expect(summary(body.items)).toContainEqual([ANA, 'read-only', undefined]);
    expect(body.items.at(-1).paths).toHaveLength(2);
  });

  it('comes a page at a time, forwards and backwards', async () => {
    const product = await administered();
    await grantedAccess(product, ANA, { level: 'editor' });
    await grantedAccess(product, EVE);
    await grantedAccess(product, MONA);
    const page = async (cursor = '') => {
      const { body } = await ask(
        product,
        DAN,
        ORDERS,
        `&limit=1${cursor && `&cursor=${cursor}`}`,
      );
      return body;
    };
    const seen: string[] = [];
    let last = await page();
    for (let one = last; one; ) {
      last = one;
      seen.push(one.items[0].subject);
      one = one.nextCursor && (await page(one.nextCursor));
    }
    const back = await page(last.prevCursor);

    expect(seen).toEqual([DAN, ANA, EVE, MONA]);
    expect(back.items[0].subject).toBe(EVE);
    const elsewhere = await ask(
      product,
      ROOT,
      'api:default/products',
      `&cursor=${last.prevCursor}`,
    );
    expect(elsewhere.body.error.code).toBe('BAD_CURSOR');
  });

  it('is told to who answers for the dataset, to administrators and to services, and to nobody else', async () => {
    const product = await administered();
    await grantedAccess(product, ANA);
    const codeFor = async (caller: Caller) => {
      const { status, body } = await ask(product, caller);
      return body.error?.code ?? status;
    };

    expect(await codeFor(DAN)).toBe(200);
    expect(await codeFor(ROOT)).toBe(200);
    expect(await codeFor('service')).toBe(200);
    // neither to who has access nor to who approved it
    expect(await codeFor(ANA)).toBe('FORBIDDEN');
    expect(await codeFor(BOB)).toBe('FORBIDDEN');
    expect((await ask(product, 'nobody')).status).toBe(401);
  });

  it.each([
    ['a hidden dataset', ORDERS],
    ['something else than a dataset', 'component:default/website'],
  ])('is answered alike for %s and for nothing (F6)', async (_, ref) => {
    const product = await administered();
    product.catalog.hide(ORDERS, DAN);
    const answer = async (dataset: string) => {
      const { status, body } = await ask(product, DAN, dataset);
      return [status, body.error];
    };

    const hidden = await answer(ref);

    expect(hidden).toEqual(await answer('resource:default/nothing'));
    expect(hidden).toMatchObject([404, { code: 'DATASET_NOT_FOUND' }]);
  });

  it.each<[string, PolicyDecision, number]>([
    ['no grants', { result: AuthorizeResult.DENY }, 403],
    [
      'their own grants only',
      createGrantConditionalDecision(
        grantReadPermission,
        grantConditions.isGrantHolder({ claims: [DAN] }),
      ),
      403,
    ],
    [
      'the grants on what they own',
      createGrantConditionalDecision(
        grantReadPermission,
        grantConditions.isGrantedDatasetOwner({
          claims: ['group:default/sales'],
        }),
      ),
      200,
    ],
  ])(
    'is told to owners as far as the portal lets them see grants: %s',
    async (_, decision, expected) => {
      const product = await start({
        config: { superusers },
        policy: name =>
          name === grantReadPermission.name
            ? decision
            : { result: AuthorizeResult.ALLOW },
      });

      const { status } = await ask(product, DAN);

      expect(status).toBe(expected);
    },
  );

  it.each([
    ['', 'INVALID_REQUEST'],
    ['?dataset=orders', 'BAD_ENTITY_REF'],
    [`?dataset=${ORDERS}&limit=0`, 'INVALID_REQUEST'],
    [`?dataset=${ORDERS}&cursor=abc`, 'BAD_CURSOR'],
  ])('is no answer to %j', async (query, code) => {
    const product = await administered();

    const { status, body } = await product.get(
      DAN,
      `/v1/who-has-access${query}`,
    );

    expect([status, body.error.code]).toEqual([400, code]);
  });
});

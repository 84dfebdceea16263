import type { DatasetAccess } from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  DAN,
  DIARY,
  EVE,
  MONA,
  ORDERS,
  PRODUCTS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

type Caller = Parameters<TestProduct['post']>[0];

async function situation(
  product: TestProduct,
  caller: Caller,
  ref: string,
): Promise<DatasetAccess> {
  const [, kind, namespace, name] = /^(\w+):(\w+)\/(\w+)$/.exec(ref)!;
  const { status, body } = await product.get(
    caller,
    `/v1/datasets/${kind}/${namespace}/${name}/access`,
  );
  expect([status, body.error]).toEqual([200, undefined]);
  return body;
}

onBothDatabases('the situation on a dataset', start => {
  it('names who decides and how that was found, before anything is asked (S0.15)', async () => {
    const product = await start();

    const { dataset, request, approvers, trail, form } = await situation(
      product,
      ANA,
      ORDERS,
    );

    expect(dataset).toEqual({
      ref: ORDERS,
      title: 'Customer orders',
      source: 'Snowflake',
    });
    expect(request).toEqual({ allowed: true });
    expect(approvers).toEqual([
      { ref: 'group:default/stewards', via: 'override-group' },
    ]);
    expect(trail).toEqual([
      {
        via: 'override-group',
        tried: 'group:default/stewards',
        outcome: 'chosen',
      },
      {
        via: 'override-user',
        tried: 'user:default/stewards',
        outcome: 'not-found',
      },
      { via: 'owner', tried: 'group:default/sales', outcome: 'not-needed' },
    ]);
    expect(form).toMatchObject({
      reason: { minLength: 10, maxLength: 2000 },
      defaultLevel: 'read-only',
      defaultDuration: 'P90D',
      indefiniteAllowed: true,
    });
  });

  it.each([
    [
      'disabled (S0.13)',
      { labels: { 'data-registry/access-requests': 'disabled' } },
      'REQUESTS_DISABLED',
    ],
    [
      'disabled by a value nobody knows (N1)',
      { labels: { 'data-registry/access-requests': 'maybe' } },
      'REQUESTS_DISABLED',
    ],
    ['without an owner (S0.17)', { owners: [] }, 'NO_APPROVER'],
    [
      'with an owner that does not exist (S0.17)',
      { owners: ['group:default/nobody'] },
      'NO_APPROVER',
    ],
    [
      'whose owner group is empty',
      { owners: ['group:default/empty'] },
      'NO_APPROVER',
    ],
    [
      'not in the registry (S0.12)',
      { annotations: { unlisted: 'yes' } },
      'NOT_IN_REGISTRY',
    ],
    [
      'enabled',
      { labels: { 'data-registry/access-requests': 'enabled' } },
      undefined,
    ],
  ])(
    'says why not for a dataset that is %s, in the screen and in the answer to a submission',
    async (_, change, code) => {
      const product = await start({
        world: [
          ...smallWorld,
          { ref: 'group:default/empty' },
          { ref: 'resource:default/special', owners: ['sales'], ...change },
        ],
        config: {
          dataset: {
            registryFilter: {
              $not: { 'metadata.annotations.unlisted': { $exists: true } },
            },
          },
        },
      });

      const { request } = await situation(
        product,
        ANA,
        'resource:default/special',
      );
      const submission = await product.post(ANA, '/v1/requests', {
        dataset: 'resource:default/special',
        beneficiaries: [ANA],
        reason: 'Trying it all the same',
        level: 'read-only',
      });

      expect(request.code).toBe(code);
      expect(request.allowed).toBe(code === undefined);
      expect([submission.status, submission.body.error?.code]).toEqual(
        code ? [403, code] : [201, undefined],
      );
      expect(Boolean(request.message)).toBe(code !== undefined);
    },
  );

  it('says why a sole owner cannot ask, and lets him when somebody else would decide', async () => {
    const product = await start();
    const escalating = await start({
      config: { approvers: { escalation: ['group:default/data-office'] } },
    });

    expect((await situation(product, DAN, DIARY)).request.code).toBe(
      'NO_ELIGIBLE_APPROVER',
    );
    expect((await situation(escalating, DAN, DIARY)).request.allowed).toBe(
      true,
    );
  });

  it('warns owners, approvers and admins of a set-up that needs mending, and nobody else (S0.16)', async () => {
    const product = await start({
      world: [
        ...smallWorld,
        {
          ref: 'resource:default/typo',
          owners: ['sales'],
          labels: { 'data-registry/override-approver': 'stewrads' },
        },
      ],
      config: { superusers },
    });
    const warnings = async (caller: Caller) =>
      (await situation(product, caller, 'resource:default/typo')).warnings?.map(
        ({ code }) => code,
      );

    expect(await warnings(DAN)).toEqual(['OVERRIDE_MATCHES_NOTHING']);
    expect(await warnings(ROOT)).toEqual(['OVERRIDE_MATCHES_NOTHING']);
    expect(await warnings(ANA)).toBeUndefined();
  });

  it('shows what is asked, what is approved and what is there, each as what it is', async () => {
    const product = await start();
    const asked = await product.file(ANA, ORDERS);
    const forMona = await product.file(ANA, ORDERS, { beneficiaries: [MONA] });
    expect(await situation(product, ANA, ORDERS)).toMatchObject({
      openRequests: [{ id: asked, status: 'pending' }],
      openForOthers: [{ id: forMona, status: 'pending' }],
    });
    const { body } = await product.post(BOB, `/v1/requests/${asked}/decision`, {
      decision: 'approve',
    });
    const approved = await situation(product, ANA, ORDERS);
    expect(approved.openRequests).toEqual([]);
    expect(approved.settingUp).toMatchObject([
      { requestId: asked, state: 'awaiting-provisioning' },
    ]);
    expect(approved.access).toEqual({ paths: [] });
    await product.post(BOB, `/v1/grants/${body.grant.id}/confirmation`, {});

    const there = await situation(product, ANA, ORDERS);

    expect(there.settingUp).toEqual([]);
    expect(there.access).toMatchObject({
      level: 'read-only',
      expiresAt: '2030-02-14T09:00:00.000Z',
    });
  });

  it('is the maximum over own grants, grants of groups and ownership', async () => {
    const product = await start();
    for (const [beneficiary, level] of [
      [MONA, 'read-only'],
      ['group:default/marketing', 'editor'],
    ] as const) {
      const id = await product.file(EVE, ORDERS, {
        beneficiaries: [beneficiary],
        level,
      });
      await product.post(BOB, `/v1/requests/${id}/decision`, {
        decision: 'approve',
        granted: true,
      });
    }

    const { access } = await situation(product, MONA, ORDERS);
    const owner = await situation(product, DAN, PRODUCTS);

    expect(access.level).toBe('editor');
    expect(access.paths.map(({ via, level }) => [via, level])).toEqual([
      ['group:default/marketing', 'editor'],
      [MONA, 'read-only'],
    ]);
    expect(owner.access).toMatchObject({
      level: 'owner',
      paths: [{ kind: 'ownership', via: 'group:default/sales' }],
    });
  });

  it('tells approvers and superusers that they decide here', async () => {
    const product = await start({ config: { superusers } });
    const decides = async (caller: Caller) =>
      (await situation(product, caller, ORDERS)).can.decide;

    expect(await decides(BOB)).toBe(true);
    expect(await decides(ROOT)).toBe(true);
    expect(await decides(DAN)).toBe(false);
  });

  it.each([
    ['a hidden dataset', '/v1/datasets/resource/default/orders/access'],
    ['an unknown dataset', '/v1/datasets/resource/default/nothing/access'],
    ['something else', '/v1/datasets/component/default/website/access'],
  ])('is the same for %s: there is none', async (_, path) => {
    const product = await start();
    product.catalog.hide(ORDERS, ANA);

    const { status, body } = await product.get(ANA, path);

    expect(status).toBe(404);
    expect(body.error).toEqual({
      name: 'NotFoundError',
      code: 'DATASET_NOT_FOUND',
      message: 'There is no such dataset.',
    });
  });

  it('is asked with odd case and answers with the real ref', async () => {
    const product = await start();

    const { body } = await product.get(
      ANA,
      '/v1/datasets/Resource/Default/ORDERS/access',
    );

    expect(body.dataset.ref).toBe(ORDERS);
  });

  it('lets the approver resolution be replaced', async () => {
    const product = await start({
      resolver: {
        resolve: async () => ({
          approvers: [{ ref: 'group:default/marketing', via: 'custom' }],
          trail: [
            {
              via: 'custom',
              tried: 'group:default/marketing',
              outcome: 'chosen',
            },
          ],
          warnings: [],
        }),
      },
    });
    const id = await product.file(ANA, ORDERS);

    const byOld = await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    const byNew = await product.post(MONA, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });

    expect([byOld.status, byNew.status]).toEqual([404, 200]);
  });
});

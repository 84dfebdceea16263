import { codeOf } from '../__testUtils__/codeOf';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  DAN,
  DIARY,
  EVE,
  MONA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import {
  letStewardsEdit,
  makeResponsible,
  stewardship,
} from '../__testUtils__/stewardship';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const UNKNOWN = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

onBothDatabases('a responsibility', start => {
  const stewarded = async () => {
    const product = await start({ config: { superusers } });
    await letStewardsEdit(product);
    return product;
  };
  // what is refused changes nothing, so the cases can share a product
  let shared: Promise<TestProduct> | undefined;
  const create = (product: TestProduct, by: Caller, draft: object = {}) =>
    product.post(by, '/v1/responsibilities', { ...stewardship, ...draft });

  it.each<[string, object, number, string]>([
    ['an unknown role', { role: 'wizard' }, 400, 'UNKNOWN_ACTOR'],
    ['an unknown person', { subject: 'user:x/y' }, 400, 'UNKNOWN_ACTOR'],
    ['no person', { subject: ORDERS }, 400, 'BAD_ENTITY_REF'],
    ['no ref', { resource: 'orders' }, 400, 'BAD_ENTITY_REF'],
    ['NUL', { resource: 'resource:default/a\u0000' }, 400, 'BAD_ENTITY_REF'],
    [
      'an unknown entity',
      { resource: 'resource:default/nothing' },
      404,
      'ENTITY_NOT_FOUND',
    ],
    [
      'an end before its start',
      { startsAt: '2030-02-02T00:00:00Z', endsAt: '2030-02-01T00:00:00Z' },
      400,
      'BAD_PERIOD',
    ],
    [
      'an end at its start',
      {
        startsAt: '2030-02-01T01:00:00+01:00',
        endsAt: '2030-02-01T00:00:00Z',
      },
      400,
      'BAD_PERIOD',
    ],
    [
      'an end that is over',
      { startsAt: '2029-01-01T00:00:00Z', endsAt: '2030-01-15T09:00:00Z' },
      400,
      'BAD_PERIOD',
    ],
    ['a day without a time', { endsAt: '2031-01-01' }, 400, 'INVALID_REQUEST'],
    [
      'a day that is none',
      { endsAt: '2031-02-30T00:00:00Z' },
      400,
      'BAD_PERIOD',
    ],
    [
      'a month that is none',
      { endsAt: '2031-99-01T00:00:00Z' },
      400,
      'INVALID_REQUEST',
    ],
    [
      'an hour that is none',
      { endsAt: '2031-01-01T99:00:00Z' },
      400,
      'INVALID_REQUEST',
    ],
    ['a leap second', { startsAt: '2030-12-31T23:59:60Z' }, 400, 'BAD_PERIOD'],
    ['a version', { version: 1 }, 400, 'INVALID_REQUEST'],
  ])(
    'cannot be made with %s, and nothing is saved',
    async (_, wrong, status, code) => {
      const product = await (shared ??= stewarded());

      const answer = await create(product, ROOT, wrong);

      expect(codeOf(answer)).toEqual([status, code]);
      expect(await product.knex('responsibilities')).toEqual([]);
    },
  );

  it('is made by the owners of its entity and by administrators, and by nobody else', async () => {
    const product = await stewarded();
    const answers = async (callers: readonly Caller[], resource: string) => {
      const codes = [];
      for (const [index, caller] of callers.entries()) {
        const subject = [ANA, BOB, EVE, MONA][index];
        const answer = await create(product, caller, { subject, resource });
        codes.push([caller, ...codeOf(answer)]);
      }
      return codes;
    };

    expect(await answers([DAN, ROOT, BOB, 'service'], ORDERS)).toEqual([
      [DAN, 201, undefined],
      [ROOT, 201, undefined],
      [BOB, 403, 'FORBIDDEN'],
      ['service', 403, 'USER_REQUIRED'],
    ]);
    expect(await answers([DAN], DIARY)).toEqual([[DAN, 201, undefined]]);
    expect((await create(product, 'nobody')).status).toBe(401);
  });

  it('does not let out whether there is one that is none of the caller’s business', async () => {
    const product = await stewarded();
    const { id } = await makeResponsible(product, DAN);
    const calls = async (caller: Caller, which: string) => {
      const path = `/v1/responsibilities/${which}`;
      const answers = [
        await product.put(caller, path, { version: 1 }),
        await product.post(caller, `${path}/termination`, {}),
        await product.delete(caller, path),
      ];
      return answers.map(({ status, body }) => [status, body.error]);
    };

    // not even to who holds it
    for (const caller of [BOB, EVE] as const) {
      expect(await calls(caller, id)).toEqual(await calls(caller, UNKNOWN));
    }
    const [[status, error]] = await calls(BOB, id);
    expect([status, error.code]).toEqual([404, 'RESPONSIBILITY_NOT_FOUND']);
    const [[, byService]] = await calls('service', id);
    expect(byService.code).toBe('USER_REQUIRED');
  });

  it('hands out no more than who makes it has on the entity (F8)', async () => {
    const product = await stewarded();
    await product.post(ROOT, '/v1/policies', {
      name: 'Product owners decide requests',
      type: 'metadata',
      privileges: ['dataset-access.request.decide-any'],
      actors: { responsibilities: ['data-product-owner'] },
    });
    const role = 'data-product-owner';
    const endsAt = '2031-01-01T00:00:00Z';

    const byOwner = await create(product, DAN, { role });
    const byAdmin = await create(product, ROOT, { role, endsAt });
    const longer = await product.put(
      DAN,
      `/v1/responsibilities/${byAdmin.body.id}`,
      { version: 1 },
    );

    expect(codeOf(byOwner)).toEqual([403, 'ESCALATION']);
    expect(byAdmin.status).toBe(201);
    expect(codeOf(longer)).toEqual([403, 'ESCALATION']);
  });
});

import type { RoleDraft } from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ROOT, superusers } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const own: RoleDraft = { id: 'own', title: 'Our own' };

onBothDatabases('a role', start => {
  const create = (product: TestProduct, draft: object) =>
    product.post(ROOT, '/v1/roles', draft);
  const startFresh = async () => {
    const product = await start({ config: { superusers } });
    await create(product, own);
    return product;
  };
  // what is refused changes nothing, so these tests can share a product
  let shared: Promise<TestProduct> | undefined;
  const administered = () => (shared ??= startFresh());

  it.each<[string, object, number, string]>([
    ['the id of a shipped one', { id: 'reader' }, 409, 'ROLE_EXISTS'],
    ['the id of another one', { id: 'own' }, 409, 'ROLE_EXISTS'],
    ['a title in other letters', { title: 'rEADER' }, 409, 'ROLE_EXISTS'],
    ['a title and a blank', { title: 'Our own ' }, 409, 'ROLE_EXISTS'],
    [
      'a title with wide blanks',
      { title: 'Our \u3000own' },
      409,
      'ROLE_EXISTS',
    ],
    [
      'a title in full-width letters',
      { title: '\uff21dmin' },
      409,
      'ROLE_EXISTS',
    ],
    [
      'a title with something invisible',
      { title: 'Ad\u200bmin' },
      409,
      'ROLE_EXISTS',
    ],
    ['a blank title', { title: ' \u200b ' }, 400, 'BAD_REASON'],
    ['NUL in the title', { title: 'a\u0000' }, 400, 'BAD_REASON'],
    ['NUL in the description', { description: '\u0000' }, 400, 'BAD_REASON'],
    ['an id in capitals', { id: 'Analyst' }, 400, 'INVALID_REQUEST'],
    ['an id that is none', { id: '-' }, 400, 'INVALID_REQUEST'],
    ['too long an id', { id: 'x'.repeat(64) }, 400, 'INVALID_REQUEST'],
    ['shipped', { shipped: true }, 400, 'INVALID_REQUEST'],
  ])(
    'cannot be made with %s, and nothing is saved (P-36)',
    async (_, wrong, status, code) => {
      const product = await administered();

      const answer = await create(product, {
        id: 'another',
        title: 'Another',
        ...wrong,
      });

      expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
      const { body } = await product.get(ROOT, '/v1/roles');
      expect(body.items).toHaveLength(7);
    },
  );

  it('that comes with the product is not changed by any call (S4.2)', async () => {
    const product = await administered();
    const { body: before } = await product.get(ROOT, '/v1/roles');

    const shipped = before.items.filter(
      (one: { shipped: boolean }) => one.shipped,
    );
    for (const { id } of shipped) {
      const answers = [
        await product.put(ROOT, `/v1/roles/${id}`, { title: 'Mine' }),
        await product.delete(ROOT, `/v1/roles/${id}`),
      ];
      expect(
        answers.map(({ status, body }) => [status, body.error.code]),
      ).toEqual(answers.map(() => [403, 'ROLE_LOCKED']));
    }

    const { body: after } = await product.get(ROOT, '/v1/roles');
    expect(after).toEqual(before);
  });

  it('cannot take the title of another one, and can keep its own', async () => {
    const product = await startFresh();
    const rename = (title: string) =>
      product.put(ROOT, '/v1/roles/own', { title });

    const taken = await rename('MARKETPLACE ADMIN');
    const kept = await rename('OUR OWN');

    expect([taken.status, taken.body.error.code]).toEqual([409, 'ROLE_EXISTS']);
    expect([kept.status, kept.body.title]).toEqual([200, 'OUR OWN']);
  });

  it('that does not exist is answered alike by every call', async () => {
    const product = await administered();
    const path = '/v1/roles/nothing';
    const subjects = { subjects: [ROOT] };

    const answers = [
      await product.get(ROOT, path),
      await product.put(ROOT, path, { title: 'Something' }),
      await product.delete(ROOT, path),
      await product.get(ROOT, `${path}/members`),
      await product.post(ROOT, `${path}/assignments`, subjects),
      await product.post(ROOT, `${path}/removals`, subjects),
    ];

    expect(
      answers.map(({ status, body }) => [status, body.error.code]),
    ).toEqual(answers.map(() => [404, 'ROLE_NOT_FOUND']));
  });

  it('is written by nobody who may only read it', async () => {
    const product = await administered();
    await product.post(ROOT, '/v1/policies', {
      name: 'Bob looks at roles',
      type: 'platform',
      privileges: ['dataset-access.role.read'],
      actors: { users: ['user:default/bob'] },
    });
    const subjects = { subjects: [ROOT] };

    for (const [caller, code] of [
      ['user:default/bob', 'FORBIDDEN'],
      ['service', 'USER_REQUIRED'],
    ] as const) {
      const answers = [
        await product.post(caller, '/v1/roles', { id: 'new', title: 'New' }),
        await product.put(caller, '/v1/roles/own', { title: 'New' }),
        await product.delete(caller, '/v1/roles/own'),
        await product.post(caller, '/v1/roles/own/assignments', subjects),
        await product.post(caller, '/v1/roles/own/removals', subjects),
      ];
      expect(
        answers.map(({ status, body }) => [status, body.error.code]),
      ).toEqual(answers.map(() => [403, code]));
    }
  });
});

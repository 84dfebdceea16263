import type {
  Policy,
  PolicyDraft,
} from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

type Caller = Parameters<TestProduct['post']>[0];

const draft: PolicyDraft = {
  name: 'Analysts may edit descriptions of orders',
  type: 'metadata',
  privileges: ['metadata.edit-description'],
  actors: { groups: ['group:default/analysts'] },
  resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
};

async function may(
  product: TestProduct,
  caller: Caller,
  privilege: string,
  resource?: string,
): Promise<boolean> {
  const query = new URLSearchParams({
    privilege,
    ...(resource && { resource }),
  });
  const { status, body } = await product.get(caller, `/v1/explain?${query}`);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.allowed;
}

onBothDatabases('a policy', start => {
  const administered = () => start({ config: { superusers } });

  it('is obeyed by the next decision, and no longer when it is off, on, gone (S2.16–S2.18)', async () => {
    const product = await administered();
    const edits = () => may(product, ANA, 'metadata.edit-description', ORDERS);
    const before = await edits();

    const created = await product.post(ROOT, '/v1/policies', draft);
    const afterCreation = await edits();
    const { id } = created.body;
    await product.put(ROOT, `/v1/policies/${id}/state`, { state: 'inactive' });
    const whileOff = await edits();
    await product.put(ROOT, `/v1/policies/${id}/state`, { state: 'active' });
    const whileOn = await edits();
    const removed = await product.delete(ROOT, `/v1/policies/${id}`);
    const afterRemoval = await edits();

    expect([created.status, removed.status]).toEqual([201, 200]);
    expect([before, afterCreation, whileOff, whileOn, afterRemoval]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(created.body).toMatchObject({
      ...draft,
      state: 'active',
      origin: 'custom',
      editable: true,
      version: 1,
      createdBy: ROOT,
    });
  });

  it('makes open pages of everybody look again when it changes, and tells them nothing', async () => {
    const product = await administered();

    await product.post(ROOT, '/v1/policies', draft);
    await product.post(ROOT, '/v1/policies', draft);

    expect(product.signals).toEqual([
      {
        channel: 'dataset-access',
        recipients: { type: 'broadcast' },
        message: { type: 'rights-changed' },
      },
    ]);
  });

  it('can be read and written by those who manage policies, and by nobody else', async () => {
    const product = await administered();

    const answers = await Promise.all([
      product.get(ANA, '/v1/policies'),
      product.post(ANA, '/v1/policies', draft),
      product.post('service', '/v1/policies', draft),
      product.get('service', '/v1/policies'),
      product.get(ROOT, '/v1/policies'),
    ]);

    expect(
      answers.map(({ status, body }) => [status, body.error?.code]),
    ).toEqual([
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
      [403, 'USER_REQUIRED'],
      [200, undefined],
      [200, undefined],
    ]);
    expect(answers[4].body.can).toEqual({ manage: true });
  });

  it.each<[string, Partial<PolicyDraft>, number, string]>([
    [
      'an unknown privilege',
      { privileges: ['metadata.fly'] },
      400,
      'UNKNOWN_PRIVILEGE',
    ],
    [
      'an unknown group',
      { actors: { groups: ['group:default/nobody'] } },
      400,
      'UNKNOWN_ACTOR',
    ],
    [
      'an unknown role',
      { actors: { roles: ['nobody'] } },
      400,
      'UNKNOWN_ACTOR',
    ],
    [
      'an unknown stewardship role',
      { actors: { responsibilities: ['nobody'] } },
      400,
      'UNKNOWN_ACTOR',
    ],
    [
      'a group as user',
      { actors: { users: ['group:default/analysts'] } },
      400,
      'UNKNOWN_ACTOR',
    ],
    ['nobody in it', { actors: {} }, 400, 'BAD_POLICY'],
    [
      'a platform privilege among entities',
      { privileges: ['platform.manage-tags'] },
      400,
      'BAD_POLICY',
    ],
    [
      'a criterion without values',
      { resources: [{ field: 'tag', operator: 'equals', values: [] }] },
      400,
      'INVALID_REQUEST',
    ],
    [
      'an unknown field',
      {
        resources: [
          { field: 'colour' as 'tag', operator: 'equals', values: ['red'] },
        ],
      },
      400,
      'INVALID_REQUEST',
    ],
    [
      // the conditions of the catalog have it; for a policy there is the privilege to see hidden datasets
      'visibility for a field',
      {
        resources: [
          {
            field: 'visibility' as 'tag',
            operator: 'equals',
            values: ['hidden'],
          },
        ],
      },
      400,
      'INVALID_REQUEST',
    ],
    [
      'an unknown operator',
      {
        resources: [
          { field: 'tag', operator: 'like' as 'equals', values: ['red'] },
        ],
      },
      400,
      'INVALID_REQUEST',
    ],
    [
      'a field nobody knows',
      { colour: 'red' } as Partial<PolicyDraft>,
      400,
      'INVALID_REQUEST',
    ],
    ['a blank name', { name: ' \t ' }, 400, 'BAD_POLICY'],
    [
      'platform and resources',
      { type: 'platform', privileges: ['platform.manage-tags'] },
      400,
      'BAD_POLICY',
    ],
    [
      'platform and owners',
      {
        type: 'platform',
        privileges: ['platform.manage-tags'],
        actors: { resourceOwners: true },
        resources: [],
      },
      400,
      'BAD_POLICY',
    ],
  ])(
    'is refused with %s, and nothing is saved',
    async (_, wrong, status, code) => {
      const product = await administered();
      const count = async () =>
        (await product.get(ROOT, '/v1/policies?limit=100')).body.items.length;
      const before = await count();

      const answer = await product.post(ROOT, '/v1/policies', {
        ...draft,
        ...wrong,
      });

      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
      expect(answer.body.error.message).toMatch(/\w{3,}.*\.$/);
      expect(await count()).toBe(before);
    },
  );

  it('has a name of its own, whatever its letters look like (P-36)', async () => {
    const product = await administered();
    await product.post(ROOT, '/v1/policies', draft);

    const answers = await Promise.all(
      [
        draft.name.toUpperCase(),
        `  ${draft.name} `,
        draft.name.replace('f', '\uFF46'),
      ].map(name => product.post(ROOT, '/v1/policies', { ...draft, name })),
    );

    expect(
      answers.map(({ status, body }) => [status, body.error.code]),
    ).toEqual(answers.map(() => [409, 'POLICY_NAME_TAKEN']));
  });

  it('that is locked is not changed by any call (S2.19, P-36)', async () => {
    const product = await administered();
    const { body } = await product.get(ROOT, '/v1/policies?limit=100');
    const locked = body.items.filter(
      (one: { editable: boolean }) => !one.editable,
    );

    expect(locked.length).toBeGreaterThan(5);
    for (const { id, version } of locked) {
      const answers = [
        await product.put(ROOT, `/v1/policies/${id}`, {
          policy: draft,
          version,
        }),
        await product.put(ROOT, `/v1/policies/${id}/state`, {
          state: 'inactive',
        }),
        await product.delete(ROOT, `/v1/policies/${id}`),
      ];
      expect(
        answers.map(({ status, body: { error } }) => [status, error.code]),
      ).toEqual(answers.map(() => [403, 'POLICY_LOCKED']));
    }
  });

  it('does not lock out superusers when every policy is removed that can be (S2.20)', async () => {
    const product = await administered();
    const { body } = await product.get(ROOT, '/v1/policies?limit=100');
    const editable = body.items.filter((one: Policy) => one.editable);
    for (const { id } of editable) {
      const { status: answer } = await product.delete(
        ROOT,
        `/v1/policies/${id}`,
      );
      expect(answer).toBe(200);
    }

    const { status } = await product.post(ROOT, '/v1/policies', draft);
    const asks = await may(
      product,
      ANA,
      'dataset-access.request.create',
      ORDERS,
    );

    expect([status, asks]).toEqual([201, false]);
  });

  it('cannot take from everybody what is needed to give it back (F10)', async () => {
    // nobody is a superuser here
    const product = await start();
    await product.knex('policies').delete().where('origin', 'superusers');
    const trx = product.access.decisions;
    expect(trx.require()).toBeDefined();
    const seeded = await seedAdmin(product, BOB);

    const off = await product.put(BOB, `/v1/policies/${seeded}/state`, {
      state: 'inactive',
    });
    const gone = await product.delete(BOB, `/v1/policies/${seeded}`);

    expect(
      [off, gone].map(({ status, body }) => [status, body.error?.code]),
    ).toEqual([
      [409, 'LAST_ADMIN'],
      [409, 'LAST_ADMIN'],
    ]);
    expect(await may(product, BOB, 'dataset-access.policy.manage')).toBe(true);
  });
});

/** Writes past the service a policy that makes one person the only administrator, as an old database might have it. */
async function seedAdmin(product: TestProduct, user: string): Promise<string> {
  const [template] = await product.knex('policies').limit(1);
  await product.knex('policies').insert({
    ...template,
    id: 'seeded',
    name: 'Seeded',
    name_key: 'seeded',
    type: 'platform',
    state: 'active',
    origin: 'custom',
    privileges: JSON.stringify([
      'dataset-access.policy.manage',
      'dataset-access.policy.escalate',
    ]),
    actors: JSON.stringify({ users: [user] }),
    resources: '[]',
    version: 1,
    event_seq: 0,
  });
  await product.access.decisions.start();
  return 'seeded';
}

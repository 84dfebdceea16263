import type { PolicyDraft } from 'backstage-plugin-dataset-access-common';
import { codeOf } from '../__testUtils__/codeOf';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const on = (...values: string[]): PolicyDraft['resources'] => [
  { field: 'entity', operator: 'equals', values },
];
const tags: PolicyDraft = {
  name: 'Bob edits tags of orders',
  type: 'metadata',
  privileges: ['metadata.edit-tags'],
  actors: { users: [BOB] },
  resources: on(ORDERS),
};

onBothDatabases('who manages policies and holds little else', start => {
  /** Ana writes policies, and may herself edit the tags of orders. */
  const administered = async () => {
    const product = await start({ config: { superusers } });
    for (const policy of [
      {
        name: 'Ana writes policies',
        type: 'platform',
        privileges: ['dataset-access.policy.manage'],
        actors: { users: [ANA] },
      },
      { ...tags, name: 'Ana edits tags of orders', actors: { users: [ANA] } },
    ]) {
      const { status } = await product.post(ROOT, '/v1/policies', policy);
      expect(status).toBe(201);
    }
    return product;
  };
  const named = async (product: TestProduct) => {
    const { body } = await product.get(ROOT, '/v1/policies?q=bob');
    return body.items;
  };

  it('hands out what she holds, and nothing more (F8)', async () => {
    const product = await administered();
    const create = async (changes: Partial<PolicyDraft>) =>
      codeOf(await product.post(ANA, '/v1/policies', { ...tags, ...changes }));
    const refused = [403, 'ESCALATION'];

    expect(await create({ privileges: ['metadata.edit-links'] })).toEqual(
      refused,
    );
    expect(await create({ resources: on(ORDERS, PRODUCTS) })).toEqual(refused);
    expect(await create({ resources: [] })).toEqual(refused);
    expect(
      await create({
        type: 'platform',
        privileges: ['dataset-access.policy.escalate'],
        resources: [],
      }),
    ).toEqual(refused);
    // somebody else could activate it later
    expect(
      await create({ state: 'inactive', privileges: ['metadata.edit-links'] }),
    ).toEqual(refused);
    expect(await named(product)).toEqual([]);
    expect(await create({})).toEqual([201, undefined]);
  });

  it('cannot widen, nor switch on, what others wrote (F8)', async () => {
    const product = await administered();
    const links = { ...tags, privileges: ['metadata.edit-links'] };
    const { body: written } = await product.post(ROOT, '/v1/policies', {
      ...links,
      state: 'inactive',
    });
    const path = `/v1/policies/${written.id}`;

    const answers = [
      await product.put(ANA, `${path}/state`, { state: 'active' }),
      await product.put(ANA, path, {
        policy: { ...links, actors: { allUsers: true } },
        version: 1,
      }),
    ];

    expect(answers.map(codeOf)).toEqual(answers.map(() => [403, 'ESCALATION']));
    expect(await named(product)).toEqual([written]);
    const removed = await product.delete(ANA, path);
    expect(removed.status).toBe(200);
  });
});

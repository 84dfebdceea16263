import {
  DecisionIndex,
  RuleFacts,
  RuleMiss,
} from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { grantedAccess } from '../__testUtils__/grants';
import {
  ANA,
  BOB,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import { EDITS } from '../__testUtils__/stewardship';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { findNearMisses } from './findNearMisses';

const READ_ONLY = 'dataset-access.level.read-only';

onBothDatabases('what would help somebody who may not', start => {
  const administered = () => start({ config: { superusers } });
  const missesOf = async (
    product: TestProduct,
    privilege: string,
    caller: typeof ANA | typeof ROOT = ROOT,
  ) => {
    const { body } = await product.get(
      caller,
      `/v1/explain?subject=${ANA}&privilege=${privilege}&resource=${ORDERS}`,
    );
    expect(body.allowed).toBe(false);
    return body.nearMisses;
  };
  /** A policy of nothing but what a test says, and what it is shown as. */
  const policy = async (product: TestProduct, facts: object) => {
    const { body } = await product.post(ROOT, '/v1/policies', {
      name: 'A policy',
      type: 'metadata',
      privileges: ['metadata.propose-tags'],
      actors: { users: [ANA] },
      ...facts,
    });
    return { kind: 'policy', id: body.id, name: body.name };
  };
  const missesOfPolicies = async (product: TestProduct, id: string) => {
    const misses = await missesOf(product, 'metadata.propose-tags');
    return misses.filter((one: { id: string }) => one.id === id);
  };

  it.each<[RuleMiss, object]>([
    ['inactive', { state: 'inactive' }],
    ['other-actors', { actors: { users: [BOB] } }],
    [
      'other-resources',
      {
        resources: [
          { field: 'entity', operator: 'equals', values: [PRODUCTS] },
        ],
      },
    ],
  ])('is a policy that misses by one thing: %s (P-40)', async (why, facts) => {
    const product = await administered();

    const near = await policy(product, facts);

    expect(await missesOfPolicies(product, near.id)).toEqual([
      { ...near, why },
    ]);
  });

  it('is no policy that misses by two things, nor one about something else', async () => {
    const product = await administered();
    const far = await policy(product, {
      name: 'Far',
      state: 'inactive',
      actors: { users: [BOB] },
    });
    const other = await policy(product, {
      name: 'Other',
      state: 'inactive',
      privileges: [EDITS],
    });

    expect(await missesOfPolicies(product, far.id)).toEqual([]);
    expect(await missesOfPolicies(product, other.id)).toEqual([]);
  });

  it('is a grant that has ended', async () => {
    const product = await administered();
    const id = await grantedAccess(product, ANA);
    product.clock.advance('P30D');

    expect(await missesOf(product, READ_ONLY)).toContainEqual({
      kind: 'grant',
      id,
      name: 'read-only on Customer orders',
      why: 'ended',
    });
  });

  it.each([ANA, ORDERS])(
    'is a grant whose person or dataset is another one now: %s (P-34)',
    async ref => {
      const product = await administered();
      const id = await grantedAccess(product, ANA);
      product.catalog.put({ ...product.catalog.get(ref), uid: 'made-again' });
      await product.access.decisions.refreshCatalog();

      expect(await missesOf(product, READ_ONLY)).toContainEqual(
        expect.objectContaining({ kind: 'grant', id, why: 'entity-replaced' }),
      );
    },
  );

  it('is not told to who may only ask about himself (F17)', async () => {
    const product = await administered();
    await policy(product, { state: 'inactive', privileges: [EDITS] });

    expect(await missesOf(product, EDITS)).not.toEqual([]);
    expect(await missesOf(product, EDITS, ANA)).toEqual([]);
  });
});

describe('near misses', () => {
  const NOW = Date.UTC(2031, 0, 15);
  const rule = (id: string, facts: Partial<RuleFacts>): RuleFacts => ({
    id,
    origin: 'policy',
    name: `Rule ${id}`,
    type: 'metadata',
    state: 'active',
    privileges: [EDITS],
    actors: { users: [ANA] },
    resources: [],
    ...facts,
  });
  const found = (rules: RuleFacts[]) =>
    findNearMisses(
      DecisionIndex.of({
        rules,
        people: [{ ref: ANA, groups: [] }],
        resources: [
          { ref: ORDERS, owners: [], domains: [], tags: [], labels: {} },
        ],
      }),
      { subject: ANA, privilege: EDITS, resource: ORDERS, now: NOW },
    );

  it('come in the order in which they help', () => {
    const misses = found([
      rule('a', { actors: { users: [BOB] } }),
      rule('b', {
        resources: [{ field: 'tag', operator: 'equals', values: ['pii'] }],
      }),
      rule('c', { boundTo: [{ ref: ORDERS, uid: 'of-another-one' }] }),
      rule('d', { from: NOW + 1 }),
      rule('e', { until: NOW }),
      rule('f', { state: 'inactive' }),
    ]);

    expect(misses.map(({ id, why }) => [id, why])).toEqual([
      ['f', 'inactive'],
      ['e', 'ended'],
      ['d', 'not-yet'],
      ['c', 'entity-replaced'],
      ['b', 'other-resources'],
      ['a', 'other-actors'],
    ]);
  });

  it('are the best ones where there are many', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      rule(`${index}`, { actors: { users: [BOB] } }),
    );

    const misses = found([...many, rule('best', { state: 'inactive' })]);

    expect(misses).toHaveLength(20);
    expect(misses[0].id).toBe('best');
  });
});

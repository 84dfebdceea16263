import type { ImportReport } from 'backstage-plugin-dataset-access-common';
import { holds } from '../__testUtils__/holds';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  ORDERS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const POLICIES = 10_000;
const MEMBERS = 3_000;
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

/** As many policies and roles as lines: no other import of its length makes more. */
const manyPolicies = numbers(POLICIES)
  .map(at => `p, role:default/r${at}, catalog-entity, delete, allow`)
  .concat('g, user:default/ana, role:default/r9999');
const manyMembers = [
  'p, role:default/all, catalog-entity, update, allow',
  ...numbers(MEMBERS).map(at => `g, user:default/u${at}, role:default/all`),
];

async function imported(
  product: TestProduct,
  lines: readonly string[],
): Promise<ImportReport> {
  const { status, body } = await product.post(ROOT, '/v1/policies/import', {
    format: 'casbin-csv',
    content: lines.join('\r\n'),
    dryRun: false,
  });
  expect([status, body.error]).toEqual([200, undefined]);
  return body;
}

onBothDatabases('an import of thousands', start => {
  jest.setTimeout(300_000);

  const administered = () =>
    start({
      // a slow machine must not make a difference
      config: { superusers, decisions: { staleAfter: 'PT5M' } },
      world: [
        ...smallWorld,
        ...numbers(MEMBERS).map(at => ({ ref: `user:default/u${at}` })),
      ],
    });

  it('of policies saves every one of them', async () => {
    const product = await administered();
    const begun = performance.now();

    const { policies, bindings, unsupported } = await imported(
      product,
      manyPolicies,
    );

    const took = Math.round(performance.now() - begun);
    // what the run was worth belongs to its result
    // eslint-disable-next-line no-console
    console.info(`${POLICIES} policies and roles in ${took} ms`);
    expect(policies.filter(one => one.outcome === 'created')).toHaveLength(
      POLICIES,
    );
    expect(bindings).toMatchObject([{ outcome: 'created' }]);
    expect(unsupported).toEqual([]);
    expect(await holds(product, ANA, 'catalog.entity.delete', ORDERS)).toBe(
      true,
    );
    const [{ found }] = await product
      .knex('policies')
      .where('origin', 'custom')
      .count({ found: '*' });
    expect(Number(found)).toBe(POLICIES);
  });

  it('of members gives the role to every one of them', async () => {
    const product = await administered();

    const { bindings } = await imported(product, manyMembers);

    expect(bindings.filter(one => one.outcome === 'created')).toHaveLength(
      MEMBERS,
    );
    const last = `user:default/u${MEMBERS - 1}`;
    expect(await holds(product, last, 'catalog.entity.refresh', ORDERS)).toBe(
      true,
    );
    const { body } = await product.get(ROOT, '/v1/roles/all');
    expect(body.members).toBe(MEMBERS);
  });
});

import type { Knex } from 'knex';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { holds } from '../__testUtils__/holds';
import {
  ANA,
  BOB,
  CLEO,
  OLGA,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import { Caller, TestProduct } from '../__testUtils__/TestProduct';
import { withUids } from '../__testUtils__/world';

const ROUNDS = 25;
const DATA_OFFICE = 'group:default/data-office';
/** All processes see the same people. */
const world = withUids(smallWorld);

async function change(
  product: TestProduct,
  by: Caller,
  way: 'assignments' | 'removals',
  role: string,
  subjects: string[],
) {
  const { body } = await product.post(by, `/v1/roles/${role}/${way}`, {
    subjects,
  });
  return (
    body.outcomes?.map(
      ({ outcome, code }: { outcome: string; code?: string }) =>
        code ?? outcome,
    ) ?? [body.error.code]
  );
}

/** A portal without superusers, whose administrators were made by one it had before. */
async function portalOf(knex: Knex, admins: string[]): Promise<TestProduct> {
  const before = await TestProduct.start({
    knex,
    world,
    config: { superusers },
  });
  await change(before, ROOT, 'assignments', 'admin', admins);
  return TestProduct.start({ knex, world });
}

onBothDatabases('the last administrator', (_, database) => {
  it('cannot be taken the role, while others in the same call are (P-37, F10)', async () => {
    const product = await portalOf(await database(), [ANA, BOB, CLEO]);

    const outcomes = await change(product, ANA, 'removals', 'admin', [
      CLEO,
      BOB,
      ANA,
      OLGA,
    ]);

    expect(outcomes).toEqual([
      'removed',
      'removed',
      'LAST_ADMIN',
      'not-assigned',
    ]);
    expect(await holds(product, ANA, 'dataset-access.policy.manage')).toBe(
      true,
    );
    expect(await holds(product, BOB, 'dataset-access.policy.manage')).toBe(
      false,
    );
  });

  it('cannot be made a reader, while others in the same call are (P-38)', async () => {
    const product = await portalOf(await database(), [ANA]);

    const outcomes = await change(product, ANA, 'assignments', 'reader', [
      BOB,
      ANA,
      CLEO,
    ]);

    expect(outcomes).toEqual(['assigned', 'LAST_ADMIN', 'assigned']);
    expect(await holds(product, ANA, 'dataset-access.policy.manage')).toBe(
      true,
    );
  });

  it('may be one through a group; when the group is left empty, it does not count', async () => {
    const product = await portalOf(await database(), [ANA, DATA_OFFICE]);
    const take = (subject: string) =>
      change(product, ANA, 'removals', 'admin', [subject]);

    product.catalog.put({ ...product.catalog.get(OLGA), memberOf: [] });
    await product.access.decisions.refreshCatalog();
    const withEmptyGroup = await take(ANA);
    product.catalog.put({
      ...product.catalog.get(OLGA),
      memberOf: ['data-office'],
    });
    await product.access.decisions.refreshCatalog();
    const withOlga = await take(ANA);

    expect(withEmptyGroup).toEqual(['LAST_ADMIN']);
    expect(withOlga).toEqual(['removed']);
    expect(await holds(product, OLGA, 'dataset-access.policy.manage')).toBe(
      true,
    );
  });

  it('may go where app-config names superusers', async () => {
    const product = await TestProduct.start({
      knex: await database(),
      world,
      config: { superusers },
    });
    await change(product, ROOT, 'assignments', 'admin', [ANA]);

    expect(await change(product, ANA, 'removals', 'admin', [ANA])).toEqual([
      'removed',
    ]);
  });

  it('is left when two remove one another at the same time in two processes', async () => {
    const knex = await database();
    const one = await portalOf(knex, [ANA, BOB]);
    const other = await TestProduct.start({ knex, world });

    for (let round = 0; round < ROUNDS; round++) {
      const [byAna, byBob] = await Promise.all([
        change(one, ANA, 'removals', 'admin', [BOB]),
        change(other, BOB, 'removals', 'admin', [ANA]),
      ]);
      await one.access.decisions.catchUp();
      const admins = await Promise.all(
        [ANA, BOB].map(user =>
          holds(one, user, 'dataset-access.policy.manage'),
        ),
      );

      expect([...byAna, ...byBob].sort()).toEqual([
        expect.stringMatching(/^(LAST_ADMIN|FORBIDDEN)$/),
        'removed',
      ]);
      expect(admins.filter(Boolean)).toHaveLength(1);
      const winner = admins[0] ? ANA : BOB;
      await change(one, winner, 'assignments', 'admin', [ANA, BOB]);
      await other.access.decisions.catchUp();
    }
  });
});

import { shippedPrivileges } from 'backstage-plugin-dataset-access-common';
import { holds } from '../__testUtils__/holds';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, ROOT, smallWorld, superusers } from '../__testUtils__/smallWorld';
import { TestProduct } from '../__testUtils__/TestProduct';
import { withUids } from '../__testUtils__/world';

/** As the guide for administrators has it. */
const MOST = 480;
const ROOM = MOST - shippedPrivileges.length;

const world = withUids(smallWorld);

/** As many as there is room for, unless told. */
const named = (plugin: string, count = ROOM) =>
  Array.from({ length: count }, (_, at) => ({
    name: `${plugin}.use-${at}`,
    title: `Use ${plugin} ${at}`,
    type: 'platform',
  }));

onBothDatabases('privileges of one’s own', (_, database) => {
  it('stop the start when there are more than decisions can tell apart, and say how many there can be', async () => {
    const knex = await database();

    await expect(
      TestProduct.start({
        knex,
        world,
        config: { superusers, privileges: named('shop', ROOM + 1) },
      }),
    ).rejects.toThrow(
      `There can be ${ROOM} privileges beside those that come with the product, and there are ${
        ROOM + 1
      }`,
    );
  });

  it('can be replaced by as many others, whatever policies still name the old ones', async () => {
    const knex = await database();
    const startWith = (plugin: string) =>
      TestProduct.start({
        knex,
        world,
        config: { superusers, privileges: named(plugin) },
      });
    const give = async (product: TestProduct, plugin: string) => {
      const names = named(plugin).map(({ name }) => name);
      for (let from = 0; from < names.length; from += 100) {
        const { status } = await product.post(ROOT, '/v1/policies', {
          name: `${plugin} from ${from}`,
          type: 'platform',
          privileges: names.slice(from, from + 100),
          actors: { users: [ANA] },
        });
        expect(status).toBe(201);
      }
    };
    const before = await startWith('shop');
    await give(before, 'shop');
    expect(await holds(before, ANA, `shop.use-${ROOM - 1}`)).toBe(true);

    const after = await startWith('bank');
    await give(after, 'bank');

    expect(await holds(after, ANA, 'bank.use-0')).toBe(true);
    expect(await holds(after, ANA, `bank.use-${ROOM - 1}`)).toBe(true);
    expect(await holds(after, ROOT, 'dataset-access.policy.manage')).toBe(true);
    const { body } = await after.get(ROOT, '/v1/policies?q=shop');
    expect(body.items[0].privileges).toContain('shop.use-0');
    // what it gives is gone, and switching it off and on brings nothing back
    const path = `/v1/policies/${body.items[0].id}/state`;
    await after.put(ROOT, path, { state: 'inactive' });
    const again = await after.put(ROOT, path, { state: 'active' });
    expect(again.status).toBe(200);
    expect(await holds(after, ANA, 'bank.use-1')).toBe(true);
  });
});

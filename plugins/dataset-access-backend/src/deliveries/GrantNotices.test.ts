import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { confirmRemoval, giveBack, revoke } from '../__testUtils__/grantLife';
import { approvedAccess, grantedAccess } from '../__testUtils__/grants';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  FRANK,
  MONA,
  ORDERS,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const MARKETING = 'group:default/marketing';

const tasksOf = (product: TestProduct, grantId: string) =>
  product.notifications
    .rows()
    .filter(({ scope }) => scope === `task:${grantId}`);
const usersOf = (rows: Array<{ user: string }>) =>
  rows.map(({ user }) => user).sort();
/** What somebody was told of the outcome of a request, last. */
const outcomeOf = (product: TestProduct, user: string) =>
  product.notifications
    .rows(user)
    .find(({ scope = '' }) => /^(outcome|access):/.test(scope));

onBothDatabases('notices about grants', start => {
  it('tell those who answer for the dataset to take back what was revoked, but not who did it', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    product.notifications.clear();

    await revoke(product, id);
    await product.deliver();

    expect(usersOf(tasksOf(product, id))).toEqual([BOB, CLEO, FRANK].sort());
    expect(tasksOf(product, id)[0]).toMatchObject({
      title: 'Take access to Customer orders back from Ana Analyst',
      description:
        'read-only access has ended here. Take it back in Snowflake, and confirm it here.',
      link: `/dataset-access/grants/${id}`,
      topic: 'access-task',
      severity: 'normal',
    });
    expect(outcomeOf(product, ANA)?.description).toContain(
      'The access was revoked.',
    );
  });

  it('tell them what was given back, and what has expired', async () => {
    const product = await start();
    const returned = await grantedAccess(product, ANA);
    const expired = await grantedAccess(product, MONA);
    product.notifications.clear();
    await giveBack(product, returned, { by: ANA });
    product.clock.advance('P30D');
    await product.access.grantLife.sweep.run();
    await product.deliver();

    for (const id of [returned, expired]) {
      expect(usersOf(tasksOf(product, id))).toEqual(
        [BOB, CLEO, DAN, FRANK].sort(),
      );
    }
    expect(outcomeOf(product, MONA)?.description).toContain(
      'The access has ended.',
    );
  });

  it('say nothing of what was done before they went out', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    await revoke(product, id);
    await confirmRemoval(product, id);

    await product.deliver();

    expect(tasksOf(product, id)).toEqual([]);
  });

  it('never go to those who had the access', async () => {
    const product = await start();
    product.catalog.put({
      ...product.catalog.get(FRANK),
      memberOf: ['junior-stewards', 'marketing'],
    });
    const id = await grantedAccess(product, ANA, { beneficiary: MARKETING });
    product.notifications.clear();

    await revoke(product, id);
    await product.deliver();

    expect(usersOf(tasksOf(product, id))).toEqual([BOB, CLEO].sort());
    for (const user of [ANA, MONA, FRANK]) {
      expect(outcomeOf(product, user)?.description).toContain(
        'The access was revoked.',
      );
    }
  });

  it('tell those who answer for it and who asked when a connector cannot, and nobody to do it by hand', async () => {
    const source = new MemorySource([ORDERS]);
    source.problem = new ConnectorProblem(
      'NOT_PERMITTED',
      'The portal’s account may not grant on orders.',
    );
    const product = await start({ connectors: [source] });
    const id = await approvedAccess(product, ANA);
    await product.deliver();

    expect(usersOf(tasksOf(product, id))).toEqual(
      [BOB, CLEO, DAN, FRANK].sort(),
    );
    expect(tasksOf(product, id)[0]).toMatchObject({
      title: 'Access could not be set up: Customer orders',
      description:
        'read-only access of Ana Analyst was approved, and Snowflake does not have it yet. The portal’s account may not grant on orders. The portal keeps trying.',
    });
    expect(outcomeOf(product, ANA)?.description).toContain(
      'Snowflake does not have it yet; the portal keeps trying.',
    );

    product.notifications.clear();
    source.problem = undefined;
    product.clock.advance('P1D');
    await product.deliver();
    expect(outcomeOf(product, ANA)?.description).toContain(
      'The access is there, until Feb 15, 2030.',
    );
    await revoke(product, id);
    await product.deliver();
    expect(tasksOf(product, id)).toEqual([]);
  });
});

import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

const DENIED = '42501';

describeWithPostgres('levels in PostgreSQL', () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
  });
  afterEach(() => source.destroy());

  const STATEMENTS = {
    select: 'select * from sales.orders',
    insert: 'insert into sales.orders values (2)',
    update: 'update sales.orders set id = 3 where id = 2',
    delete: 'delete from sales.orders where id = 3',
    truncate: 'truncate sales.orders',
  };
  const able = async () => {
    const can: string[] = [];
    for (const [what, statement] of Object.entries(STATEMENTS)) {
      const answer = await source.attempt('ann', statement);
      expect(['ok', DENIED]).toContain(answer);
      if (answer === 'ok') {
        can.push(what);
      }
    }
    return can;
  };
  const ABLE: Record<AccessLevel, string[]> = {
    'read-only': ['select'],
    editor: ['select', 'insert', 'update', 'delete'],
    owner: ['select', 'insert', 'update', 'delete', 'truncate'],
  };

  it.each<[AccessLevel, AccessLevel]>([
    ['read-only', 'editor'],
    ['editor', 'owner'],
    ['owner', 'read-only'],
    ['editor', 'read-only'],
    ['read-only', 'owner'],
  ])('go from %s to %s, exactly', async (first, second) => {
    const connector = source.connector();
    const target = await source.locate('sales.orders');
    await connector.apply({
      wanted: { target, level: first },
      former: [],
      others: [],
    });
    expect(await able()).toEqual(ABLE[first]);
    await connector.apply({
      wanted: { target, level: second },
      former: [target],
      others: [],
    });
    expect(await able()).toEqual(ABLE[second]);
    await connector.revoke({ former: [target], others: [] });
    expect(await able()).toEqual([]);
  });

  it('are what the configuration says', async () => {
    const connector = source.connector({
      levels: { 'read-only': ['SELECT', 'REFERENCES'] },
    });
    expect(connector.capabilities.levels).toEqual(['read-only']);
    const target = await source.locate('sales.orders');
    const order = (level: AccessLevel) => ({
      wanted: { target, level },
      former: [],
      others: [],
    });
    await connector.apply(order('read-only'));
    expect(await source.grants()).toEqual([
      'orders: ann=REFERENCES/connector',
      'orders: ann=SELECT/connector',
      'sales: ann=USAGE/connector',
    ]);
    for (const refused of [connector.plan, connector.apply]) {
      await expect(
        refused.call(connector, order('editor')),
      ).rejects.toMatchObject({ code: 'LEVEL_NOT_SUPPORTED' });
    }
  });

  it('leave another dataset what it has, even if its level is not given any more', async () => {
    const target = await source.locate('sales.orders');
    const lines = await source.locate('sales.lines');
    await source
      .connector()
      .apply({ wanted: { target, level: 'editor' }, former: [], others: [] });
    const connector = source.connector({ levels: { 'read-only': ['SELECT'] } });
    await connector.apply({
      wanted: { target: lines, level: 'read-only' },
      former: [target],
      others: [{ target, level: 'editor' }],
    });
    expect(await able()).toContain('select');
  });
});

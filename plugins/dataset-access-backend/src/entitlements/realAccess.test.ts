import type {
  AccessGrant,
  Drift,
} from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { revokeShare, shareDomain } from '../__testUtils__/shareDomain';
import { SourceDatabase } from '../__testUtils__/SourceDatabase';
import {
  ANA,
  BEN,
  CREW,
  DAN,
  LINES,
  ORDERS,
  readers,
  SHOP,
  sourceWorld,
  table,
} from '../__testUtils__/sourceWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const DENIED = '42501';

onBothDatabases('access in a real PostgreSQL', start => {
  let source: SourceDatabase;
  let product: TestProduct;

  beforeEach(async () => {
    source = await SourceDatabase.create(readers);
    await source.createTable('orders');
    await source.createTable('lines');
    product = await start({
      world: sourceWorld,
      connectors: [source.connector()],
    });
  });

  afterEach(async () => {
    await source.close();
  });

  /** @returns the id of the grant */
  async function approved(
    dataset: string,
    submission: Parameters<TestProduct['file']>[2] = {},
  ): Promise<string> {
    const id = await product.file(ANA, dataset, submission);
    const { body } = await product.post(DAN, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    return body.grant.id;
  }

  const grant = async (id: string) =>
    (await product.get(DAN, `/v1/grants/${id}`)).body;
  const revoke = (id: string) =>
    product.post(DAN, `/v1/grants/${id}/revocation`, {
      reason: 'The project is over',
    });
  const levelOf = async (dataset: string) =>
    (await product.get(ANA, `/v1/datasets/resource/default/${dataset}/access`))
      .body.access.level;

  it('begins with the approval and ends on time', async () => {
    expect(await source.select('ana', 'orders')).toBe(DENIED);
    const id = await approved(ORDERS, { duration: 'P30D' });
    expect(await grant(id)).toMatchObject({ state: 'provisioning' });
    expect(await levelOf('orders')).toBeUndefined();
    product.clock.advance('PT1H');

    await product.deliver();

    expect(await source.select('ana', 'orders')).toBe('rows');
    expect(await grant(id)).toMatchObject({
      state: 'active',
      connector: 'postgres',
      // the clock starts when access becomes real, not when it was approved
      activatedAt: '2030-01-15T10:00:00.000Z',
      expiresAt: '2030-02-14T10:00:00.000Z',
    });
    expect(await levelOf('orders')).toBe('read-only');

    product.clock.advance('P30D');
    expect(await levelOf('orders')).toBeUndefined();
    expect(await grant(id)).toMatchObject({
      state: 'expired',
      pendingInSource: true,
    });

    await product.access.grantLife.sweep.run();
    await product.deliver();

    expect(await source.select('ana', 'orders')).toBe(DENIED);
    expect(await grant(id)).toMatchObject({
      state: 'expired',
      endReason: 'expired',
      pendingInSource: false,
    });
    expect(await source.given()).toEqual([]);
  });

  it('ends here at once when it is revoked, and in the source as soon as it follows', async () => {
    const id = await approved(ORDERS);
    await product.deliver();

    const { body } = await revoke(id);

    expect(body).toMatchObject({
      state: 'revoking',
      pendingInSource: true,
      endedBy: DAN,
    });
    expect(await levelOf('orders')).toBeUndefined();
    expect(await source.select('ana', 'orders')).toBe('rows');

    await product.deliver();

    expect(await source.select('ana', 'orders')).toBe(DENIED);
    const after = await grant(id);
    expect(after).toMatchObject({
      state: 'revoked',
      endReason: 'revoked',
      pendingInSource: false,
      historyIntact: true,
    });
    expect(after.history.map(({ type }: { type: string }) => type)).toEqual([
      'grant-created',
      'grant-provisioned',
      'grant-revoked',
      'grant-removed',
    ]);
    expect(JSON.stringify(after.history)).toContain('REVOKE');
  });

  it('that is revoked before the source has it never gets there', async () => {
    const id = await approved(ORDERS);
    await revoke(id);

    await product.deliver();

    expect(await source.given()).toEqual([]);
    expect(await grant(id)).toMatchObject({ state: 'revoked' });
  });

  it('takes away no more than what one grant gave', async () => {
    const reading = await approved(ORDERS);
    const editing = await approved(ORDERS, { level: 'editor' });
    await product.deliver();
    expect(await source.given()).toContain('ana=INSERT on orders');

    await revoke(editing);
    await product.deliver();

    expect(await source.given()).toEqual([
      'ana=SELECT on orders',
      'ana=USAGE on sales',
    ]);
    await revoke(reading);
    await product.deliver();
    expect(await source.given()).toEqual([]);
  });

  it('through a domain reaches its datasets, also one that is added later, and nothing else', async () => {
    await approved(ORDERS, { beneficiaries: [ANA] });
    const share = await shareDomain(product, CREW, { domain: SHOP, by: DAN });
    await product.access.grantLife.sync.run();
    await product.deliver();
    expect(await source.select('crew', 'orders')).toBe('rows');
    expect(await source.select('crew', 'lines')).toBe('rows');

    await source.createTable('refunds');
    product.catalog.put(table('refunds'));
    await product.access.decisions.refreshCatalog();
    await product.access.grantLife.sync.runWhenNeeded();
    await product.deliver();
    expect(await source.select('crew', 'refunds')).toBe('rows');

    await revokeShare(product, share, DAN);
    await product.access.grantLife.sync.runWhenNeeded();
    await product.deliver();

    expect(await source.given()).toEqual([
      'ana=SELECT on orders',
      'ana=USAGE on sales',
    ]);
  });

  it('stays where a direct grant gives it when that of the domain ends', async () => {
    await approved(ORDERS);
    const share = await shareDomain(product, ANA, {
      domain: SHOP,
      by: DAN,
      level: 'editor',
    });
    await product.access.grantLife.sync.run();
    await product.deliver();
    expect(await source.given()).toContain('ana=DELETE on lines');

    await revokeShare(product, share, DAN);
    await product.access.grantLife.sync.run();
    await product.deliver();

    expect(await source.given()).toEqual([
      'ana=SELECT on orders',
      'ana=USAGE on sales',
    ]);
  });

  describe('that somebody changed by hand', () => {
    const compare = () => product.access.grantLife.compare.run();
    const drift = async () =>
      (await product.get(DAN, '/v1/drift')).body.items as Drift[];
    const resolve = (id: string, body: object) =>
      product.post(DAN, `/v1/drift/${id}/resolution`, body);

    it('is shown when it is missing, and given again with one click', async () => {
      const id = await approved(ORDERS);
      await product.deliver();
      await compare();
      expect(await drift()).toEqual([]);
      await source.runAsConnector(
        `revoke select on sales.orders from ${source.role('ana')}`,
      );

      await compare();

      const [found, ...more] = await drift();
      expect(more).toEqual([]);
      expect(found).toMatchObject({
        kind: 'missing',
        subject: ANA,
        holder: source.name('ana'),
        actions: ['reapply'],
        steps: [expect.stringMatching(/^GRANT SELECT ON .*orders.* TO .*ana/)],
      });
      const rehearsal = await resolve(found.id, {
        action: 'reapply',
        dryRun: true,
      });
      expect(rehearsal.body).toEqual({
        steps: found.steps,
        done: false,
      });
      expect(await source.select('ana', 'orders')).toBe(DENIED);

      await resolve(found.id, { action: 'reapply' });
      await product.deliver();

      expect(await source.select('ana', 'orders')).toBe('rows');
      expect(await drift()).toEqual([]);
      const { history } = await grant(id);
      expect(history.at(-1)).toMatchObject({ type: 'grant-provisioned' });
    });

    it('is shown when there is more, and taken back', async () => {
      await approved(ORDERS);
      await product.deliver();
      await source.runAsConnector(
        `grant insert on sales.orders to ${source.role('ana')}`,
        `grant select on sales.lines to ${source.role('ben')}`,
      );

      await compare();

      const found = await drift();
      expect(found.map(one => [one.kind, one.holder]).sort()).toEqual([
        ['excess', source.name('ana')],
        ['excess', source.name('ben')],
      ]);
      for (const { id } of found) {
        await resolve(id, { action: 'revoke' });
      }
      await product.deliver();
      expect(await source.given()).toEqual([
        'ana=SELECT on orders',
        'ana=USAGE on sales',
      ]);
      expect(await drift()).toEqual([]);
    });

    it('by others is shown, can be adopted, and is never taken away', async () => {
      const before = await approved(LINES);
      await product.deliver();
      await source.run(
        `grant select on sales.orders to ${source.role('ana')}`,
        `grant usage on schema sales to ${source.role('ana')}`,
      );

      await compare();

      const [found] = await drift();
      expect(found).toMatchObject({
        kind: 'unmanaged',
        subject: ANA,
        level: 'read-only',
        actions: ['adopt'],
      });
      expect(
        (await resolve(found.id, { action: 'revoke' })).body.error.code,
      ).toBe('ACTION_NOT_POSSIBLE');
      await resolve(found.id, { action: 'adopt', reason: 'It is right' });
      await product.deliver();
      const { body } = await product.get(ANA, '/v1/grants?state=active');
      const adopted = body.items.find((one: AccessGrant) => one.id !== before);
      expect(adopted).toMatchObject({
        dataset: { ref: ORDERS },
        grantedBy: DAN,
      });

      await revoke(adopted.id);
      await product.deliver();

      expect(await source.select('ana', 'orders')).toBe('rows');
      expect(await source.given()).not.toContain('ana=SELECT on orders');
    });

    it('is mended by itself where that is configured', async () => {
      const repairing = await start({
        world: sourceWorld,
        connectors: [source.connector()],
        config: { drift: { onDifference: 'repair' } },
      });
      product = repairing;
      await approved(ORDERS);
      await product.deliver();
      await source.runAsConnector(
        `revoke select on sales.orders from ${source.role('ana')}`,
        `grant select on sales.lines to ${source.role('ben')}`,
      );

      await compare();
      await product.deliver();

      expect(await source.given()).toEqual([
        'ana=SELECT on orders',
        'ana=USAGE on sales',
      ]);
    });
  });

  it('is not the business of somebody who does not answer for the dataset', async () => {
    await approved(ORDERS);
    await product.deliver();
    await source.runAsConnector(
      `revoke select on sales.orders from ${source.role('ana')}`,
    );
    await product.access.grantLife.compare.run();
    const {
      body: {
        items: [{ id }],
      },
    } = await product.get(DAN, '/v1/drift');

    const seen = (await product.get(BEN, '/v1/drift')).body.items;
    const { status, body } = await product.post(
      BEN,
      `/v1/drift/${id}/resolution`,
      { action: 'reapply' },
    );

    expect(seen).toEqual([]);
    expect([status, body.error.code]).toEqual([404, 'DRIFT_NOT_FOUND']);
  });
});

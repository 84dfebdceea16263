import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { holds } from '../__testUtils__/holds';
import {
  BOB,
  DAN,
  EVE,
  FRANK,
  ORDERS,
  PRODUCTS,
  superusers,
} from '../__testUtils__/smallWorld';
import {
  EDITS,
  letStewardsEdit,
  makeResponsible,
} from '../__testUtils__/stewardship';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { firstBrokenEvent } from '../audit/eventChain';
import { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { later } from '../clock';

const MOMENT = 'PT0.001S';

onBothDatabases('a responsibility', start => {
  const stewarded = async () => {
    const product = await start({ config: { superusers } });
    await letStewardsEdit(product);
    return product;
  };
  const edits = (product: TestProduct, subject: string = EVE) =>
    holds(product, subject, EDITS, ORDERS);
  const at = (product: TestProduct, duration: string) =>
    later(product.clock.now(), duration).toISOString();
  const stateOf = async (product: TestProduct, id: string) => {
    const { body } = await product.get(
      DAN,
      `/v1/responsibilities?resource=${ORDERS}`,
    );
    return body.items.find((one: { id: string }) => one.id === id)?.state;
  };
  const change = (product: TestProduct, id: string, update: object) =>
    product.put(DAN, `/v1/responsibilities/${id}`, update);
  const terminate = (product: TestProduct, id: string, body: object = {}) =>
    product.post(DAN, `/v1/responsibilities/${id}/termination`, body);

  it('gives what policies give to its role, on its entity, from its start to its end and not a moment longer (S3.4, S3.11)', async () => {
    const product = await stewarded();
    const { id, ...made } = await makeResponsible(product, DAN, {
      startsAt: at(product, 'P1D'),
      endsAt: at(product, 'P3D'),
    });
    const seen: unknown[] = [];
    const look = async (duration: string) => {
      product.clock.advance(duration);
      seen.push([await stateOf(product, id), await edits(product)]);
    };

    await look('PT0S');
    await look('PT23H59M59.999S');
    await look(MOMENT);
    const elsewhere = await holds(product, EVE, EDITS, PRODUCTS);
    await look('PT47H59M59.999S');
    await look(MOMENT);

    expect(seen).toEqual([
      ['planned', false],
      ['planned', false],
      ['active', true],
      ['active', true],
      ['ended', false],
    ]);
    expect(elsewhere).toBe(false);
    expect(made).toEqual({
      role: 'data-steward',
      subject: EVE,
      resource: ORDERS,
      state: 'planned',
      startsAt: '2030-01-16T09:00:00.000Z',
      endsAt: '2030-01-18T09:00:00.000Z',
      version: 1,
      createdAt: '2030-01-15T09:00:00.000Z',
      createdBy: DAN,
    });
  });

  it('starts now and has no end where none is said, and reaches the members of a group', async () => {
    const product = await stewarded();

    const made = await makeResponsible(product, DAN, {
      subject: 'group:default/stewards',
    });
    const held = [
      await edits(product, BOB),
      await edits(product, FRANK),
      await edits(product, EVE),
    ];
    product.clock.advance('P10Y');

    expect(made).toMatchObject({ state: 'active', startsAt: made.createdAt });
    expect(made.endsAt).toBeUndefined();
    expect(held).toEqual([true, true, false]);
    expect(await edits(product, BOB)).toBe(true);
  });

  it('can be made to end earlier, later, or not at all', async () => {
    const product = await stewarded();
    const { id } = await makeResponsible(product, DAN, {
      endsAt: at(product, 'P2D'),
    });
    const began = product.clock.now().toISOString();

    const earlier = await change(product, id, {
      endsAt: at(product, 'P1D'),
      version: 1,
    });
    product.clock.advance('PT23H59M59.999S');
    const before = await edits(product);
    const extended = await change(product, id, {
      endsAt: at(product, 'P1D'),
      version: 2,
    });
    product.clock.advance(MOMENT);
    const afterFirstEnd = await edits(product);
    const endless = await change(product, id, { version: 3 });
    product.clock.advance('P1Y');

    expect([earlier, extended, endless].map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    expect(endless.body).toMatchObject({ version: 4, startsAt: began });
    expect(endless.body.endsAt).toBeUndefined();
    expect([before, afterFirstEnd, await edits(product)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('can be put off before it begins', async () => {
    const product = await stewarded();
    const { id } = await makeResponsible(product, DAN);

    const { body } = await change(product, id, {
      startsAt: at(product, 'P1D'),
      version: 1,
    });
    const before = await edits(product);
    product.clock.advance('P1D');

    expect(body.state).toBe('planned');
    expect([before, await edits(product)]).toEqual([false, true]);
  });

  it('ends at once when it is terminated, and stays on record (S3.11)', async () => {
    const product = await stewarded();
    const { id } = await makeResponsible(product, DAN, {
      endsAt: at(product, 'P30D'),
    });
    const before = await edits(product);
    product.clock.advance('P1D');

    const { body } = await terminate(product, id, { version: 1 });

    expect([before, await edits(product)]).toEqual([true, false]);
    expect(body).toMatchObject({
      state: 'terminated',
      terminatedAt: '2030-01-16T09:00:00.000Z',
      terminatedBy: DAN,
      version: 2,
    });
    product.clock.advance('P60D');
    expect(await stateOf(product, id)).toBe('terminated');
  });

  it('that was planned can be terminated, and never begins', async () => {
    const product = await stewarded();
    const { id } = await makeResponsible(product, DAN, {
      startsAt: at(product, 'P1D'),
    });

    await terminate(product, id);
    product.clock.advance('P2D');

    expect([await stateOf(product, id), await edits(product)]).toEqual([
      'terminated',
      false,
    ]);
  });

  it('is gone from every list when it is removed, but not from history (S3.11)', async () => {
    const product = await stewarded();
    const { id } = await makeResponsible(product, DAN);
    await change(product, id, { endsAt: at(product, 'P1D'), version: 1 });

    const { status, body } = await product.delete(
      DAN,
      `/v1/responsibilities/${id}`,
    );

    expect([status, body.id]).toEqual([200, id]);
    expect(await edits(product)).toBe(false);
    expect(await stateOf(product, id)).toBeUndefined();
    const again = await terminate(product, id);
    expect(again.body.error.code).toBe('RESPONSIBILITY_NOT_FOUND');
    const audit = new DatabaseAuditStore(product.knex);
    const events = await audit.read('responsibility', [id]);
    expect(events.map(({ type, actor }) => [type, actor])).toEqual([
      ['created', DAN],
      ['changed', DAN],
      ['removed', DAN],
    ]);
    expect(firstBrokenEvent(events, 3)).toBeUndefined();
  });

  it.each([
    ['the steward', EVE],
    ['the entity', ORDERS],
  ])('gives nothing to a namesake of %s (P-34)', async (_, replaced) => {
    const product = await stewarded();
    await makeResponsible(product, DAN);
    const before = await edits(product);

    const entity = product.catalog.get(replaced);
    product.catalog.put({ ...entity, uid: 'made-again' });
    await product.access.decisions.refreshCatalog();
    const after = await edits(product);
    product.catalog.put(entity);
    await product.access.decisions.refreshCatalog();

    expect([before, after, await edits(product)]).toEqual([true, false, true]);
  });
});

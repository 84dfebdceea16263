import type { ResponsibilityState } from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  DIARY,
  EVE,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import { makeResponsible } from '../__testUtils__/stewardship';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

onBothDatabases('the list of responsibilities', start => {
  const administered = () => start({ config: { superusers } });
  const list = async (product: TestProduct, by: Caller, query = '') => {
    const { status, body } = await product.get(
      by,
      `/v1/responsibilities?${query}`,
    );
    return { status, ...body };
  };
  const subjects = ({ items }: { items: Array<{ subject: string }> }) =>
    items.map(({ subject }) => subject);

  it('is that of an entity or of a person, newest first', async () => {
    const product = await administered();
    await makeResponsible(product, ROOT, { subject: ANA });
    product.clock.advance('PT1S');
    await makeResponsible(product, ROOT, { subject: BOB });
    await makeResponsible(product, ROOT, { subject: ANA, resource: DIARY });

    expect(
      subjects(await list(product, ROOT, `resource=Resource:Orders`)),
    ).toEqual([BOB, ANA]);
    const ofAna = await list(product, ROOT, `subject=User:Ana`);
    expect(
      ofAna.items.map(({ resource }: { resource: string }) => resource),
    ).toEqual([DIARY, ORDERS]);
    const both = `subject=${ANA}&resource=${DIARY}`;
    expect(subjects(await list(product, ROOT, both))).toEqual([ANA]);
    expect((await list(product, ROOT)).items).toHaveLength(3);
  });

  it.each<[ResponsibilityState, string]>([
    ['planned', ANA],
    ['active', BOB],
    ['ended', CLEO],
    ['terminated', EVE],
  ])('knows which are %s', async (state, expected) => {
    const product = await administered();
    const soon = '2030-01-15T10:00:00Z';
    const farOff = '2040-01-01T00:00:00Z';
    await makeResponsible(product, DAN, { subject: ANA, startsAt: farOff });
    await makeResponsible(product, DAN, { subject: BOB, endsAt: farOff });
    await makeResponsible(product, DAN, { subject: CLEO, endsAt: soon });
    const { id } = await makeResponsible(product, DAN, { subject: EVE });
    await product.post(DAN, `/v1/responsibilities/${id}/termination`, {});
    product.clock.advance('PT1H');

    const page = await list(product, DAN, `resource=${ORDERS}&state=${state}`);

    expect(page.items).toEqual([
      expect.objectContaining({ subject: expected, state }),
    ]);
  });

  it('comes a page at a time, forwards and backwards', async () => {
    const product = await administered();
    const everybody = [ANA, BOB, CLEO, DAN, EVE];
    for (const subject of everybody) {
      await makeResponsible(product, DAN, { subject });
      product.clock.advance('PT1S');
    }
    const page = (cursor?: string) =>
      list(
        product,
        DAN,
        `resource=${ORDERS}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );

    const first = await page();
    const second = await page(first.nextCursor);
    const third = await page(second.nextCursor);
    const back = await page(third.prevCursor);

    expect([first, second, third].flatMap(subjects)).toEqual(
      [...everybody].reverse(),
    );
    expect(back.items).toEqual(second.items);
    expect([first.prevCursor, third.nextCursor]).toEqual([
      undefined,
      undefined,
    ]);
    const other = await list(
      product,
      ROOT,
      `resource=${PRODUCTS}&limit=2&cursor=${first.nextCursor}`,
    );
    expect(other.error.code).toBe('BAD_CURSOR');
  });

  it('is shown to whom the entity belongs, to administrators and services, and to everybody about himself', async () => {
    const product = await administered();
    await makeResponsible(product, DAN);
    const seenBy = async (caller: Caller, query: string) => {
      const { status, items, can } = await list(product, caller, query);
      return [status, items?.length, can?.manage];
    };
    const ofOrders = `resource=${ORDERS}`;

    expect(await seenBy(DAN, ofOrders)).toEqual([200, 1, true]);
    expect(await seenBy(ROOT, ofOrders)).toEqual([200, 1, true]);
    expect(await seenBy('service', ofOrders)).toEqual([200, 1, false]);
    expect(await seenBy(EVE, ofOrders)).toEqual([403, undefined, undefined]);
    expect(await seenBy(EVE, `subject=${EVE}`)).toEqual([200, 1, false]);
    expect(await seenBy(EVE, `subject=${EVE}&${ofOrders}`)).toEqual([
      200,
      1,
      false,
    ]);
    expect(await seenBy(BOB, `subject=${EVE}`)).toEqual([
      403,
      undefined,
      undefined,
    ]);
    expect(await seenBy(DAN, '')).toEqual([403, undefined, undefined]);
    expect((await list(product, 'nobody')).status).toBe(401);
  });

  it('offers the stewardship roles that app-config has', async () => {
    const product = await start({
      config: {
        superusers,
        responsibilities: { roles: [{ id: 'keeper', title: 'Keeper' }] },
      },
    });

    const { roles } = await list(product, ROOT);
    const { status } = await product.post(ROOT, '/v1/responsibilities', {
      role: 'keeper',
      subject: EVE,
      resource: ORDERS,
    });

    expect(roles).toEqual([{ id: 'keeper', title: 'Keeper' }]);
    expect(status).toBe(201);
  });
});

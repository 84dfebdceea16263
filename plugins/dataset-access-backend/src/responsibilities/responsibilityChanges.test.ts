import { codeOf } from '../__testUtils__/codeOf';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  DAN,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import { makeResponsible, stewardship } from '../__testUtils__/stewardship';

onBothDatabases('a responsibility that changed', start => {
  const administered = () => start({ config: { superusers } });

  it('is held once, and again when the one before is over', async () => {
    const product = await administered();
    const listed = async () => {
      const { body } = await product.get(
        DAN,
        `/v1/responsibilities?resource=${ORDERS}`,
      );
      return body.items.map(
        ({ state, terminatedBy }: { state: string; terminatedBy?: string }) => [
          state,
          terminatedBy,
        ],
      );
    };
    await makeResponsible(product, DAN, { endsAt: '2030-01-16T09:00:00Z' });
    const twice = await product.post(DAN, '/v1/responsibilities', stewardship);
    product.clock.advance('P2D');
    const { id } = await makeResponsible(product, DAN);
    // that there is another one now does not change how the first one ended
    expect(await listed()).toEqual([
      ['active', undefined],
      ['ended', undefined],
    ]);
    await product.post(DAN, `/v1/responsibilities/${id}/termination`, {});
    product.clock.advance('P1D');
    await makeResponsible(product, DAN);

    expect(codeOf(twice)).toEqual([409, 'RESPONSIBILITY_EXISTS']);
    expect(await listed()).toEqual([
      ['active', undefined],
      ['terminated', DAN],
      ['ended', undefined],
    ]);
  });

  it('that is over stays as it was', async () => {
    const product = await administered();
    const { id } = await makeResponsible(product, DAN, {
      endsAt: '2030-01-16T09:00:00Z',
    });
    const { id: other } = await makeResponsible(product, DAN, { subject: ANA });
    await product.post(DAN, `/v1/responsibilities/${other}/termination`, {});
    product.clock.advance('P1D');

    for (const one of [id, other]) {
      const path = `/v1/responsibilities/${one}`;
      const answers = [
        await product.put(DAN, path, { version: one === id ? 1 : 2 }),
        await product.post(DAN, `${path}/termination`, {}),
      ];
      expect(answers.map(codeOf)).toEqual(
        answers.map(() => [409, 'RESPONSIBILITY_CLOSED']),
      );
    }
  });

  it('is not changed by who looked at an older one', async () => {
    const product = await administered();
    const { id } = await makeResponsible(product, DAN);
    const path = `/v1/responsibilities/${id}`;
    const endsAt = '2031-01-01T00:00:00Z';
    await product.put(DAN, path, { endsAt, version: 1 });

    const answers = [
      await product.put(DAN, path, { version: 1 }),
      await product.post(DAN, `${path}/termination`, { version: 1 }),
    ];

    expect(answers.map(codeOf)).toEqual(
      answers.map(() => [412, 'STALE_VERSION']),
    );
  });

  it('can be ended by an administrator when its entity is gone', async () => {
    const product = await administered();
    const { id } = await makeResponsible(product, DAN);
    product.catalog.remove(ORDERS);
    await product.access.decisions.refreshCatalog();

    const byOwner = await product.delete(DAN, `/v1/responsibilities/${id}`);
    const listed = await product.get(
      ROOT,
      `/v1/responsibilities?resource=${ORDERS}`,
    );
    const removed = await product.delete(ROOT, `/v1/responsibilities/${id}`);

    expect(codeOf(byOwner)).toEqual([404, 'RESPONSIBILITY_NOT_FOUND']);
    expect(listed.body.items).toHaveLength(1);
    expect(removed.status).toBe(200);
  });
});

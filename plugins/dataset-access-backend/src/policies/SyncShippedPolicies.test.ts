import type { Knex } from 'knex';
import { holds } from '../__testUtils__/holds';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  ORDERS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import { TestProduct } from '../__testUtils__/TestProduct';
import { withUids } from '../__testUtils__/world';

const world = withUids(smallWorld);

onBothDatabases('starting again', (_, database) => {
  const startOn = (knex: Knex, config: object = { superusers }) =>
    TestProduct.start({ knex, world, config: config as {} });
  const policies = async (product: TestProduct) => {
    const { body } = await product.get(ROOT, '/v1/policies?limit=100');
    return body.items;
  };
  const policy = async (product: TestProduct, id: string) =>
    (await product.get('service', `/v1/policies/${id}`)).body;
  const history = async (product: TestProduct, id: string) => {
    const { body } = await product.get('service', `/v1/policies/${id}/history`);
    return [body.items.map(({ type }: { type: string }) => type), body.intact];
  };
  const counts = async (knex: Knex) =>
    Promise.all(
      ['policies', 'policy_terms', 'roles', 'audit_events', 'changes'].map(
        async table => (await knex(table)).length,
      ),
    );

  it('changes nothing where nothing is different', async () => {
    const knex = await database();
    const before = await policies(await startOn(knex));
    const stored = await counts(knex);

    const again = await startOn(knex);
    await again.access.shipped.run();

    expect(await policies(again)).toEqual(before);
    expect(await counts(knex)).toEqual(stored);
  });

  it('changes nothing in two processes at the same time, but what is to be changed, once', async () => {
    const knex = await database();
    const one = await startOn(knex);
    const other = await startOn(knex);
    await knex('policies')
      .where({ id: 'role-reader-metadata' })
      .update({ state: 'inactive' });

    await Promise.all([one.access.shipped.run(), other.access.shipped.run()]);

    expect(await policy(one, 'role-reader-metadata')).toMatchObject({
      state: 'active',
      version: 2,
    });
    expect(await history(one, 'role-reader-metadata')).toEqual([
      ['created', 'changed'],
      true,
    ]);
  });

  it('leaves a default as it was edited, and lets one that was removed stay away (S2.19)', async () => {
    const knex = await database();
    const product = await startOn(knex);
    const asking = '/v1/policies/all-users-ask-for-access';
    const { id, name, type, privileges } = await policy(
      product,
      'all-users-ask-for-access',
    );
    const edited = await product.put(ROOT, asking, {
      policy: { name, type, privileges, actors: { users: [BOB] } },
      version: 1,
    });
    await product.delete(ROOT, '/v1/policies/all-users-see-the-catalog');

    const again = await startOn(knex);

    expect(edited.status).toBe(200);
    expect(await policy(again, id)).toEqual(edited.body);
    expect((await policy(again, 'all-users-see-the-catalog')).error.code).toBe(
      'POLICY_NOT_FOUND',
    );
    const mayAsk = (user: string) =>
      holds(again, user, 'dataset-access.request.create', ORDERS);
    expect([await mayAsk(BOB), await mayAsk(ANA)]).toEqual([true, false]);
  });

  it.each([
    ['switched off', { state: 'inactive' }],
    ['given less', { privileges: '["metadata.search-api"]' }],
    ['given to everybody', { actors: '{"allUsers":true}' }],
    [
      'narrowed',
      { resources: '[{"field":"tag","operator":"equals","values":["x"]}]' },
    ],
    ['renamed', { name: 'Mine', name_key: 'mine' }],
    ['made editable', { origin: 'custom' }],
    ['removed', { deleted_at: new Date() }],
  ])(
    'mends a locked policy that was %s behind the back of the product (P-36)',
    async (_what, tampering) => {
      const knex = await database();
      const id = 'role-reader-metadata';
      const before = await policy(await startOn(knex), id);
      await knex('policies').where({ id }).update(tampering);

      const again = await startOn(knex);

      const after = await policy(again, id);
      expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
      const [types, intact] = await history(again, id);
      expect([types.length, intact]).toEqual([2, true]);
    },
  );

  it('brings back a role policy that was deleted by hand, and its history goes on', async () => {
    const knex = await database();
    const id = 'role-reader-metadata';
    const first = await startOn(knex);
    await first.post(ROOT, '/v1/roles/reader/assignments', {
      subjects: [ANA],
    });
    await knex('policy_terms').where({ policy_id: id }).delete();
    await knex('policies').where({ id }).delete();

    const again = await startOn(knex);

    expect(await history(again, id)).toEqual([['created', 'created'], true]);
    expect(await holds(again, ANA, 'metadata.propose-tags', ORDERS)).toBe(true);
    // a process that runs hears of it, too
    await first.access.decisions.catchUp();
    expect(await holds(first, ANA, 'metadata.propose-tags', ORDERS)).toBe(true);
  });

  it('follows app-config in who is superuser, and says so (S2.20, P-37)', async () => {
    const knex = await database();
    const manages = async (product: TestProduct) =>
      Promise.all(
        [ROOT, BOB].map(user =>
          holds(product, user, 'dataset-access.policy.manage'),
        ),
      );
    const first = await manages(await startOn(knex));
    const without = await startOn(knex, {});
    const nobody = await manages(without);
    const gone = await policy(without, 'superusers-platform');
    const back = await startOn(knex, { superusers: [BOB] });

    expect([first, nobody, await manages(back)]).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(gone.error.code).toBe('POLICY_NOT_FOUND');
    expect(await policy(back, 'superusers-platform')).toMatchObject({
      origin: 'superusers',
      editable: false,
      source: 'app-config: datasetAccess.superusers',
      actors: { users: [BOB] },
    });
    expect(await history(back, 'superusers-platform')).toEqual([
      ['created', 'removed', 'created'],
      true,
    ]);
  });

  it('does not stumble over policies that have the names of its own, and settles (P-36)', async () => {
    const knex = await database();
    const product = await startOn(knex, {});
    await product.access.shipped.run();
    const [template] = await knex('policies').where({
      id: 'role-admin-platform',
    });
    for (const name of [
      'superusers: platform',
      'superusers: platform (superusers-platform)',
    ]) {
      await knex('policies').insert({
        ...template,
        id: `taken-${name.length}`,
        origin: 'custom',
        event_seq: 0,
        name,
        name_key: name,
      });
    }

    const withSuperusers = await startOn(knex);
    const stored = await counts(knex);
    await withSuperusers.access.shipped.run();

    expect(await counts(knex)).toEqual(stored);
    const { name } = await policy(withSuperusers, 'superusers-platform');
    expect(name).toBe('Superusers: platform (superusers-platform, 2)');
    expect(
      await holds(withSuperusers, ROOT, 'dataset-access.policy.manage'),
    ).toBe(true);
  });
});

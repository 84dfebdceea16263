import { dataOpsOperations } from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  DAN,
  DIARY,
  EVE,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import { makeResponsible } from '../__testUtils__/stewardship';
import type { TestProduct } from '../__testUtils__/TestProduct';

/** Needs two privileges, the gate, and a way to the product (S3.5, S3.6). */
const MODIFY = 'builder.modify-product';
/** Needs no way to anything (S3.8). */
const REGISTER = 'builder.register-product';

onBothDatabases('the operations of the matrix', start => {
  const administered = () => start({ config: { superusers } });
  const allow = async (
    product: TestProduct,
    user: string,
    ...privileges: string[]
  ) => {
    const { status } = await product.post(ROOT, '/v1/policies', {
      name: `What ${user} may: ${privileges}`,
      type: 'platform',
      privileges,
      actors: { users: [user] },
    });
    expect(status).toBe(201);
  };
  const explain = async (
    product: TestProduct,
    subject: string,
    operation: string,
    resource?: string,
  ) => {
    const query = new URLSearchParams({
      subject,
      operation,
      ...(resource && { resource }),
    });
    const { body } = await product.get(ROOT, `/v1/explain?${query}`);
    return body;
  };

  it('are listed with what each needs, for everybody who is signed in', async () => {
    const product = await administered();

    const { body } = await product.get(EVE, '/v1/operations');

    expect(body.items).toEqual(dataOpsOperations);
    expect((await product.get('nobody', '/v1/operations')).status).toBe(401);
  });

  it('are explained by all that is missing: gate, privileges and ways to the object (S3.3, S3.5, S3.7)', async () => {
    const product = await administered();
    const nothing = await explain(product, ANA, MODIFY, ORDERS);
    await allow(product, ANA, 'dataops.editor');
    const withoutGate = await explain(product, ANA, MODIFY, ORDERS);
    await allow(product, ANA, 'agents.viewer', 'data-products.editor');
    const withoutWay = await explain(product, ANA, MODIFY, ORDERS);

    expect(nothing).toMatchObject({
      subject: ANA,
      operation: MODIFY,
      resource: ORDERS,
      allowed: false,
      reason: 'missing-privileges',
      missing: [
        'agents.viewer',
        'dataops.editor',
        'data-products.editor',
        'team',
        'stewardship',
      ],
      paths: [],
    });
    expect(withoutGate).toMatchObject({
      allowed: false,
      reason: 'missing-privileges',
      missing: ['agents.viewer', 'data-products.editor', 'team', 'stewardship'],
    });
    expect(withoutWay).toMatchObject({
      allowed: false,
      reason: 'missing-route',
      missing: ['team', 'stewardship'],
      nearMisses: [],
    });
    expect(withoutWay.paths).toHaveLength(3);
  });

  it('are open through the team that owns the object, or a responsibility for it, and through no other (S3.4)', async () => {
    const product = await administered();
    const needed = ['agents.viewer', 'dataops.editor', 'data-products.editor'];
    await allow(product, DAN, ...needed);
    await allow(product, EVE, ...needed);
    await makeResponsible(product, DAN, { endsAt: '2030-01-16T09:00:00Z' });
    const may = async (user: string, resource?: string) =>
      (await explain(product, user, MODIFY, resource)).allowed;

    expect(await may(DAN, ORDERS)).toBe(true);
    expect(await may(EVE, ORDERS)).toBe(true);
    // it is his own, and belongs to no team
    expect(await may(DAN, DIARY)).toBe(false);
    expect(await may(EVE, DIARY)).toBe(false);
    expect(await may(DAN)).toBe(false);
    product.clock.advance('P1D');
    expect(await may(EVE, ORDERS)).toBe(false);
  });

  it('without an object need no way to one (S3.8)', async () => {
    const product = await administered();
    await allow(product, ANA, 'agents.viewer', 'dataops.editor');

    const { allowed, missing } = await explain(product, ANA, REGISTER);

    expect([allowed, missing]).toEqual([true, []]);
  });

  it('are all open to who overrides them, gate and ways included (S3.2)', async () => {
    const product = await administered();
    await allow(product, ANA, 'dataops.admin');

    for (const { id } of dataOpsOperations) {
      const body = await explain(product, ANA, id, ORDERS);
      expect([id, body.allowed]).toEqual([id, true]);
      expect(body.paths).not.toEqual([]);
    }
  });

  it('say which policy would help', async () => {
    const product = await administered();
    const { body } = await product.post(ROOT, '/v1/policies', {
      name: 'Ana builds, some day',
      type: 'platform',
      state: 'inactive',
      privileges: ['dataops.editor'],
      actors: { users: [ANA] },
    });

    const { nearMisses } = await explain(product, ANA, REGISTER);

    expect(nearMisses).toContainEqual({
      kind: 'policy',
      id: body.id,
      name: 'Ana builds, some day',
      why: 'inactive',
    });
  });

  it.each([
    ['unknown-subject', 'user:default/ghost', ORDERS],
    ['unknown-resource', ANA, 'resource:default/nothing'],
  ])('deny what nobody knows: %s', async (reason, subject, resource) => {
    const product = await administered();

    const body = await explain(product, subject, MODIFY, resource);

    expect(body).toMatchObject({ allowed: false, reason });
  });
});

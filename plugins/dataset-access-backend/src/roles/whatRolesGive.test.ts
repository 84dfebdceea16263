import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { holds } from '../__testUtils__/holds';
import {
  ANA,
  BOB,
  CLEO,
  EVE,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const STEWARDS = 'group:default/stewards';
const READS = 'metadata.propose-tags';

onBothDatabases('a role', start => {
  const assign = (
    product: TestProduct,
    role: string,
    subjects: string[],
    by: Caller = ROOT,
  ) => product.post(by, `/v1/roles/${role}/assignments`, { subjects });
  const allow = async (product: TestProduct, policy: object) => {
    const { status } = await product.post(ROOT, '/v1/policies', policy);
    expect(status).toBe(201);
  };

  it('is held by everybody where app-config says so (S4.10)', async () => {
    const withDefault = await start({
      config: { superusers, roles: { default: 'reader' } },
    });
    const without = await start({ config: { superusers } });

    expect(await holds(withDefault, EVE, READS, ORDERS)).toBe(true);
    expect(await holds(without, EVE, READS, ORDERS)).toBe(false);
    const defaults = async (product: TestProduct) => {
      const { body } = await product.get(ROOT, '/v1/roles');
      return body.items
        .filter((one: { isDefault: boolean }) => one.isDefault)
        .map(({ id, members }: { id: string; members: number }) => [
          id,
          members,
        ]);
    };
    expect(await defaults(withDefault)).toEqual([['reader', 0]]);
    expect(await defaults(without)).toEqual([]);
  });

  it('is only ever added to by policies of one’s own (S4.7)', async () => {
    const product = await start({ config: { superusers } });
    await assign(product, 'reader', [ANA]);
    const edits = 'metadata.edit-description';
    const held = async () => [
      await holds(product, ANA, READS, PRODUCTS),
      await holds(product, ANA, edits, ORDERS),
      await holds(product, ANA, edits, PRODUCTS),
    ];
    const before = await held();

    await allow(product, {
      name: 'Ana edits the description of orders',
      type: 'metadata',
      privileges: [edits],
      actors: { users: [ANA] },
      resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
    });

    expect(before).toEqual([true, false, false]);
    expect(await held()).toEqual([true, true, false]);
  });

  it('gives nothing to a namesake of the group it was given to, until it is given again (P-34)', async () => {
    const product = await start({ config: { superusers } });
    await assign(product, 'reader', [STEWARDS]);
    const held = () => holds(product, BOB, READS, ORDERS);
    const exists = async () => {
      const { body } = await product.get(ROOT, '/v1/roles/reader/members');
      return body.items.map((one: { exists: boolean }) => one.exists);
    };
    expect([await held(), await exists()]).toEqual([true, [true]]);

    product.catalog.put({ ref: STEWARDS, uid: 'made-again' });
    await product.access.decisions.refreshCatalog();
    const namesake = [await held(), await exists()];
    product.catalog.remove(STEWARDS);
    await product.access.decisions.refreshCatalog();
    const gone = [await held(), await exists()];
    product.catalog.put({ ref: STEWARDS, uid: 'made-again' });
    await product.access.decisions.refreshCatalog();
    const again = await assign(product, 'reader', [STEWARDS]);

    expect(namesake).toEqual([false, [false]]);
    expect(gone).toEqual([false, [false]]);
    expect(again.body.outcomes).toEqual([
      { subject: STEWARDS, outcome: 'assigned' },
    ]);
    expect([await held(), await exists()]).toEqual([true, [true]]);
  });

  it('is not given away by who does not hold what it gives (F8, F9)', async () => {
    const product = await start({ config: { superusers } });
    await product.post(ROOT, '/v1/roles', { id: 'own', title: 'Own' });
    await allow(product, {
      name: 'Ana manages roles and sees policies',
      type: 'platform',
      privileges: ['dataset-access.role.manage', 'dataset-access.policy.read'],
      actors: { users: [ANA] },
    });
    await allow(product, {
      name: 'What comes with our own role',
      type: 'platform',
      privileges: ['dataset-access.policy.read'],
      actors: { roles: ['own'] },
    });
    const answers = async (role: string, subjects: string[]) => {
      const { status, body } = await assign(product, role, subjects, ANA);
      return [status, body.error?.code];
    };

    expect(await answers('admin', [ANA])).toEqual([403, 'ESCALATION']);
    expect(await answers('reader', [EVE])).toEqual([403, 'ESCALATION']);
    expect(await answers('own', [EVE])).toEqual([200, undefined]);
    // a policy that is off today may be on tomorrow
    await allow(product, {
      name: 'What will come with our own role',
      type: 'platform',
      state: 'inactive',
      privileges: ['platform.manage-tags'],
      actors: { roles: ['own'] },
    });
    expect(await answers('own', [CLEO])).toEqual([403, 'ESCALATION']);
    const { body } = await product.get(ROOT, '/v1/roles');
    expect(
      body.items
        .filter((one: { members: number }) => one.members > 0)
        .map(({ id, members }: { id: string; members: number }) => [
          id,
          members,
        ]),
    ).toEqual([['own', 1]]);
  });

  it('is given away by who manages everything, but to nobody before he has it himself', async () => {
    const product = await start({ config: { superusers } });
    const byAna = () => assign(product, 'admin', [BOB], ANA);

    const before = await byAna();
    await assign(product, 'admin', [ANA]);
    const after = await byAna();

    expect([before.status, before.body.error.code]).toEqual([403, 'FORBIDDEN']);
    expect(after.body.outcomes).toEqual([
      { subject: BOB, outcome: 'assigned' },
    ]);
  });
});

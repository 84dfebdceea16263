import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { stringify } from 'yaml';
import { holds } from '../__testUtils__/holds';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  ORDERS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import { TestProduct } from '../__testUtils__/TestProduct';
import { withUids } from '../__testUtils__/world';

const world = withUids(smallWorld);
const folder = createMockDirectory();

const policy = {
  id: 'analysts',
  name: 'Analysts edit links',
  type: 'metadata',
  privileges: ['metadata.edit-links'],
  actors: { roles: ['analyst'] },
};
const role = { id: 'analyst', title: 'Analyst' };

onBothDatabases('starting again with files', (_, database) => {
  const startWith = async (knex: Knex, content: object) => {
    folder.setContent({ 'policies.yaml': stringify(content) });
    return TestProduct.start({
      knex,
      world,
      config: { superusers, policyFiles: [folder.resolve('policies.yaml')] },
    });
  };
  const find = async (product: TestProduct, path: string) => {
    const { body } = await product.get(ROOT, path);
    return body;
  };
  const links = (product: TestProduct) =>
    holds(product, ANA, 'metadata.edit-links', ORDERS);

  it('has what they say, read-only and with where it comes from', async () => {
    const product = await startWith(await database(), {
      policies: [policy],
      roles: [role],
    });
    await product.post(ROOT, '/v1/roles/analyst/assignments', {
      subjects: [ANA],
    });

    expect(await links(product)).toBe(true);
    expect(await find(product, '/v1/policies/file-analysts')).toMatchObject({
      origin: 'config',
      editable: false,
      source: expect.stringMatching(/policies\.yaml:2$/),
    });
    const path = '/v1/policies/file-analysts';
    const answers = [
      await product.delete(ROOT, path),
      await product.put(ROOT, `${path}/state`, { state: 'inactive' }),
      await product.delete(ROOT, '/v1/roles/analyst'),
    ];
    expect(answers.map(({ body }) => body.error.code)).toEqual([
      'POLICY_LOCKED',
      'POLICY_LOCKED',
      'ROLE_LOCKED',
    ]);
  });

  it('has no longer what they say no longer; a role is then for the administrators to remove', async () => {
    const knex = await database();
    const before = await startWith(knex, { policies: [policy], roles: [role] });
    await before.post(ROOT, '/v1/roles/analyst/assignments', {
      subjects: [ANA],
    });

    const after = await startWith(knex, {});

    expect(await links(after)).toBe(false);
    const gone = await find(after, '/v1/policies/file-analysts');
    expect(gone.error.code).toBe('POLICY_NOT_FOUND');
    expect(await find(after, '/v1/roles/analyst')).toMatchObject({
      editable: true,
      members: 1,
    });
    const { status } = await after.delete(ROOT, '/v1/roles/analyst');
    expect(status).toBe(200);
  });

  it('leaves out what would take the place of a shipped role or policy, and has the rest', async () => {
    const product = await startWith(await database(), {
      roles: [{ id: 'admin', title: 'Harmless' }, role],
      policies: [{ ...policy, name: 'Admin: platform' }],
    });

    expect(await find(product, '/v1/roles/admin')).toMatchObject({
      title: 'Admin',
      exclusiveGroup: 'platform',
    });
    expect(await find(product, '/v1/roles/analyst')).toMatchObject(role);
    const names = await Promise.all(
      ['role-admin-platform', 'file-analysts'].map(async id => {
        const { name } = await find(product, `/v1/policies/${id}`);
        return name;
      }),
    );
    expect(names).toEqual([
      'Admin: platform',
      'Admin: platform (file-analysts)',
    ]);
  });

  it('does not stumble over a role of one’s own that has the title of one in a file', async () => {
    const knex = await database();
    const before = await startWith(knex, {});
    await before.post(ROOT, '/v1/roles', { id: 'mine', title: 'ANALYST' });

    const after = await startWith(knex, { roles: [role] });
    const [{ events }] = await knex('audit_events').count({ events: '*' });
    await after.access.shipped.run();

    const { items } = await find(after, '/v1/roles');
    const titles = items.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['ANALYST', 'Analyst (analyst)']),
    );
    const [{ events: later }] = await knex('audit_events').count({
      events: '*',
    });
    expect(later).toBe(events);
  });
});

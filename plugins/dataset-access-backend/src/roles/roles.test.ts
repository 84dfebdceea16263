import type {
  PolicyDraft,
  RoleDetail,
  RoleDraft,
  RoleList,
} from 'backstage-plugin-dataset-access-common';
import { codeOf } from '../__testUtils__/codeOf';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { holds } from '../__testUtils__/holds';
import {
  ANA,
  BOB,
  EVE,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { firstBrokenEvent } from '../audit/eventChain';
import { DatabaseAuditStore } from '../audit/DatabaseAuditStore';

const analysts: RoleDraft = { id: 'data-analyst', title: 'Data analyst' };

/** What makes the role do something. */
const behind: PolicyDraft = {
  name: 'Data analysts see usage',
  type: 'metadata',
  privileges: ['metadata.edit-links'],
  actors: { roles: [analysts.id] },
};

onBothDatabases('a role', start => {
  const administered = () => start({ config: { superusers } });
  // what nobody can change is the same in every test
  let shared: Promise<TestProduct> | undefined;
  const give = (product: TestProduct, role: string, subjects: string[]) =>
    product.post(ROOT, `/v1/roles/${role}/assignments`, { subjects });

  it('is listed, the shipped ones first, with how many it was given to (S4.1, S3.9)', async () => {
    const product = await administered();
    await product.post(ROOT, '/v1/roles', analysts);
    await give(product, 'reader', [ANA, 'group:default/stewards']);

    const { body } = await product.get(ROOT, '/v1/roles');

    const { items }: RoleList = body;
    const shown = items.map(
      ({ id, shipped, editable, members, exclusiveGroup }) => [
        id,
        shipped,
        editable,
        members,
        exclusiveGroup,
      ],
    );
    expect(shown).toEqual([
      ['admin', true, false, 0, 'platform'],
      ['editor', true, false, 0, 'platform'],
      ['marketplace-admin', true, false, 0, undefined],
      ['marketplace-consumer', true, false, 0, undefined],
      ['marketplace-provider', true, false, 0, undefined],
      ['reader', true, false, 2, 'platform'],
      ['data-analyst', false, true, 0, undefined],
    ]);
    expect(body.can).toEqual({ manage: true });
  });

  it('is found by who holds it directly, and not by who holds it through a group (S4.4)', async () => {
    const product = await administered();
    await give(product, 'reader', ['group:default/stewards', ANA]);
    const rolesOf = async (subject: string) => {
      const { body } = await product.get(ROOT, `/v1/roles?subject=${subject}`);
      return body.items.map(({ id }: { id: string }) => id);
    };

    expect(await rolesOf('User:Default/Ana')).toEqual(['reader']);
    expect(await rolesOf('group:default/stewards')).toEqual(['reader']);
    expect(await rolesOf(BOB)).toEqual([]);
  });

  it.each([
    'admin',
    'editor',
    'reader',
    'marketplace-consumer',
    'marketplace-provider',
    'marketplace-admin',
  ])(
    'shows the policies behind it, and nobody can change them: %s (S4.2, S4.3)',
    async id => {
      const product = await (shared ??= administered());

      const { status, body } = await product.get(ROOT, `/v1/roles/${id}`);

      expect(status).toBe(200);
      const { policies }: RoleDetail = body;
      const locked = policies.filter(({ editable }) => !editable);
      expect(locked.map(one => one.id).sort()).toEqual([
        `role-${id}-metadata`,
        `role-${id}-platform`,
      ]);
      expect(locked).toEqual(
        locked.map(() =>
          expect.objectContaining({
            state: 'active',
            origin: 'built-in',
            actors: { roles: [id] },
            resources: [],
          }),
        ),
      );
      for (const { id: policy } of locked) {
        const change = { state: 'inactive' };
        const path = `/v1/policies/${policy}`;
        const answers = [
          await product.put(ROOT, `${path}/state`, change),
          await product.delete(ROOT, path),
        ];
        expect(answers.map(codeOf)).toEqual(
          answers.map(() => [403, 'POLICY_LOCKED']),
        );
      }
    },
  );

  it('is read by who may read roles or manage policies, and by nobody else (S4.3)', async () => {
    const product = await administered();
    const paths = ['/v1/roles', '/v1/roles/reader', '/v1/roles/reader/members'];
    const statuses = async (caller: Parameters<TestProduct['get']>[0]) => {
      const answers = await Promise.all(
        paths.map(path => product.get(caller, path)),
      );
      return answers.map(({ status }) => status);
    };
    const allow = (name: string, user: string, privilege: string) =>
      product.post(ROOT, '/v1/policies', {
        name,
        type: 'platform',
        privileges: [privilege],
        actors: { users: [user] },
      });
    await allow('Ana looks at roles', ANA, 'dataset-access.role.read');
    await allow('Bob writes policies', BOB, 'dataset-access.policy.manage');

    expect(await statuses(EVE)).toEqual([403, 403, 403]);
    expect(await statuses('nobody')).toEqual([401, 401, 401]);
    expect(await statuses('service')).toEqual([200, 200, 200]);
    expect(await statuses(ANA)).toEqual([200, 200, 200]);
    expect(await statuses(BOB)).toEqual([200, 200, 200]);
    const can = async (caller: 'user:default/ana' | 'user:default/bob') =>
      (await product.get(caller, '/v1/roles')).body.can.manage;
    expect([await can(ANA), await can(BOB)]).toEqual([false, true]);
  });

  it('of one’s own is made, given, renamed, and removed from all who hold it (S4.10)', async () => {
    const product = await administered();
    const links = () => holds(product, ANA, 'metadata.edit-links', ORDERS);
    const created = await product.post(ROOT, '/v1/roles', {
      ...analysts,
      description: 'Look at data',
    });
    const policy = await product.post(ROOT, '/v1/policies', behind);
    await give(product, analysts.id, [ANA]);
    expect(await links()).toBe(true);

    const path = `/v1/roles/${analysts.id}`;
    const renamed = await product.put(ROOT, path, { title: 'Analyst' });
    const inUse = await product.delete(ROOT, path);
    expect(await links()).toBe(true);
    await product.delete(ROOT, `/v1/policies/${policy.body.id}`);
    const removed = await product.delete(ROOT, path);

    expect([created.status, created.body]).toEqual([
      201,
      {
        ...analysts,
        description: 'Look at data',
        shipped: false,
        editable: true,
        isDefault: false,
        members: 0,
      },
    ]);
    expect(renamed.body).toMatchObject({ title: 'Analyst', members: 1 });
    expect(renamed.body.description).toBeUndefined();
    expect(codeOf(inUse)).toEqual([409, 'ROLE_IN_USE']);
    expect(inUse.body.error.message).toContain('"Data analysts see usage"');
    expect(removed.status).toBe(200);
    expect(codeOf(await product.get(ROOT, path))).toEqual([
      404,
      'ROLE_NOT_FOUND',
    ]);
  });

  it('that is made again under the id of a removed one is held by nobody, and its history goes on', async () => {
    const product = await administered();
    const path = `/v1/roles/${analysts.id}`;
    await product.post(ROOT, '/v1/roles', analysts);
    await give(product, analysts.id, [ANA, BOB]);
    await product.delete(ROOT, path);
    const gone = await give(product, analysts.id, [ANA]);

    const again = await product.post(ROOT, '/v1/roles', analysts);
    await product.post(ROOT, '/v1/policies', behind);

    expect(codeOf(gone)).toEqual([404, 'ROLE_NOT_FOUND']);
    expect([again.status, again.body.members]).toEqual([201, 0]);
    const { body } = await product.get(ROOT, `${path}/members`);
    expect(body.items).toEqual([]);
    expect(await holds(product, ANA, 'metadata.edit-links', ORDERS)).toBe(
      false,
    );
    const events = await new DatabaseAuditStore(product.knex).read('role', [
      analysts.id,
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      'created',
      'assigned',
      'assigned',
      'removed',
      'removed',
      'removed',
      'created',
    ]);
    expect(firstBrokenEvent(events, 7)).toBeUndefined();
  });
});

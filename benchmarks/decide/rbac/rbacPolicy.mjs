import { join } from 'node:path';

/**
 * The community RBAC plugin's own classes, put together as its `PolicyBuilder` does, on a database of this server. What is not
 * its own, the audit log and the tokens for the catalog, does nothing; the relations of the catalog are on the same server.
 */
export async function makeRbacPolicy({ peers, folder, connection, world }) {
  const dist = join(
    folder,
    'node_modules/@backstage-community/plugin-rbac-backend/dist',
  );
  const own = file => peers.require(join(dist, `${file}.cjs.js`));
  const { newEnforcer, newModelFromString } = peers.require('casbin');
  const { ConfigReader } = peers.require('@backstage/config');
  const makeKnex = peers.require('knex');

  const config = new ConfigReader({
    backend: { database: { client: 'pg', connection } },
    permission: { enabled: true },
  });
  const knex = makeKnex({ client: 'pg', connection });
  const adapter = await new (own(
    'database/casbin-adapter-factory',
  ).CasbinDBAdapterFactory)(config, knex).createAdapter();
  // as in a new portal: its migrations go over all rules that they find
  await own('database/migration').migrate({ getClient: async () => knex });
  await fillRules(knex, world);
  await fillRelations(knex, world);

  const failures = [];
  const auditor = {
    createEvent: async () => ({
      success: async () => {},
      fail: async ({ error }) => failures.push(error),
    }),
  };
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const { MODEL } = own('service/permission-model');
  const enforcer = await newEnforcer(newModelFromString(MODEL), adapter);
  await enforcer.loadPolicy();
  enforcer.enableAutoSave(true);
  const { BackstageRoleManager } = own('role-manager/role-manager');
  enforcer.setRoleManager(
    new BackstageRoleManager(undefined, logger, knex, knex, config, undefined),
  );
  enforcer.enableAutoBuildRoleLinks(false);
  await enforcer.buildRoleLinks();
  const conditions = new (own(
    'database/conditional-storage',
  ).DataBaseConditionalStorage)(knex);
  const roles = new (own('database/role-metadata').DataBaseRoleMetadataStorage)(
    knex,
  );
  const { EnforcerDelegate } = own('service/enforcer-delegate');
  const delegate = new EnforcerDelegate(enforcer, auditor, roles, knex);
  // its own build() would go on to remove what no file or config names, and these rules are in neither
  const { RBACPermissionPolicy } = own('policies/permission-policy');
  const policy = new RBACPermissionPolicy(delegate, auditor, conditions, []);

  return {
    async allows(user, permission) {
      const { result } = await policy.handle(
        { permission },
        { info: { userEntityRef: user, ownershipEntityRefs: [user] } },
      );
      if (failures.length > 0) throw failures[0];
      return result === 'ALLOW';
    },
    addLine: line => delegate.addPolicies([line]),
    removeLine: line => delegate.removePolicies([line]),
    load: () => delegate.loadPolicy(),
    async close() {
      await adapter.close();
      await knex.destroy();
    },
  };
}

async function fillRules(knex, { roles, held }) {
  const rows = [
    ...roles.flatMap(({ ref, permissions }) =>
      permissions.map(name => ['p', ref, name, 'read', 'allow']),
    ),
    ...held.map(({ subject, role }) => ['g', subject, role, null, null]),
  ];
  await insert(
    knex,
    'casbin_rule',
    rows.map(([ptype, v0, v1, v2, v3]) => ({ ptype, v0, v1, v2, v3 })),
  );
}

/** As the catalog has them, with its index. */
async function fillRelations(knex, { users, groups }) {
  await knex.schema.createTable('relations', table => {
    table.text('originating_entity_id');
    table.text('source_entity_ref').index();
    table.text('type');
    table.text('target_entity_ref');
  });
  const relation = (source_entity_ref, type, target_entity_ref) => ({
    source_entity_ref,
    type,
    target_entity_ref,
  });
  await insert(knex, 'relations', [
    ...users.flatMap(({ ref, groups: of }) =>
      of.map(group => relation(ref, 'memberOf', group)),
    ),
    ...groups.flatMap(({ ref, parents }) =>
      parents.map(parent => relation(ref, 'childOf', parent)),
    ),
  ]);
}

async function insert(knex, table, rows) {
  await knex.batchInsert(table, rows, 5_000);
  await knex.raw('analyze ??', [table]);
}

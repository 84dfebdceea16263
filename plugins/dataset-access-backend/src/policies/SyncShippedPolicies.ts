import {
  PrivilegeRegistry,
  shippedPolicies,
  ShippedPolicy,
  ShippedRole,
  shippedRoles,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { appendToChain, EMPTY_CHAIN } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type { RoleHistory } from '../roles/RoleHistory';
import type { DatabasePolicyStore } from './DatabasePolicyStore';
import type { PolicyFile } from './PolicyFile';
import {
  contentOf,
  isEditable,
  nameKey,
  PolicyContent,
  PolicyRecord,
} from './PolicyRecord';
import { superuserPolicies } from './superuserPolicies';

/** @see SyncShippedPolicies */
export interface SyncShippedPoliciesOptions {
  knex: Knex;
  policies: DatabasePolicyStore;
  roles: DatabaseRoleStore;
  roleHistory: RoleHistory;
  audit: DatabaseAuditStore;
  privileges: PrivilegeRegistry;
  policyFile: PolicyFile;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** A policy that is not written on screen. */
type StandingPolicy = PolicyContent &
  Pick<PolicyRecord, 'id' | 'origin' | 'source'>;

/** A role that is not written on screen. */
type StandingRole = Pick<ShippedRole, 'id' | 'title' | 'exclusiveGroup'> & {
  description?: string;
};

/**
 * Puts into the tables what does not come from people: superusers of app-config, shipped roles with their policies, the
 * policies of files, and the defaults. Locked ones are made what they should be at every start, whatever was done to them
 * (P-36); a default is written once, and from then on belongs to the administrators, also when they remove it.
 */
export class SyncShippedPolicies {
  readonly #options: SyncShippedPoliciesOptions;

  constructor(options: SyncShippedPoliciesOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { knex, policies, privileges, policyFile, config } = this.#options;
    const roles = shippedRoles(privileges);
    const files = await policyFile.read();
    const locked: StandingPolicy[] = [
      ...superuserPolicies(config, privileges),
      ...roles.flatMap(role => role.policies.map(builtIn)),
      ...shippedPolicies.filter(({ locked: is }) => is).map(builtIn),
      ...files.policies,
    ];
    await runTransaction(knex, async trx => {
      await trx('administration').where({ id: 1 }).increment('changes', 1);
      await this.#putRoles(trx, [...roles, ...files.roles]);
      const there = new Map(
        (await policies.get(undefined, trx)).map(one => [one.id, one]),
      );
      const wanted = new Set(locked.map(({ id }) => id));
      for (const policy of there.values()) {
        if (!isEditable(policy) && !wanted.has(policy.id)) {
          await this.#remove(trx, policy);
        }
      }
      const known = await policies.knownIds(trx);
      const defaults = shippedPolicies
        .filter(policy => !policy.locked && !known.has(policy.id))
        .map(policy => ({ ...builtIn(policy), origin: 'default' as const }));
      const names = await policies.idsByName(trx);
      const different = [...locked, ...defaults]
        .map(policy => ({ ...policy, name: claimName(names, policy) }))
        .filter(policy => !isSame(there.get(policy.id), policy));
      await this.#put(trx, there, different);
    });
  }

  async #put(
    trx: Knex.Transaction,
    there: ReadonlyMap<string, PolicyRecord>,
    wanted: readonly StandingPolicy[],
  ): Promise<void> {
    const { policies, audit, clock } = this.#options;
    const heads = await audit.heads(
      trx,
      'policy',
      wanted.map(({ id }) => id),
    );
    const now = clock.now();
    const logged = wanted.map(policy => {
      const before = there.get(policy.id);
      return log(
        {
          ...contentOf(policy),
          id: policy.id,
          origin: policy.origin,
          source: policy.source,
          version: (before?.version ?? 0) + 1,
          head: heads.get(policy.id) ?? EMPTY_CHAIN,
          createdAt: before?.createdAt ?? now,
          updatedAt: now,
        },
        before ? 'changed' : 'created',
      );
    });
    await audit.append(
      trx,
      logged.map(({ event }) => event),
    );
    await policies.put(
      trx,
      logged.map(({ policy }) => policy),
    );
  }

  async #remove(trx: Knex.Transaction, before: PolicyRecord): Promise<void> {
    const { policies, audit, clock } = this.#options;
    const removed = log(
      {
        ...before,
        version: before.version + 1,
        updatedAt: clock.now(),
        updatedBy: undefined,
      },
      'removed',
    );
    await audit.append(trx, [removed.event]);
    await policies.remove(trx, removed.policy, before.version);
  }

  async #putRoles(
    trx: Knex.Transaction,
    wanted: readonly StandingRole[],
  ): Promise<void> {
    const { roles, roleHistory } = this.#options;
    for (const role of wanted) {
      await this.#putRole(trx, role);
    }
    const ids = new Set(wanted.map(({ id }) => id));
    for (const role of await roles.list(undefined, trx)) {
      if (role.shipped && !ids.has(role.id)) {
        // its file does not name it any more; what becomes of those who hold it is for the administrators to say
        const own = { ...role, shipped: false };
        await roles.put(trx, own);
        await roleHistory.append(trx, own, 'released', undefined, {});
      }
    }
  }

  async #putRole(
    trx: Knex.Transaction,
    { id, title: wanted, description, exclusiveGroup }: StandingRole,
  ): Promise<void> {
    const { roles, roleHistory, audit, clock } = this.#options;
    const before = await roles.find(id, trx);
    const namesake = await roles.findByTitle(wanted, trx);
    const isTaken = namesake !== undefined && namesake.id !== id;
    const title = isTaken ? `${wanted} (${id})` : wanted;
    const isUnchanged =
      before &&
      !before.isRemoved &&
      before.shipped &&
      before.title === title &&
      before.description === description &&
      before.exclusiveGroup === exclusiveGroup;
    if (isUnchanged) {
      return;
    }
    const heads = await audit.heads(trx, 'role', [id]);
    const role = {
      id,
      title,
      description,
      exclusiveGroup,
      shipped: true,
      // the history outlives its role, also where tables were made anew
      head: heads.get(id) ?? EMPTY_CHAIN,
      createdAt: before?.createdAt ?? clock.now(),
    };
    await roles.put(trx, role);
    await roleHistory.append(
      trx,
      role,
      before ? 'changed' : 'created',
      undefined,
      { title, description },
    );
  }
}

/** The name that a policy gets: its own, or one that tells it from the policy that has its name already. */
function claimName(
  names: Map<string, string>,
  { id, name: wanted }: StandingPolicy,
): string {
  let name = wanted;
  const isTaken = () => (names.get(nameKey(name)) ?? id) !== id;
  for (let number = 1; isTaken(); number++) {
    name = `${wanted} (${number === 1 ? id : `${id}, ${number}`})`;
  }
  names.set(nameKey(name), id);
  return name;
}

function isSame(
  there: PolicyRecord | undefined,
  wanted: StandingPolicy,
): boolean {
  return (
    there !== undefined &&
    there.origin === wanted.origin &&
    there.source === wanted.source &&
    isDeepStrictEqual(contentOf(there), contentOf(wanted))
  );
}

function log(policy: PolicyRecord, type: string) {
  const event = appendToChain({ type: 'policy', id: policy.id }, policy.head, {
    type,
    at: policy.updatedAt,
    facts: JSON.parse(JSON.stringify({ after: contentOf(policy) })),
  });
  return { event, policy: { ...policy, head: event } };
}

function builtIn({
  privileges,
  actors,
  resources,
  ...policy
}: ShippedPolicy): StandingPolicy {
  const content = { privileges, actors, resources };
  return {
    ...policy,
    ...(JSON.parse(JSON.stringify(content)) as Pick<
      PolicyContent,
      'privileges' | 'actors' | 'resources'
    >),
    origin: 'built-in',
  };
}

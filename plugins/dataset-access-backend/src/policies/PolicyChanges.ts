import {
  DatasetAccessError,
  DecisionIndex,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { appendToChain, EMPTY_CHAIN } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import { policyRule } from '../decisions/ruleFacts';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type { DatabasePolicyStore } from './DatabasePolicyStore';
import { checkEscalation } from './escalation';
import { checkLockOut } from './lockOut';
import {
  contentOf,
  isEditable,
  nameKey,
  PolicyContent,
  PolicyRecord,
} from './PolicyRecord';

/** @see PolicyChanges */
export interface PolicyChangesOptions {
  policies: DatabasePolicyStore;
  roles: DatabaseRoleStore;
  audit: DatabaseAuditStore;
  decisions: { require(): DecisionIndex };
  privileges: PrivilegeRegistry;
  clock: Clock;
}

/**
 * The changes of policies, each judged and written in a transaction that the caller holds the administration lock in. What
 * a person may not do is refused here, whatever way it came: API, screen or import.
 */
export class PolicyChanges {
  readonly #options: PolicyChangesOptions;

  constructor(options: PolicyChangesOptions) {
    this.#options = options;
  }

  /** @throws `POLICY_NAME_TAKEN`, `UNKNOWN_ACTOR`, `ESCALATION` */
  async create(
    trx: Knex.Transaction,
    by: string,
    content: PolicyContent,
  ): Promise<PolicyRecord> {
    const [policy] = await this.createAll(trx, by, [content]);
    return policy;
  }

  /** As {@link create} for each of many, in a few statements. */
  async createAll(
    trx: Knex.Transaction,
    by: string,
    contents: readonly PolicyContent[],
  ): Promise<PolicyRecord[]> {
    const { policies, clock } = this.#options;
    await this.#checkContents(trx, by, contents);
    const now = clock.now();
    const created = await this.#logged(
      trx,
      contents.map(content => ({
        policy: {
          ...content,
          id: randomUUID(),
          origin: 'custom',
          version: 1,
          head: EMPTY_CHAIN,
          createdAt: now,
          createdBy: by,
          updatedAt: now,
          updatedBy: by,
        },
        type: 'created',
        facts: { after: contentOf(content) },
      })),
    );
    await policies.insert(trx, created);
    return created;
  }

  /**
   * @param seen - the version that the caller has seen; absent: whatever is there
   * @throws `POLICY_NOT_FOUND`, `POLICY_LOCKED`, `STALE_VERSION`, `POLICY_NAME_TAKEN`, `UNKNOWN_ACTOR`, `ESCALATION`,
   * `LAST_ADMIN`
   */
  async replace(
    trx: Knex.Transaction,
    by: string,
    id: string,
    change: (before: PolicyRecord) => { content: PolicyContent; type: string },
    seen: number | undefined,
  ): Promise<PolicyRecord> {
    const { policies } = this.#options;
    const before = await this.#editable(trx, id, seen);
    const { content, type } = change(before);
    await this.#checkContents(trx, by, [content], before);
    const changed = this.#changed(before, by, content);
    this.#checkLockOut(before, changed);
    const facts = { before: contentOf(before), after: contentOf(content) };
    const [policy] = await this.#logged(trx, [
      { policy: changed, type, facts },
    ]);
    if (!(await policies.update(trx, policy, before.version))) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return policy;
  }

  /** @throws `POLICY_NOT_FOUND`, `POLICY_LOCKED`, `STALE_VERSION`, `LAST_ADMIN` */
  async remove(
    trx: Knex.Transaction,
    by: string,
    id: string,
    seen: number | undefined,
  ): Promise<PolicyRecord> {
    const { policies } = this.#options;
    const before = await this.#editable(trx, id, seen);
    this.#checkLockOut(before, undefined);
    const [removed] = await this.#logged(trx, [
      {
        policy: this.#changed(before, by, before),
        type: 'removed',
        facts: { before: contentOf(before) },
      },
    ]);
    if (!(await policies.remove(trx, removed, before.version))) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return before;
  }

  async #editable(
    trx: Knex.Transaction,
    id: string,
    seen: number | undefined,
  ): Promise<PolicyRecord> {
    const [policy] = await this.#options.policies.get([id], trx);
    if (!policy) {
      throw new DatasetAccessError('POLICY_NOT_FOUND');
    }
    if (!isEditable(policy)) {
      throw new DatasetAccessError('POLICY_LOCKED');
    }
    if (seen !== undefined && seen !== policy.version) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return policy;
  }

  /** What has to hold for anything that is saved, active or not: somebody else may activate it later. */
  async #checkContents(
    trx: Knex.Transaction,
    by: string,
    contents: readonly PolicyContent[],
    before?: PolicyRecord,
  ): Promise<void> {
    const { decisions, clock } = this.#options;
    await this.#checkNames(
      trx,
      contents.map(({ name }) => name),
      before,
    );
    const kept = new Set(before?.actors.roles);
    const roles = contents.flatMap(({ actors }) => actors.roles ?? []);
    await this.#checkRoles(
      trx,
      roles.filter(role => !kept.has(role)),
    );
    checkEscalation(decisions.require(), by, contents, clock.now().getTime());
  }

  async #checkNames(
    trx: Knex.Transaction,
    names: readonly string[],
    before: PolicyRecord | undefined,
  ): Promise<void> {
    const taken = new Map(
      (await this.#options.policies.findByNames(trx, names))
        .filter(({ id }) => id !== before?.id)
        .map(({ name }) => [nameKey(name), name]),
    );
    for (const name of names) {
      const namesake = taken.get(nameKey(name));
      if (namesake !== undefined) {
        throw new DatasetAccessError('POLICY_NAME_TAKEN', {
          message: `There is already a policy called "${namesake}".`,
        });
      }
      taken.set(nameKey(name), name);
    }
  }

  async #checkRoles(
    trx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<void> {
    const found = await this.#options.roles.findAll(ids, trx);
    const there = new Set(
      found.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id),
    );
    const unknown = ids.find(id => !there.has(id));
    if (unknown !== undefined) {
      throw new DatasetAccessError('UNKNOWN_ACTOR', {
        message: `There is no role "${unknown}".`,
      });
    }
  }

  #checkLockOut(before: PolicyRecord, after: PolicyRecord | undefined): void {
    const { decisions, privileges, clock } = this.#options;
    const rule = (policy: PolicyRecord) => policyRule(policy, privileges);
    checkLockOut(
      decisions.require(),
      {
        apply: index =>
          after ? index.setRule(rule(after)) : index.deleteRule(rule(before)),
        undo: index => index.setRule(rule(before)),
      },
      clock.now().getTime(),
    );
  }

  #changed(
    before: PolicyRecord,
    by: string,
    content: PolicyContent,
  ): PolicyRecord {
    return {
      ...before,
      ...contentOf(content),
      version: before.version + 1,
      updatedAt: this.#options.clock.now(),
      updatedBy: by,
    };
  }

  async #logged(
    trx: Knex.Transaction,
    changes: ReadonlyArray<{
      policy: PolicyRecord;
      type: string;
      facts: object;
    }>,
  ): Promise<PolicyRecord[]> {
    const events = changes.map(({ policy, type, facts }) =>
      appendToChain({ type: 'policy', id: policy.id }, policy.head, {
        type,
        at: policy.updatedAt,
        actor: policy.updatedBy,
        facts: JSON.parse(JSON.stringify(facts)),
      }),
    );
    await this.#options.audit.append(trx, events);
    return changes.map(({ policy }, at) => ({ ...policy, head: events[at] }));
  }
}

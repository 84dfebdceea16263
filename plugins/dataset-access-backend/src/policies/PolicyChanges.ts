import {
  DatasetAccessError,
  DecisionIndex,
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
  PolicyContent,
  PolicyRecord,
} from './PolicyRecord';

/** @see PolicyChanges */
export interface PolicyChangesOptions {
  policies: DatabasePolicyStore;
  roles: DatabaseRoleStore;
  audit: DatabaseAuditStore;
  decisions: { require(): DecisionIndex };
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
    const { policies, clock } = this.#options;
    await this.#checkContent(trx, by, content);
    const now = clock.now();
    const id = randomUUID();
    const policy = await this.#logged(
      trx,
      {
        ...content,
        id,
        origin: 'custom',
        version: 1,
        head: EMPTY_CHAIN,
        createdAt: now,
        createdBy: by,
        updatedAt: now,
        updatedBy: by,
      },
      'created',
      { after: contentOf(content) },
    );
    await policies.insert(trx, [policy]);
    return policy;
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
    await this.#checkContent(trx, by, content, before);
    const changed = this.#changed(before, by, content);
    this.#checkLockOut(before, changed);
    const policy = await this.#logged(trx, changed, type, {
      before: contentOf(before),
      after: contentOf(content),
    });
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
    const removed = await this.#logged(
      trx,
      this.#changed(before, by, before),
      'removed',
      { before: contentOf(before) },
    );
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
  async #checkContent(
    trx: Knex.Transaction,
    by: string,
    content: PolicyContent,
    before?: PolicyRecord,
  ): Promise<void> {
    const { policies, roles, decisions, clock } = this.#options;
    const namesake = await policies.findByName(trx, content.name);
    if (namesake && namesake.id !== before?.id) {
      throw new DatasetAccessError('POLICY_NAME_TAKEN', {
        message: `There is already a policy called "${namesake.name}".`,
      });
    }
    const kept = new Set(before?.actors.roles);
    for (const role of content.actors.roles ?? []) {
      const found = kept.has(role) || (await roles.find(role, trx));
      if (!found || (found !== true && found.isRemoved)) {
        throw new DatasetAccessError('UNKNOWN_ACTOR', {
          message: `There is no role "${role}".`,
        });
      }
    }
    checkEscalation(decisions.require(), by, [content], clock.now().getTime());
  }

  #checkLockOut(before: PolicyRecord, after: PolicyRecord | undefined): void {
    const { decisions, clock } = this.#options;
    checkLockOut(
      decisions.require(),
      {
        apply: index =>
          after
            ? index.setRule(policyRule(after))
            : index.deleteRule(policyRule(before)),
        undo: index => index.setRule(policyRule(before)),
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
    policy: PolicyRecord,
    type: string,
    facts: object,
  ): Promise<PolicyRecord> {
    const event = appendToChain(
      { type: 'policy', id: policy.id },
      policy.head,
      {
        type,
        at: policy.updatedAt,
        actor: policy.updatedBy,
        facts: JSON.parse(JSON.stringify(facts)),
      },
    );
    await this.#options.audit.append(trx, [event]);
    return { ...policy, head: event };
  }
}

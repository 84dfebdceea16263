import type { ApprovalRule } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Dataset } from '../datasets/Dataset';
import { MANUAL } from '../grants/GrantRecord';
import { answerableMessage } from '../notices/grantMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { GiveApproved } from '../requests/GiveApproved';
import type { RequestRecord } from '../requests/RequestRecord';
import type { RequestTransitions } from '../requests/RequestTransitions';

/** @see ApproveByRule */
export interface ApproveByRuleOptions {
  transitions: RequestTransitions;
  giving: GiveApproved;
  outbox: DatabaseOutboxStore;
}

/** A request that has just been filed, and the rule that covers it. */
export interface CoveredRequest {
  request: RequestRecord;
  rule: ApprovalRule;
}

/**
 * Approves requests that a rule covers, as a person would have: the same change, the same grant. No person is named, neither
 * as who decided nor as who granted. Approvers hear of it only where there is something left for them to do.
 */
export class ApproveByRule {
  readonly #options: ApproveByRuleOptions;

  constructor(options: ApproveByRuleOptions) {
    this.#options = options;
  }

  /** In the transaction that filed them, so that nobody ever sees them waiting. */
  async run(
    trx: Knex.Transaction,
    dataset: Dataset,
    covered: readonly CoveredRequest[],
    now: Date,
  ): Promise<void> {
    const { transitions, giving, outbox } = this.#options;
    for (const { rule, requests } of byRule(covered)) {
      const approved = await transitions.apply(trx, {
        requests,
        change: { status: 'approved', newVersion: true, rule },
        at: now,
        type: 'approved',
        notice: 'approved-by-rule',
        facts: ({ level, duration }) => ({
          rule: rule.name,
          ruleTitle: rule.title,
          level,
          duration: duration ?? null,
        }),
      });
      const grants = await giving.run(
        trx,
        approved.map(request => ({
          request,
          terms: {
            level: request.level,
            duration: request.duration,
            granted: false,
          },
          dataset,
        })),
        { rule },
        now,
      );
      await outbox.enqueue(
        trx,
        grants
          .filter(({ connector }) => connector === MANUAL)
          .map(grant => answerableMessage(grant, grant.head.seq, undefined)),
        now,
      );
    }
  }
}

/** One statement can write what one rule approves. */
function byRule(
  covered: readonly CoveredRequest[],
): Array<{ rule: ApprovalRule; requests: RequestRecord[] }> {
  const groups = new Map<
    string,
    { rule: ApprovalRule; requests: RequestRecord[] }
  >();
  for (const { rule, request } of covered) {
    const group = groups.get(rule.name) ?? { rule, requests: [] };
    group.requests.push(request);
    groups.set(rule.name, group);
  }
  return [...groups.values()];
}

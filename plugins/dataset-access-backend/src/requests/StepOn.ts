import type { Knex } from 'knex';
import { waitingStep } from '../approvals/Approval';
import { escalationDue } from '../approvals/escalationDue';
import {
  formerApproversMessage,
  selfApprovalMessage,
} from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseRequestStore } from './DatabaseRequestStore';
import type { JudgedDecision } from './judgeDecision';
import type { RequestRecord } from './RequestRecord';
import type { RequestSituation, RequestSituations } from './RequestSituations';
import type { RequestTransitions } from './RequestTransitions';

/** @see StepOn */
export interface StepOnOptions {
  store: DatabaseRequestStore;
  situations: RequestSituations;
  transitions: RequestTransitions;
  outbox: DatabaseOutboxStore;
}

/**
 * Writes an approval that is not the last one. The request stays pending, with its version grown, so that of two approvals at
 * the same moment each is counted and none twice; when a step is complete, those of the next one are asked.
 */
export class StepOn {
  readonly #options: StepOnOptions;

  constructor(options: StepOnOptions) {
    this.#options = options;
  }

  /**
   * Finds out who is asked next, where an approval completes a step.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async prepare(
    judged: JudgedDecision,
    situation: RequestSituation,
    now: Date,
  ): Promise<JudgedDecision> {
    const { request, approval } = judged;
    if (!approval || approval.step === request.approval?.step) {
      return judged;
    }
    const { approvers, eligible } =
      await this.#options.situations.decidersAfter(situation, approval);
    const settings = situation.routing?.settings;
    return {
      ...judged,
      next: {
        approvers: eligible.size > 0 ? approvers : [],
        escalateAt: (settings && escalationDue(settings, now)) ?? null,
      },
    };
  }

  /**
   * @param alike - approvals that differ in nothing but the request
   * @returns the ids of the requests that were still as judged
   */
  async write(
    trx: Knex.Transaction,
    by: string,
    alike: readonly JudgedDecision[],
    now: Date,
  ): Promise<string[]> {
    const { store, transitions, outbox } = this.#options;
    const [{ approval, next, comment, onBehalfOf, selfApproval }] = alike;
    const stepped = await transitions.apply(trx, {
      requests: alike.map(({ request }) => request),
      change: { newVersion: true, waitingOn: 'approver', approval, ...next },
      at: now,
      actor: by,
      type: 'approval-given',
      text: comment,
      facts: request => ({
        ...countOf(request),
        selfApproval,
        ...(onBehalfOf && { onBehalfOf }),
        ...(approval?.terms && {
          level: approval.terms.level,
          duration: approval.terms.duration ?? null,
        }),
        ...(next && { next: next.approvers.map(one => ({ ...one })) }),
      }),
    });
    if (next) {
      await store.nextApprovers(trx, stepped, next.approvers);
    }
    const subjects = stepped.map(one => ({ ...one, seq: one.head.seq + 1 }));
    await outbox.enqueue(
      trx,
      [
        ...(next
          ? subjects.map(one =>
              formerApproversMessage(
                one,
                one.approvers.map(({ ref }) => ref),
              ),
            )
          : []),
        ...(selfApproval ? subjects.map(selfApprovalMessage) : []),
      ],
      now,
    );
    return stepped.map(({ id }) => id);
  }
}

/** Which approval of how many this is, for the history. */
function countOf({ approval }: RequestRecord) {
  const { step, missing } = waitingStep(approval);
  return {
    step: (approval?.step ?? 0) + 1,
    steps: approval?.steps.length ?? 1,
    ...(step.title && { title: step.title }),
    given: step.needed - missing + 1,
    needed: step.needed,
  };
}

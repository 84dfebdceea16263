import {
  ApprovalRule,
  Approver,
  canonicalRef,
  DatasetAccessError,
  Submission,
  SubmissionOutcome,
  SubmissionResult,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../actors/Actor';
import type {
  ApproverService,
  DatasetRouting,
} from '../approvers/ApproverService';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import { requestRefusal } from '../approvers/requestRefusal';
import type { VisibleDatasets } from '../datasets/VisibleDatasets';
import type { BeneficiaryCheck, CheckedBeneficiary } from './BeneficiaryCheck';
import type {
  DatabaseIdempotencyKeys,
  RepeatableCall,
} from './DatabaseIdempotencyKeys';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import { checkDuration, checkLevel } from './checkTerms';
import type { ApproveByRule } from '../preApprovals/ApproveByRule';
import type { PreApprovalRules } from '../preApprovals/PreApprovalRules';
import type { FileRequests } from './FileRequests';
import { newRequest } from './newRequest';
import { readText } from '../texts/readText';
import type { RequestRecord } from './RequestRecord';

/** @see SubmitRequests */
export interface SubmitRequestsOptions {
  knex: Knex;
  datasets: VisibleDatasets;
  approvers: ApproverService;
  beneficiaries: BeneficiaryCheck;
  filing: FileRequests;
  preApprovals: PreApprovalRules;
  approveByRule: ApproveByRule;
  queries: DatabaseRequestQueries;
  idempotency: DatabaseIdempotencyKeys;
  config: DatasetAccessConfig;
  clock: Clock;
}

type Fileable = Extract<CheckedBeneficiary, { outcome?: undefined }>;

/** Takes a submission apart into requests, one per beneficiary, and answers for each of them (S0.6). */
export class SubmitRequests {
  readonly #options: SubmitRequestsOptions;

  constructor(options: SubmitRequestsOptions) {
    this.#options = options;
  }

  /**
   * @throws `USER_REQUIRED`, `DATASET_NOT_FOUND`, a code of {@link requestRefusal}, `BAD_REASON`, `BAD_LEVEL`,
   * `BAD_DURATION`, `TOO_MANY_OPEN_REQUESTS`, `IDEMPOTENCY_MISMATCH`, `CATALOG_UNAVAILABLE`
   */
  async run(
    actor: Actor,
    submission: Submission,
    idempotencyKey?: string,
  ): Promise<SubmissionResult> {
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    const { idempotency, datasets, approvers, clock } = this.#options;
    const call = idempotencyKey
      ? repeatable(actor.ref, idempotencyKey, submission)
      : undefined;
    const earlier =
      call && (await idempotency.answered<SubmissionResult>(call));
    if (earlier) {
      return earlier;
    }
    const now = clock.now();
    const dataset = await datasets.get(actor, canonicalRef(submission.dataset));
    const routing = await approvers.routing(dataset);
    const reason = this.#checkSubmission(submission, routing, now);
    const checked = await this.#options.beneficiaries.check(
      actor,
      routing,
      submission.beneficiaries,
      {
        requester: actor.ref,
        level: submission.level,
        duration: submission.duration,
        datasetLevelAccess: submission.datasetLevelAccess,
      },
      now,
    );
    const fileable = checked.filter(
      (one): one is Fileable => one.outcome === undefined,
    );
    await this.#checkRoom(actor.ref, fileable.length);

    const batchId = randomUUID();
    const basis = {
      batchId,
      requester: actor.ref,
      routing,
      submission: { ...submission, reason },
      now,
    };
    const covering = await this.#options.preApprovals.covering(
      {
        dataset,
        beneficiaries: fileable.map(({ ref }) => ref),
        level: submission.level,
        duration: submission.duration,
      },
      now,
    );
    const requests = fileable.map(({ ref, uid, deciders }) => {
      const request = newRequest(basis, { ref, uid }, deciders.approvers);
      // a standing decision takes no steps
      return covering.has(ref)
        ? { ...request, approval: undefined, escalateAt: undefined }
        : request;
    });
    const rules = new Map(
      requests.flatMap(({ id, beneficiary }) => {
        const rule = covering.get(beneficiary.ref);
        return rule ? [[id, rule] as const] : [];
      }),
    );
    return runTransaction(this.#options.knex, async trx => {
      if (call && !(await idempotency.claim(trx, call, now))) {
        return (await idempotency.answered<SubmissionResult>(call, trx))!;
      }
      const filed = await this.#options.filing.run(
        trx,
        routing,
        requests,
        now,
        rules,
      );
      await this.#options.approveByRule.run(
        trx,
        dataset,
        requests.flatMap(request => {
          const head = filed.get(request.id);
          const rule = rules.get(request.id);
          return head && rule ? [{ request: { ...request, head }, rule }] : [];
        }),
        now,
      );
      const result: SubmissionResult = {
        batchId,
        approvers: uniqueApprovers(requests),
        outcomes: await this.#outcomes(trx, checked, requests, filed, rules),
      };
      if (call) {
        await idempotency.answer(trx, call, { ...result });
      }
      return result;
    });
  }

  #checkSubmission(
    submission: Submission,
    routing: DatasetRouting,
    now: Date,
  ): string {
    const { config } = this.#options;
    const refusal = requestRefusal(routing, config);
    if (refusal) {
      throw new DatasetAccessError(refusal);
    }
    const { maxBeneficiaries } = config.requests;
    if (submission.beneficiaries.length > maxBeneficiaries) {
      throw new DatasetAccessError('INVALID_REQUEST', {
        message: `One submission can name ${maxBeneficiaries} beneficiaries at most.`,
        details: [{ field: 'beneficiaries', problem: 'too many' }],
      });
    }
    if (
      submission.datasetLevelAccess !== undefined &&
      routing.dataset.kind !== 'domain'
    ) {
      throw new DatasetAccessError('INVALID_REQUEST', {
        message: 'Only a domain has datasets to ask for as well.',
        details: [
          { field: 'datasetLevelAccess', problem: 'not for a dataset' },
        ],
      });
    }
    checkLevel(submission.level, routing.settings);
    checkDuration(submission.duration, routing.settings, now);
    return readText(
      submission.reason,
      routing.settings.requests.reason,
      'reason',
    );
  }

  /** One person cannot flood approvers (threat model E6). */
  async #checkRoom(requester: string, adding: number): Promise<void> {
    const { queries, config } = this.#options;
    const limit = config.requests.maxOpenPerRequester;
    const open = await queries.countOpen({
      role: 'requester',
      principals: [requester],
      limit: limit + 1,
    });
    if (adding > 0 && open + adding > limit) {
      throw new DatasetAccessError('TOO_MANY_OPEN_REQUESTS', {
        message: `You have ${open} open requests, and ${limit} is the most that one person may have. Wait for decisions, or withdraw requests that are not needed.`,
      });
    }
  }

  async #outcomes(
    trx: Knex.Transaction,
    checked: CheckedBeneficiary[],
    requests: RequestRecord[],
    filed: { has(id: string): boolean },
    rules: ReadonlyMap<string, ApprovalRule>,
  ): Promise<SubmissionOutcome[]> {
    const byBeneficiary = new Map(
      requests.map(request => [request.beneficiary.ref, request]),
    );
    const inTheWay = requests.filter(({ id }) => !filed.has(id));
    const pending =
      inTheWay.length > 0
        ? await this.#options.queries.openFor(
            trx,
            inTheWay[0].dataset.ref,
            inTheWay[0].level,
            inTheWay.map(({ beneficiary }) => beneficiary.ref),
          )
        : new Map<string, string>();
    return checked.map(({ ref, outcome }): SubmissionOutcome => {
      const request = byBeneficiary.get(ref);
      if (outcome || !request) {
        return outcome!;
      }
      return filed.has(request.id)
        ? {
            beneficiary: ref,
            outcome: 'created',
            requestId: request.id,
            rule: rules.get(request.id),
          }
        : {
            beneficiary: ref,
            outcome: 'already-pending',
            requestId: pending.get(ref),
          };
    });
  }
}

/** Where the requests went: beneficiaries can have different approvers when separation of duties calls for it. */
function uniqueApprovers(requests: readonly RequestRecord[]): Approver[] {
  return [
    ...new Map(
      requests.flatMap(({ approvers }) =>
        approvers.map(approver => [approver.ref, approver]),
      ),
    ).values(),
  ];
}

function repeatable(
  actor: string,
  key: string,
  submission: Submission,
): RepeatableCall {
  const { dataset, beneficiaries, reason, level, duration } = submission;
  const { datasetLevelAccess } = submission;
  const sent = [
    dataset,
    beneficiaries,
    reason,
    level,
    duration ?? null,
    ...(datasetLevelAccess === undefined ? [] : [datasetLevelAccess]),
  ];
  return {
    actor,
    key,
    fingerprint: createHash('sha256')
      .update(JSON.stringify(sent))
      .digest('hex'),
  };
}

import {
  DatasetAccessError,
  Decision,
  isDatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type {
  ApprovedDomainRequest,
  GiveRequestedAccess,
} from '../domains/GiveRequestedAccess';
import { selfApprovalMessage } from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import type { GiveApproved } from './GiveApproved';
import { JudgedDecision, judgeDecision } from './judgeDecision';
import type { StepOn } from './StepOn';
import type { RequestRecord } from './RequestRecord';
import type { RequestSituations } from './RequestSituations';
import type { RequestTransitions } from './RequestTransitions';

/** A decision on one request. */
export type RequestDecision = Decision & { requestId: string };

/** What became of it: nothing, when it was taken (now, or before by the same person), or the error. */
export type DecisionOutcome = { requestId: string; error?: DatasetAccessError };

/** @see DecideRequests */
export interface DecideRequestsOptions {
  knex: Knex;
  queries: DatabaseRequestQueries;
  situations: RequestSituations;
  transitions: RequestTransitions;
  giving: GiveApproved;
  domainGiving: GiveRequestedAccess;
  stepOn: StepOn;
  outbox: DatabaseOutboxStore;
  clock: Clock;
}

// A request that changed under our hands is looked at again; it can change in ways that do not matter (a comment) only
// so often
const ATTEMPTS = 5;

/**
 * Decides on requests, one or many, in one way. Exactly one decision per request is ever stored: the update's condition
 * sees to it, whoever else decides at the same moment in whatever process (design §3).
 */
export class DecideRequests {
  readonly #options: DecideRequestsOptions;

  constructor(options: DecideRequestsOptions) {
    this.#options = options;
  }

  /**
   * @returns one outcome per decision, in the order given
   * @throws `INVALID_REQUEST` when a request is named twice, `CATALOG_UNAVAILABLE`, `RETRY_LATER`
   */
  async run(
    actor: Actor,
    decisions: readonly RequestDecision[],
  ): Promise<DecisionOutcome[]> {
    const outcomes = new Map<string, DecisionOutcome>();
    let open = new Map(decisions.map(one => [one.requestId, one]));
    if (open.size < decisions.length) {
      throw new DatasetAccessError('INVALID_REQUEST', {
        message: 'A request can be decided once: it is named twice.',
        details: [{ field: 'decisions', problem: 'names a request twice' }],
      });
    }
    for (let attempt = 0; open.size > 0 && attempt < ATTEMPTS; attempt++) {
      const judged = await this.#judge(actor, open, outcomes);
      const lost = await this.#write(actor, judged);
      for (const { request } of judged) {
        if (!lost.has(request.id)) {
          outcomes.set(request.id, { requestId: request.id });
        }
      }
      open = new Map([...open].filter(([id]) => lost.has(id)));
    }
    return decisions.map(
      ({ requestId }) =>
        outcomes.get(requestId) ?? {
          requestId,
          error: new DatasetAccessError('RETRY_LATER'),
        },
    );
  }

  /** Sorts out what cannot be decided into `outcomes`, and returns the rest. */
  async #judge(
    actor: Actor,
    decisions: ReadonlyMap<string, RequestDecision>,
    outcomes: Map<string, DecisionOutcome>,
  ): Promise<JudgedDecision[]> {
    const { queries, situations, stepOn, clock } = this.#options;
    const decider = actor.kind === 'user' ? actor.ref : '';
    const requests = await queries.get([...decisions.keys()]);
    const looked = await situations.of(requests);
    const facts = await situations.facts(actor, looked);
    const judged: JudgedDecision[] = [];
    for (const [index, situation] of looked.entries()) {
      const requestId = situation.request.id;
      const decision = decisions.get(requestId)!;
      if (isReplay(actor, situation.request, decision)) {
        outcomes.set(requestId, { requestId });
        continue;
      }
      try {
        const now = clock.now();
        judged.push(
          await stepOn.prepare(
            judgeDecision(situation, facts[index], decision, decider, now),
            situation,
            now,
          ),
        );
      } catch (error) {
        if (!isDatasetAccessError(error)) {
          throw error;
        }
        outcomes.set(requestId, { requestId, error });
      }
    }
    const found = new Set(requests.map(({ id }) => id));
    for (const requestId of decisions.keys()) {
      if (!found.has(requestId)) {
        const error = new DatasetAccessError('REQUEST_NOT_FOUND');
        outcomes.set(requestId, { requestId, error });
      }
    }
    return judged;
  }

  /** @returns the ids of requests that were no longer as judged; nothing happened to those */
  async #write(
    actor: Actor,
    judged: readonly JudgedDecision[],
  ): Promise<Set<string>> {
    if (actor.kind !== 'user' || judged.length === 0) {
      return new Set();
    }
    const { knex, clock, domainGiving } = this.#options;
    const now = clock.now();
    const prepared = await domainGiving.prepare(
      domainApprovals(judged),
      actor.ref,
    );
    const written = await runTransaction(knex, async trx => {
      const ids = new Set<string>();
      for (const group of alike(judged)) {
        for (const id of await this.#writeAlike(trx, actor.ref, group, now)) {
          ids.add(id);
        }
      }
      const approved = domainApprovals(judged).filter(({ request }) =>
        ids.has(request.id),
      );
      await domainGiving.write(trx, actor.ref, approved, prepared);
      return ids;
    });
    return new Set(
      judged.map(({ request }) => request.id).filter(id => !written.has(id)),
    );
  }

  async #writeAlike(
    trx: Knex.Transaction,
    decider: string,
    group: JudgedDecision[],
    now: Date,
  ): Promise<string[]> {
    const { transitions, giving, stepOn, outbox } = this.#options;
    const [{ status, comment, selfApproval, onBehalfOf }] = group;
    if (status === 'pending') {
      return stepOn.write(trx, decider, group, now);
    }
    const terms = new Map(group.map(one => [one.request.id, one.terms]));
    const datasets = new Map(group.map(one => [one.request.id, one.dataset]));
    const decided = await transitions.apply(trx, {
      requests: group.map(({ request }) => request),
      change: {
        status,
        newVersion: true,
        decidedBy: decider,
        onBehalfOf,
        selfApproval,
      },
      at: now,
      actor: decider,
      type: status,
      text: comment,
      facts: ({ id }) => {
        const given = terms.get(id);
        return {
          selfApproval,
          ...(onBehalfOf && { onBehalfOf }),
          ...(given && {
            level: given.level,
            duration: given.duration ?? null,
            granted: given.granted,
            ...(given.datasetLevelAccess === undefined
              ? {}
              : { datasetLevelAccess: given.datasetLevelAccess }),
          }),
        };
      },
    });
    await giving.run(
      trx,
      decided.flatMap(request => {
        const given = terms.get(request.id);
        const dataset = datasets.get(request.id);
        return given && dataset && !isForDomain(request)
          ? [{ request, terms: given, dataset }]
          : [];
      }),
      { by: decider },
      now,
    );
    if (selfApproval) {
      await outbox.enqueue(
        trx,
        decided.map(one =>
          selfApprovalMessage({ ...one, seq: one.head.seq + 1 }),
        ),
        now,
      );
    }
    return decided.map(({ id }) => id);
  }
}

/** Domains are given otherwise than datasets. */
function isForDomain({ datasetLevelAccess }: RequestRecord): boolean {
  return datasetLevelAccess !== undefined;
}

function domainApprovals(
  judged: readonly JudgedDecision[],
): ApprovedDomainRequest[] {
  return judged.flatMap(({ request, terms }) =>
    terms && isForDomain(request) ? [{ request, terms }] : [],
  );
}

/**
 * The same person repeating the same decision, for instance after a lost connection (threat model, finding 7). Of an approval
 * that was not the last one, whoever has seen what it led to does not repeat it but wants to approve twice.
 */
function isReplay(
  actor: Actor,
  { decision, status, approval, version }: RequestRecord,
  asked: Decision,
): boolean {
  if (actor.kind !== 'user') {
    return false;
  }
  if (asked.decision === 'deny') {
    return decision?.by === actor.ref && status === 'denied';
  }
  const isOneOfThem =
    approval?.given.some(({ by }) => by === actor.ref) ?? false;
  return status === 'pending'
    ? isOneOfThem && asked.version !== version
    : status === 'approved' && (decision?.by === actor.ref || isOneOfThem);
}

/** Decisions that one statement can write. */
function alike(judged: readonly JudgedDecision[]): JudgedDecision[][] {
  const groups = new Map<string, JudgedDecision[]>();
  for (const one of judged) {
    const key = JSON.stringify([
      one.status,
      one.comment ?? null,
      one.selfApproval,
      one.onBehalfOf ?? null,
      one.approval ?? null,
      one.next ?? null,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

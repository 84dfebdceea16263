import {
  AccessLevel,
  ApprovalRule,
  compareLevels,
  DatasetAccessError,
  EmergencyWish,
  isAtMost,
  isDatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../actors/Actor';
import type {
  ApproverService,
  DatasetRouting,
} from '../approvers/ApproverService';
import { barredUsers } from '../approvers/separationOfDuties';
import { appendToChain, ChainHead } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type { VisibleDatasets } from '../datasets/VisibleDatasets';
import { emergencyMessage } from '../notices/emergencyMessages';
import { noticeMessages } from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { checkDuration } from '../requests/checkTerms';
import type {
  DatabaseIdempotencyKeys,
  RepeatableCall,
} from '../requests/DatabaseIdempotencyKeys';
import type { FileRequests } from '../requests/FileRequests';
import type { GiveApproved } from '../requests/GiveApproved';
import { newRequest } from '../requests/newRequest';
import type { RequestRecord } from '../requests/RequestRecord';
import { readText } from '../texts/readText';
import type { DatabaseEmergencyStore } from './DatabaseEmergencyStore';
import type { EmergencyRules } from './EmergencyRules';

/** What stands in the record where else a person would: nobody approved it. */
export const EMERGENCY: ApprovalRule = {
  kind: 'emergency',
  name: 'emergency-access',
  title: 'Emergency access',
};

/** @see TakeEmergencyAccess */
export interface TakeEmergencyAccessOptions {
  knex: Knex;
  datasets: VisibleDatasets;
  approvers: ApproverService;
  directory: Directory;
  emergencyRules: EmergencyRules;
  emergencies: DatabaseEmergencyStore;
  filing: FileRequests;
  giving: GiveApproved;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  idempotency: DatabaseIdempotencyKeys;
  config: DatasetAccessConfig;
  clock: Clock;
}

/**
 * Gives somebody access without asking anybody (issue 5 item 7, threat model A9). It is recorded as a request that was
 * approved by no person, everybody in charge is told, and until it has been reviewed there is no second time. A request of
 * the same person that still waits for a decision goes on waiting.
 */
export class TakeEmergencyAccess {
  readonly #options: TakeEmergencyAccessOptions;

  constructor(options: TakeEmergencyAccessOptions) {
    this.#options = options;
  }

  /**
   * @param datasetRef - canonical
   * @returns the id of the emergency, which is that of the request, too
   * @throws `USER_REQUIRED`, `DATASET_NOT_FOUND`, `EMERGENCY_DISABLED`, `EMERGENCY_NOT_ALLOWED`, `EMERGENCY_NOT_NEEDED`,
   * `EMERGENCY_REVIEW_OPEN`, a code of {@link requestRefusal}, `BAD_REASON`, `BAD_LEVEL`, `BAD_DURATION`,
   * `ACTOR_NOT_IN_CATALOG`, `IDEMPOTENCY_MISMATCH`, `CATALOG_UNAVAILABLE`
   */
  async run(
    actor: Actor,
    datasetRef: string,
    wish: EmergencyWish,
    idempotencyKey?: string,
  ): Promise<string> {
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    const { idempotency, datasets, approvers, clock } = this.#options;
    const call = idempotencyKey
      ? repeatable(actor.ref, idempotencyKey, datasetRef, wish)
      : undefined;
    const earlier = call && (await idempotency.answered<{ id: string }>(call));
    if (earlier) {
      return earlier.id;
    }
    const now = clock.now();
    const dataset = await datasets.get(actor, datasetRef);
    const routing = await approvers.routing(dataset);
    try {
      const request = await this.#request(actor.ref, routing, wish, now);
      return await this.#write(request, routing, call, now);
    } catch (error) {
      if (
        isDatasetAccessError(error) &&
        error.code === 'EMERGENCY_REVIEW_OPEN'
      ) {
        return this.#afterAnother(actor.ref, call, error);
      }
      throw error;
    }
  }

  /**
   * What stands in the way may be this very call, sent again while the first was under way.
   *
   * @throws `EMERGENCY_REVIEW_OPEN`, saying which review is to be done
   */
  async #afterAnother(
    userRef: string,
    call: RepeatableCall | undefined,
    refusal: DatasetAccessError,
  ): Promise<string> {
    const { idempotency, emergencies, emergencyRules } = this.#options;
    const first = call && (await idempotency.answered<{ id: string }>(call));
    if (first) {
      return first.id;
    }
    const open = await emergencies.openOf(userRef);
    throw open ? await emergencyRules.reviewOpen(open) : refusal;
  }

  /** The request as which it is recorded: approved as it is filed, so that it is never in the way of one that waits. */
  async #request(
    userRef: string,
    routing: DatasetRouting,
    wish: EmergencyWish,
    now: Date,
  ): Promise<RequestRecord> {
    const { emergencyRules, emergencies, directory, approvers } = this.#options;
    const levels = await emergencyRules.levelsFor(userRef, routing);
    if (await emergencies.openOf(userRef)) {
      throw new DatasetAccessError('EMERGENCY_REVIEW_OPEN');
    }
    const reason = this.#checkTerms(wish, routing, levels, now);
    const user = (await directory.entities([userRef])).get(userRef);
    if (!user) {
      throw new DatasetAccessError('ACTOR_NOT_IN_CATALOG');
    }
    if (
      (await emergencyRules.missing(userRef, routing, [wish.level])).length ===
      0
    ) {
      throw new DatasetAccessError('EMERGENCY_NOT_NEEDED');
    }
    const { approvers: answering } = await approvers.deciders(
      routing,
      barredUsers(routing.settings, userRef, new Set([userRef])),
    );
    const request = newRequest(
      {
        batchId: randomUUID(),
        requester: userRef,
        routing,
        submission: {
          dataset: routing.dataset.ref,
          beneficiaries: [userRef],
          reason,
          level: wish.level,
          duration: wish.duration,
        },
        now,
      },
      { ref: userRef, uid: user.metadata.uid ?? '' },
      answering,
    );
    return {
      ...request,
      status: 'approved',
      approval: undefined,
      escalateAt: undefined,
      reminders: [],
      head: { seq: 2, hash: '' },
      decision: { rule: EMERGENCY, at: now, selfApproval: false },
    };
  }

  #checkTerms(
    { level, duration, reason }: EmergencyWish,
    { settings }: DatasetRouting,
    levels: readonly AccessLevel[],
    now: Date,
  ): string {
    const { maxDuration } = this.#options.config.emergency;
    if (!levels.includes(level)) {
      const highest = [...levels].sort(compareLevels).at(-1);
      throw new DatasetAccessError('BAD_LEVEL', {
        message: highest
          ? `The highest level that can be taken in an emergency is ${highest}.`
          : undefined,
      });
    }
    checkDuration(duration, settings, now);
    if (!isAtMost(duration, maxDuration, now)) {
      throw new DatasetAccessError('BAD_DURATION', {
        message: `Emergency access lasts ${maxDuration} at most. Ask for access if you need it longer.`,
      });
    }
    return readText(reason, settings.requests.reason, 'reason');
  }

  async #write(
    request: RequestRecord,
    routing: DatasetRouting,
    call: RepeatableCall | undefined,
    now: Date,
  ): Promise<string> {
    const { knex, idempotency, filing, emergencies } = this.#options;
    const written = await runTransaction(knex, async trx => {
      if (call && !(await idempotency.claim(trx, call, now))) {
        return (await idempotency.answered<{ id: string }>(call, trx))!;
      }
      const filed = await filing.run(trx, routing, [request], now, {
        has: () => true,
      });
      const isFirst = await emergencies.insert(trx, {
        id: request.id,
        user: request.requester,
        dataset: request.dataset.ref,
        takenAt: now,
      });
      if (!isFirst) {
        // somebody was faster, in another window; nothing of this one stays
        throw new DatasetAccessError('EMERGENCY_REVIEW_OPEN');
      }
      await this.#give(trx, request, filed.get(request.id)!, routing, now);
      if (call) {
        await idempotency.answer(trx, call, { id: request.id });
      }
      return { id: request.id };
    });
    return written.id;
  }

  async #give(
    trx: Knex.Transaction,
    request: RequestRecord,
    head: ChainHead,
    { dataset }: DatasetRouting,
    now: Date,
  ): Promise<void> {
    const { audit, giving, outbox } = this.#options;
    const { id, batchId, level, duration, requester } = request;
    const taken = appendToChain({ type: 'request', id }, head, {
      type: 'emergency-taken',
      at: now,
      actor: requester,
      facts: { rule: EMERGENCY.name, level, duration: duration ?? null },
    });
    await audit.append(trx, [taken]);
    await giving.run(
      trx,
      [{ request, terms: { level, duration, granted: false }, dataset }],
      { rule: EMERGENCY },
      now,
    );
    await outbox.enqueue(
      trx,
      [
        emergencyMessage(request, 'taken'),
        ...noticeMessages(
          'emergency-taken',
          [{ id, batchId, seq: taken.seq }],
          requester,
        ),
      ],
      now,
    );
  }
}

function repeatable(
  actor: string,
  key: string,
  datasetRef: string,
  { reason, level, duration }: EmergencyWish,
): RepeatableCall {
  return {
    actor,
    key,
    fingerprint: createHash('sha256')
      .update(
        JSON.stringify(['emergency', datasetRef, reason, level, duration]),
      )
      .digest('hex'),
  };
}

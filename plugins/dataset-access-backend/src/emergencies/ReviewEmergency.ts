import {
  DatasetAccessError,
  EmergencyReviewDraft,
  ErrorCode,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { AnswerableUsers } from '../approvers/AnswerableUsers';
import { appendToChain } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import {
  emergencyMessage,
  emergencyUserMessage,
} from '../notices/emergencyMessages';
import { noticeMessages } from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { readOptionalText } from '../texts/readText';
import type { DatabaseEmergencyStore } from './DatabaseEmergencyStore';
import type { EmergencyRecord } from './EmergencyRecord';

/** @see ReviewEmergency */
export interface ReviewEmergencyOptions {
  knex: Knex;
  emergencies: DatabaseEmergencyStore;
  answerable: AnswerableUsers;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  clock: Clock;
}

/**
 * Takes the judgement of somebody who answers for the dataset on access that was taken in an emergency. Never that of who
 * took it, whatever else he may do (threat model A9); the database refuses it, too.
 */
export class ReviewEmergency {
  readonly #options: ReviewEmergencyOptions;

  constructor(options: ReviewEmergencyOptions) {
    this.#options = options;
  }

  /**
   * Why somebody may not review, or `undefined` when he may.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async refusal(
    actor: Actor,
    { user, dataset, review }: EmergencyRecord,
  ): Promise<ErrorCode | undefined> {
    if (actor.kind !== 'user') {
      return 'USER_REQUIRED';
    }
    if (actor.ref === user) {
      return 'EMERGENCY_OWN_REVIEW';
    }
    if (!(await this.#options.answerable.answersFor(actor.ref, dataset.ref))) {
      return 'NOT_AN_APPROVER';
    }
    return review ? 'EMERGENCY_REVIEWED' : undefined;
  }

  /**
   * @throws `EMERGENCY_NOT_FOUND`, `USER_REQUIRED`, `EMERGENCY_OWN_REVIEW`, `EMERGENCY_REVIEWED`, `BAD_REASON`,
   * `CATALOG_UNAVAILABLE`
   */
  async run(
    actor: Actor,
    id: string,
    { verdict, comment: raw }: EmergencyReviewDraft,
  ): Promise<void> {
    const { knex, emergencies, clock } = this.#options;
    const emergency = await emergencies.get(id);
    if (!emergency) {
      throw new DatasetAccessError('EMERGENCY_NOT_FOUND');
    }
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    const { review } = emergency;
    const refusal = await this.refusal(actor, emergency);
    // the same person saying the same again, for instance after a lost connection
    if (
      refusal === 'EMERGENCY_REVIEWED' &&
      review?.by === actor.ref &&
      review.verdict === verdict
    ) {
      return;
    }
    if (refusal) {
      // who has nothing to do with it does not learn that there is something
      throw new DatasetAccessError(
        refusal === 'NOT_AN_APPROVER' ? 'EMERGENCY_NOT_FOUND' : refusal,
      );
    }
    const comment = readOptionalText(raw, 'comment');
    if (verdict === 'not-justified' && !comment) {
      throw new DatasetAccessError('BAD_REASON', {
        message: 'Say in the comment why the access was not justified.',
      });
    }
    const at = clock.now();
    const isFirst = await runTransaction(knex, async trx => {
      const done = { by: actor.ref, at, verdict };
      const isMine = await emergencies.review(trx, emergency, done);
      if (isMine) {
        await this.#record(trx, emergency, done, comment);
      }
      return isMine;
    });
    if (!isFirst) {
      throw new DatasetAccessError('EMERGENCY_REVIEWED');
    }
  }

  async #record(
    trx: Knex.Transaction,
    emergency: EmergencyRecord,
    { by, at, verdict }: { by: string; at: Date; verdict: string },
    text: string | undefined,
  ): Promise<void> {
    const { audit, outbox } = this.#options;
    const { id, batchId, head } = emergency;
    const event = appendToChain({ type: 'emergency', id }, head, {
      type: 'emergency-reviewed',
      at,
      actor: by,
      facts: { verdict },
      text,
    });
    await audit.append(trx, [event]);
    await outbox.enqueue(
      trx,
      [
        emergencyMessage(emergency, 'reviewed'),
        emergencyUserMessage(emergency),
        ...noticeMessages(
          'emergency-reviewed',
          [{ id, batchId, seq: event.seq }],
          by,
        ),
      ],
      at,
    );
  }
}

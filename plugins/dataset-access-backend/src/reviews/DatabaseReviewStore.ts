import type { ReviewRule } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { insertMany } from '../database/insertMany';
import { ResolvedScope, whereInScope } from './reviewScope';
import { remindersColumn, ReviewRecord, toReviewRow } from './ReviewRecord';

/** A dataset that grants of a review are about. One of the same name with another uid is another one (P-34). */
export interface ReviewedDataset {
  ref: string;
  uid: string;
}

/** An answer about one grant. */
export interface ReviewAnswer {
  reviewId: string;
  grantId: string;
  decision: ReviewRule;
  at: Date;
  /** Absent when the rule decides. */
  by?: string;
  comment?: string;
}

/** Writes access reviews. */
export class DatabaseReviewStore {
  /**
   * Stores a review, with an item for each grant of the scope, in two statements however many there are.
   *
   * @returns how many items it has
   */
  async insert(
    trx: Knex.Transaction,
    review: ReviewRecord,
    scope: ResolvedScope,
  ): Promise<number> {
    await trx('access_reviews').insert(toReviewRow(review));
    const grants = trx('access_grants as g').select(
      trx.raw('?', [review.id]),
      'g.id',
      'g.dataset_ref',
      'g.dataset_uid',
      'g.subject_ref',
    );
    whereInScope(trx, grants, scope);
    await trx
      .into(
        trx.raw(
          'access_review_items (review_id, grant_id, dataset_ref, dataset_uid, subject_ref)',
        ),
      )
      .insert(grants);
    const [{ count }] = await trx('access_review_items')
      .where({ review_id: review.id })
      .count({ count: '*' });
    return Number(count);
  }

  /** Makes some principals all that are asked about the grants on some datasets. */
  async setParties(
    trx: Knex.Transaction,
    reviewId: string,
    parties: ReadonlyArray<[ReviewedDataset, readonly string[]]>,
  ): Promise<void> {
    for (const [{ ref, uid }] of parties) {
      await trx('access_review_parties')
        .where({ review_id: reviewId, dataset_ref: ref, dataset_uid: uid })
        .delete();
    }
    await this.addParties(trx, reviewId, parties);
  }

  /** As {@link DatabaseReviewStore.setParties} where nobody is asked yet. */
  async addParties(
    trx: Knex.Transaction,
    reviewId: string,
    parties: ReadonlyArray<[ReviewedDataset, readonly string[]]>,
  ): Promise<void> {
    await insertMany(
      trx,
      'access_review_parties',
      parties.flatMap(([{ ref, uid }, principals]) =>
        principals.map(principal => ({
          review_id: reviewId,
          dataset_ref: ref,
          dataset_uid: uid,
          principal_ref: principal,
        })),
      ),
    );
  }

  /**
   * Records what somebody, or the rule, says about a grant. A decision stands, but what was kept can still be revoked by
   * people; so two at the same moment never leave more than one decision.
   *
   * @returns false when that was not possible any more; nothing happened then
   */
  async answer(
    trx: Knex.Transaction,
    { reviewId, grantId, decision, at, by, comment }: ReviewAnswer,
  ): Promise<boolean> {
    const updated = await trx('access_review_items')
      .where({ review_id: reviewId, grant_id: grantId })
      .where(possible => {
        possible.whereNull('decision');
        if (by !== undefined && decision === 'revoke') {
          possible.orWhere('decision', 'keep');
        }
      })
      .whereExists(review => {
        review.from('access_reviews').where({
          id: reviewId,
          state: by === undefined ? 'closing' : 'open',
        });
        if (by !== undefined) {
          review.where('due_at', '>', at);
        }
      })
      .update({
        decision,
        decided_at: at,
        decided_by: by ?? null,
        comment: comment ?? null,
      });
    return updated > 0;
  }

  /**
   * From here on nobody decides any more.
   *
   * @returns false when it was closing or closed already
   */
  async beginToClose(
    connection: Knex,
    reviewId: string,
    by: string | undefined,
  ): Promise<boolean> {
    const updated = await connection('access_reviews')
      .where({ id: reviewId, state: 'open' })
      .update({
        state: 'closing',
        closed_by: by ?? null,
        next_reminder_at: null,
      });
    return updated > 0;
  }

  /** @returns false when it was closed already */
  async close(
    trx: Knex.Transaction,
    reviewId: string,
    at: Date,
  ): Promise<boolean> {
    const updated = await trx('access_reviews')
      .where({ id: reviewId, state: 'closing' })
      .update({ state: 'closed', closed_at: at });
    return updated > 0;
  }

  /**
   * Notes that reviewers are reminded.
   *
   * @returns false when that was noted before
   */
  async remind(
    trx: Knex.Transaction,
    { id, reminders }: ReviewRecord,
    now: Date,
  ): Promise<boolean> {
    const coming = reminders.filter(at => at > now);
    const updated = await trx('access_reviews')
      .where({ id, state: 'open', next_reminder_at: reminders[0] })
      .update({
        reminders: remindersColumn(coming),
        next_reminder_at: coming[0] ?? null,
      });
    return updated > 0;
  }
}

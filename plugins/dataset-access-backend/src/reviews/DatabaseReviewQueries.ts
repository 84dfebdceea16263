import type {
  ReviewItemState,
  ReviewProgress,
  ReviewState,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { containsPattern } from '../database/containsPattern';
import type { PageCursor } from '../database/pageCursor';
import { GrantCriteria, whereGrantCriteria } from '../grants/grantCriteria';
import type { ReviewedDataset } from './DatabaseReviewStore';
import {
  fromReviewItemRow,
  fromReviewRow,
  ReviewItemRecord,
  ReviewItemRow,
  ReviewRecord,
  ReviewRow,
} from './ReviewRecord';
import { ResolvedScope, whereInScope } from './reviewScope';

/** Which items of a review are looked at. */
export interface ReviewItemsQuery {
  reviewId: string;
  /** Of whom one must be asked about the dataset. Absent: everybody's. */
  principals?: readonly string[];
  /** Only what these are asked about and do not hold themselves. */
  mine?: readonly string[];
  state?: ReviewItemState;
  datasetRef?: string;
  text?: string;
  criteria?: GrantCriteria;
  now: Date;
}

/** Progress of one of those who are asked. */
export interface ReviewerProgress {
  ref: string;
  total: number;
  open: number;
}

// over `access_review_items as i` and `access_grants as g`; the counterpart of `grantStateAt` is in it
const ENDED = `(g.state in ('revoking', 'revoked', 'expired') or (g.state = 'active' and g.expires_at <= ?))`;
const ITEM_STATE = `case when i.decision = 'keep' then 'kept' when i.decision = 'revoke' then 'revoked' when ${ENDED} then 'ended' else 'open' end`;
// "expires_at <= ?" is unknown for grants without an end, and "not unknown" would leave them out
const ENDED_OR_FALSE = `coalesce(${ENDED}, false)`;
const REVIEWERS_SHOWN = 50;

/** Reads access reviews, each list in one statement. */
export class DatabaseReviewQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(id: string): Promise<ReviewRecord | undefined> {
    const row: ReviewRow | undefined = await this.#knex('access_reviews')
      .where({ id })
      .first();
    return row && fromReviewRow(row);
  }

  /** A page, the newest first; one more than the limit when there is more. */
  async page(
    {
      state,
      principals,
    }: { state?: ReviewState; principals?: readonly string[] },
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<ReviewRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const query = this.#knex('access_reviews as r')
      .select('r.*')
      .where(state ? { 'r.state': state } : {})
      .orderBy([
        { column: 'r.started_at', order },
        { column: 'r.id', order },
      ])
      .limit(limit + 1);
    if (principals) {
      query.whereExists(party =>
        party
          .from('access_review_parties as p')
          .whereRaw('p.review_id = r.id')
          .whereIn('p.principal_ref', principals),
      );
    }
    if (cursor) {
      query.whereRaw(`(r.started_at, r.id) ${backwards ? '>' : '<'} (?, ?)`, [
        new Date(cursor.value),
        cursor.id,
      ]);
    }
    const rows: ReviewRow[] = await query;
    const reviews = rows.map(fromReviewRow);
    return backwards ? reviews.reverse() : reviews;
  }

  /** Whether somebody is asked in a review. */
  async isAsked(
    reviewId: string,
    principals: readonly string[],
  ): Promise<boolean> {
    const row = await this.#knex('access_review_parties')
      .where({ review_id: reviewId })
      .whereIn('principal_ref', principals)
      .first('review_id');
    return row !== undefined;
  }

  async progress(
    reviewIds: readonly string[],
    now: Date,
    connection: Knex = this.#knex,
  ): Promise<Map<string, ReviewProgress>> {
    const items = connection('access_review_items as i')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .whereIn('i.review_id', reviewIds)
      .select(
        'i.review_id',
        connection.raw(`${ITEM_STATE} as item_state`, [now]),
      );
    const rows: Array<{
      review_id: string;
      item_state: ReviewItemState;
      count: number | string;
    }> = await connection
      .from(items.as('items'))
      .select('review_id', 'item_state')
      .count({ count: '*' })
      .groupBy('review_id', 'item_state');
    const all = new Map(
      reviewIds.map(id => [
        id,
        { total: 0, kept: 0, revoked: 0, ended: 0, open: 0 },
      ]),
    );
    for (const { review_id, item_state, count } of rows) {
      const progress = all.get(review_id)!;
      progress[item_state] = Number(count);
      progress.total += Number(count);
    }
    return all;
  }

  /** How much waits for somebody, by review; those where nothing does are missing. */
  async openFor(
    reviewIds: readonly string[],
    principals: readonly string[],
    now: Date,
  ): Promise<Map<string, number>> {
    const query: Knex.QueryBuilder = this.#knex('access_review_items as i')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .whereIn('i.review_id', reviewIds)
      .groupBy('i.review_id')
      .select('i.review_id')
      .count({ count: '*' });
    whereOpenItem(query, now);
    whereMine(query, principals);
    const rows: Array<{ review_id: string; count: number | string }> =
      await query;
    return new Map(
      rows.map(({ review_id, count }) => [review_id, Number(count)]),
    );
  }

  /** How much waits for somebody in all open reviews, up to a limit. */
  async countOpen(
    principals: readonly string[],
    now: Date,
    limit: number,
  ): Promise<number> {
    const items = this.#knex('access_review_items as i')
      .join('access_reviews as r', 'r.id', 'i.review_id')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .where('r.state', 'open')
      .where('r.due_at', '>', now)
      .select('i.grant_id')
      .limit(limit);
    whereOpenItem(items, now);
    whereMine(items, principals);
    const [{ count }] = await this.#knex
      .from(items.as('items'))
      .count({ count: '*' });
    return Number(count);
  }

  /** How far those are who are asked, those with the most left first. */
  async byReviewer(reviewId: string, now: Date): Promise<ReviewerProgress[]> {
    const items = this.#knex('access_review_items as i')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .join('access_review_parties as p', join =>
        join
          .on('p.review_id', 'i.review_id')
          .on('p.dataset_ref', 'i.dataset_ref')
          .on('p.dataset_uid', 'i.dataset_uid'),
      )
      .where('i.review_id', reviewId)
      .whereRaw('i.subject_ref <> p.principal_ref')
      .select(
        'p.principal_ref',
        this.#knex.raw(
          `case when i.decision is null and not ${ENDED_OR_FALSE} then 1 else 0 end as is_open`,
          [now],
        ),
      );
    const rows = await this.#knex
      .from(items.as('items'))
      .select('principal_ref')
      .count({ total: '*' })
      .sum({ open: 'is_open' })
      .groupBy('principal_ref')
      .orderBy([{ column: 'open', order: 'desc' }, { column: 'principal_ref' }])
      .limit(REVIEWERS_SHOWN);
    return rows.map(row => ({
      ref: row.principal_ref,
      total: Number(row.total),
      open: Number(row.open),
    }));
  }

  /** A page, by dataset; one more than the limit when there is more. */
  async items(
    query: ReviewItemsQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<Array<ReviewItemRecord & { datasetRef: string }>> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'desc' : 'asc';
    const rows: ReviewItemRow[] = await this.#items(query.now, items => {
      items
        .where('i.review_id', query.reviewId)
        .orderBy([
          { column: 'i.dataset_ref', order },
          { column: 'i.grant_id', order },
        ])
        .limit(limit + 1);
      whereItems(items, query);
      if (cursor) {
        items.whereRaw(
          `(i.dataset_ref, i.grant_id) ${backwards ? '<' : '>'} (?, ?)`,
          [cursor.value, cursor.id],
        );
      }
    });
    const found = rows.map(row => ({
      ...fromReviewItemRow(row),
      datasetRef: row.dataset_ref,
    }));
    return backwards ? found.reverse() : found;
  }

  /** Some items by their grants, as far as the caller may see them. */
  async some(
    query: ReviewItemsQuery,
    grantIds: readonly string[],
  ): Promise<Map<string, ReviewItemRecord>> {
    const rows = await this.#items(query.now, items => {
      items
        .where('i.review_id', query.reviewId)
        .whereIn('i.grant_id', grantIds);
      whereItems(items, query);
    });
    return new Map(
      rows.map(row => [row.grant_id, fromReviewItemRow(row)] as const),
    );
  }

  /** Grants that nobody decided about and that have not ended, in the order of their ids. */
  async undecided(
    reviewId: string,
    after: string,
    now: Date,
    limit: number,
  ): Promise<string[]> {
    const query = this.#knex('access_review_items as i')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .where('i.review_id', reviewId)
      .where('i.grant_id', '>', after)
      .orderBy('i.grant_id')
      .limit(limit)
      .select('i.grant_id');
    whereOpenItem(query, now);
    const rows: Array<{ grant_id: string }> = await query;
    return rows.map(({ grant_id }) => grant_id);
  }

  /** Open reviews whose due date has come, and those that are closing. */
  async toClose(now: Date): Promise<ReviewRecord[]> {
    const rows: ReviewRow[] = await this.#knex('access_reviews')
      .where('state', 'closing')
      .orWhere(due => due.where('state', 'open').where('due_at', '<=', now))
      .orderBy(['due_at', 'id']);
    return rows.map(fromReviewRow);
  }

  async open(): Promise<ReviewRecord[]> {
    const rows: ReviewRow[] = await this.#knex('access_reviews')
      .where('state', 'open')
      .orderBy('id');
    return rows.map(fromReviewRow);
  }

  async toRemind(now: Date): Promise<ReviewRecord[]> {
    const rows: ReviewRow[] = await this.#knex('access_reviews')
      .where('state', 'open')
      .where('next_reminder_at', '<=', now)
      .orderBy('id');
    return rows.map(fromReviewRow);
  }

  /** What a scope holds now. */
  async inScope(
    scope: ResolvedScope,
  ): Promise<{ grants: number; datasets: ReviewedDataset[] }> {
    const query: Knex.QueryBuilder = this.#knex('access_grants as g')
      .select('g.dataset_ref', 'g.dataset_uid')
      .count({ count: '*' })
      .groupBy('g.dataset_ref', 'g.dataset_uid')
      .orderBy(['g.dataset_ref', 'g.dataset_uid']);
    whereInScope(this.#knex, query, scope);
    const rows: Array<{
      dataset_ref: string;
      dataset_uid: string;
      count: number | string;
    }> = await query;
    return {
      grants: rows.reduce((sum, { count }) => sum + Number(count), 0),
      datasets: rows.map(row => ({
        ref: row.dataset_ref,
        uid: row.dataset_uid,
      })),
    };
  }

  /** Datasets with something left to review, in order, with who is asked about each as last resolved. */
  async openDatasets(
    reviewId: string,
    after: ReviewedDataset | undefined,
    now: Date,
    limit: number,
  ): Promise<ReviewedDataset[]> {
    const query = this.#knex('access_review_items as i')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .where('i.review_id', reviewId)
      .distinct('i.dataset_ref', 'i.dataset_uid')
      .orderBy(['i.dataset_ref', 'i.dataset_uid'])
      .limit(limit);
    whereOpenItem(query, now);
    if (after) {
      query.whereRaw('(i.dataset_ref, i.dataset_uid) > (?, ?)', [
        after.ref,
        after.uid,
      ]);
    }
    const rows: Array<{ dataset_ref: string; dataset_uid: string }> =
      await query;
    return rows.map(row => ({ ref: row.dataset_ref, uid: row.dataset_uid }));
  }

  /** Who holds what is left to review on some datasets, by dataset ref and uid, each as often as there are grants. */
  async openHolders(
    reviewId: string,
    datasets: readonly ReviewedDataset[],
    now: Date,
  ): Promise<Array<{ dataset: ReviewedDataset; holder: string }>> {
    const query = this.#knex('access_review_items as i')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .where('i.review_id', reviewId)
      .whereIn(
        'i.dataset_ref',
        datasets.map(({ ref }) => ref),
      )
      .select('i.dataset_ref', 'i.dataset_uid', 'i.subject_ref');
    whereOpenItem(query, now);
    const rows: ReviewItemRow[] = await query;
    return rows.map(row => ({
      dataset: { ref: row.dataset_ref, uid: row.dataset_uid },
      holder: row.subject_ref,
    }));
  }

  /** Who is asked about some datasets, as last resolved: rows of dataset and principal. */
  async parties(
    reviewId: string,
    datasets: readonly ReviewedDataset[],
  ): Promise<Array<{ dataset: ReviewedDataset; principal: string }>> {
    const rows: Array<Record<string, string>> = await this.#knex(
      'access_review_parties',
    )
      .where({ review_id: reviewId })
      .whereIn(
        'dataset_ref',
        datasets.map(({ ref }) => ref),
      );
    return rows.map(row => ({
      dataset: { ref: row.dataset_ref, uid: row.dataset_uid },
      principal: row.principal_ref,
    }));
  }

  async #items(
    now: Date,
    refine: (query: Knex.QueryBuilder) => void,
  ): Promise<ReviewItemRow[]> {
    const query = this.#knex('access_review_items as i')
      .join('access_grants as g', 'g.id', 'i.grant_id')
      .select('i.*', this.#knex.raw(`${ITEM_STATE} as item_state`, [now]));
    refine(query);
    return query;
  }
}

function whereOpenItem(query: Knex.QueryBuilder, now: Date): void {
  query.whereNull('i.decision').whereRaw(`not ${ENDED_OR_FALSE}`, [now]);
}

function whereMine(
  query: Knex.QueryBuilder,
  principals: readonly string[],
): void {
  whereAsked(query, principals);
  // nobody reviews what he has himself
  query.whereNotIn('i.subject_ref', principals);
}

function whereAsked(
  query: Knex.QueryBuilder,
  principals: readonly string[],
): void {
  query.whereExists(party =>
    party
      .from('access_review_parties as p')
      .whereRaw(
        'p.review_id = i.review_id and p.dataset_ref = i.dataset_ref and p.dataset_uid = i.dataset_uid',
      )
      .whereIn('p.principal_ref', principals),
  );
}

function whereItems(
  query: Knex.QueryBuilder,
  {
    principals,
    mine,
    state,
    datasetRef,
    text,
    criteria,
    now,
  }: ReviewItemsQuery,
): void {
  if (principals) {
    whereAsked(query, principals);
  }
  if (mine) {
    whereMine(query, mine);
  }
  if (state) {
    query.whereRaw(`${ITEM_STATE} = ?`, [now, state]);
  }
  if (datasetRef) {
    query.where('i.dataset_ref', datasetRef);
  }
  if (text) {
    query.whereRaw(
      `lower(g.dataset_title || ' ' || g.dataset_ref || ' ' || coalesce(g.dataset_source, '') || ' ' || g.subject_ref) like ? escape '\\'`,
      [containsPattern(text)],
    );
  }
  if (criteria) {
    whereGrantCriteria(query, criteria);
  }
}

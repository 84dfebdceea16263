import type { EmergencyVerdict } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { PageCursor } from '../database/pageCursor';
import {
  RequestCriteria,
  whereRequestCriteria,
} from '../requests/requestCriteria';
import {
  EmergencyRecord,
  fromEmergencyRow,
  JoinedEmergencyRow,
} from './EmergencyRecord';

/** Whose emergencies are looked for; more than one may hold. */
export interface EmergencyPageQuery {
  /** Absent: all. */
  state?: 'open' | 'done';
  /** Taken by this user. */
  takenBy?: string;
  /** Not taken by this user: to be reviewed by him. */
  notTakenBy?: string;
  /** On datasets that one of these answers for. Absent: on all. */
  answeredBy?: readonly string[];
  criteria?: RequestCriteria;
}

/** Speaks SQL about access that was taken in emergencies, and its reviews. */
export class DatabaseEmergencyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Adds one that is to be reviewed. Of two at the same moment the database lets one in.
   *
   * @returns false when another one of the same user is still to be reviewed
   */
  async insert(
    trx: Knex.Transaction,
    emergency: { id: string; user: string; dataset: string; takenAt: Date },
  ): Promise<boolean> {
    const added = await trx('emergency_uses')
      .insert({
        request_id: emergency.id,
        user_ref: emergency.user,
        dataset_ref: emergency.dataset,
        taken_at: emergency.takenAt,
        event_seq: 0,
      })
      .onConflict(
        trx.raw('(user_ref) where reviewed_at is null') as unknown as string,
      )
      .ignore()
      .returning('request_id');
    return added.length > 0;
  }

  async get(id: string): Promise<EmergencyRecord | undefined> {
    const [found] = await this.#select(query =>
      query.where('u.request_id', id),
    );
    return found;
  }

  /** The one of a user that is still to be reviewed. */
  async openOf(user: string): Promise<EmergencyRecord | undefined> {
    const [found] = await this.#select(query =>
      query.where('u.user_ref', user).whereNull('u.reviewed_at'),
    );
    return found;
  }

  /** A page, the newest first; one more than the limit when there is more. */
  async page(
    query: EmergencyPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<EmergencyRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const found = await this.#select(rows => {
      where(rows, query);
      rows
        .orderBy([
          { column: 'u.taken_at', order },
          { column: 'u.request_id', order },
        ])
        .limit(limit + 1);
      if (cursor) {
        rows.whereRaw(
          `(u.taken_at, u.request_id) ${backwards ? '>' : '<'} (?, ?)`,
          [new Date(cursor.value), cursor.id],
        );
      }
    });
    return backwards ? found.reverse() : found;
  }

  /** How many there are, up to a limit. */
  async count(query: EmergencyPageQuery, limit: number): Promise<number> {
    const uses = this.#from().select('u.request_id').limit(limit);
    where(uses, query);
    const [{ count }] = await this.#knex
      .from(uses.as('uses'))
      .count({ count: '*' });
    return Number(count);
  }

  /** Records a review, in one statement; the condition is in its WHERE, so that there is one review whoever else reviews. */
  async review(
    trx: Knex.Transaction,
    { id, head }: EmergencyRecord,
    review: { by: string; at: Date; verdict: EmergencyVerdict },
  ): Promise<boolean> {
    const changed = await trx('emergency_uses')
      .where({ request_id: id, event_seq: head.seq })
      .whereNull('reviewed_at')
      .update({
        reviewed_at: review.at,
        reviewed_by: review.by,
        verdict: review.verdict,
        event_seq: trx.raw('event_seq + 1'),
      });
    return changed > 0;
  }

  /** Reviews that wait since before an instant, and that nobody was reminded of since then. */
  async toRemind(since: Date, limit: number): Promise<EmergencyRecord[]> {
    return this.#select(query =>
      query
        .whereNull('u.reviewed_at')
        .where('u.taken_at', '<=', since)
        .where(last =>
          last.whereNull('u.reminded_at').orWhere('u.reminded_at', '<=', since),
        )
        .orderBy('u.request_id')
        .limit(limit),
    );
  }

  /** @returns false when another replica has reminded meanwhile, or the review was done */
  async setReminded(
    trx: Knex.Transaction,
    { id, remindedAt }: EmergencyRecord,
    now: Date,
  ): Promise<boolean> {
    const changed = await trx('emergency_uses')
      .where({ request_id: id, reminded_at: remindedAt ?? null })
      .whereNull('reviewed_at')
      .update({ reminded_at: now });
    return changed > 0;
  }

  #from(): Knex.QueryBuilder {
    return this.#knex('emergency_uses as u').join(
      'access_requests as r',
      'r.id',
      'u.request_id',
    );
  }

  async #select(
    refine: (query: Knex.QueryBuilder) => void,
  ): Promise<EmergencyRecord[]> {
    const query = this.#from()
      .select(
        'u.*',
        'r.batch_id',
        'r.dataset_title',
        'r.dataset_source',
        'r.level',
        'r.duration',
        'r.approvers',
        'filed.text as reason',
        'head.hash as head_hash',
        'head.text as comment',
      )
      .leftJoin('audit_events as filed', join =>
        join
          .onVal('filed.subject_type', 'request')
          .on('filed.subject_id', 'u.request_id')
          .onVal('filed.seq', 1),
      )
      .leftJoin('audit_events as head', join =>
        join
          .onVal('head.subject_type', 'emergency')
          .on('head.subject_id', 'u.request_id')
          .on('head.seq', 'u.event_seq'),
      );
    refine(query);
    const rows: JoinedEmergencyRow[] = await query;
    return rows.map(fromEmergencyRow);
  }
}

function where(
  rows: Knex.QueryBuilder,
  { state, takenBy, notTakenBy, answeredBy, criteria }: EmergencyPageQuery,
): void {
  if (state === 'open') {
    rows.whereNull('u.reviewed_at');
  } else if (state === 'done') {
    rows.whereNotNull('u.reviewed_at');
  }
  if (notTakenBy) {
    rows.whereNot('u.user_ref', notTakenBy);
  }
  if (takenBy || answeredBy) {
    rows.where(connected => {
      if (takenBy) {
        connected.orWhere('u.user_ref', takenBy);
      }
      if (answeredBy) {
        connected
          .orWhereExists(owner =>
            owner
              .from('dataset_owners as o')
              .whereRaw('o.dataset_ref = u.dataset_ref')
              .whereIn('o.owner_ref', answeredBy),
          )
          .orWhereExists(approver =>
            approver
              .from('request_parties as p')
              .whereRaw('p.request_id = u.request_id')
              .where('p.role', 'approver')
              .whereIn('p.principal_ref', answeredBy),
          );
      }
    });
  }
  if (criteria) {
    whereRequestCriteria(rows, criteria);
  }
}

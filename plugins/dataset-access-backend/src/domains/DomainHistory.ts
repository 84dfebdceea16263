import type {
  AccessLevel,
  DomainEventType,
  DomainHistoryPage,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toJson,
} from '../database/columns';
import { cutPage, decodeCursor } from '../database/pageCursor';
import { whereAmong } from '../database/whereAmong';
import type { PageQuery } from './DomainGrantService';

interface EventRow {
  subject_id: string;
  subject_ref: string;
  seq: number;
  type: DomainEventType;
  at: InstantColumn;
  actor_ref: Nullable<string>;
  facts: string;
}

/** What an event of a domain grant says about itself. */
interface EventFacts {
  level?: AccessLevel;
  levelBefore?: AccessLevel;
  expiresAt?: string;
  snapshotDatasets?: number;
  requestId?: string;
  ownBenefit?: boolean;
}

/** Tells what happened to the access to a domain: the histories of all its grants as one, newest first. */
export class DomainHistory {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * @param subjects - absent: everybody's
   * @throws `BAD_CURSOR`
   */
  async page(
    domainRef: string,
    subjects: readonly string[] | undefined,
    { limit = 25, cursor: text }: PageQuery,
  ): Promise<DomainHistoryPage> {
    const list = ['domain-history', domainRef];
    const cursor = text ? decodeCursor(text, list, 'number') : undefined;
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const query = this.#knex('audit_events as e')
      .select(
        'e.subject_id',
        'g.subject_ref',
        'e.seq',
        'e.type',
        'e.at',
        'e.actor_ref',
        'e.facts',
      )
      .join('domain_grants as g', 'g.id', 'e.subject_id')
      .where({ 'e.subject_type': 'domain-grant', 'g.domain_ref': domainRef })
      .orderBy([
        { column: 'e.at', order },
        { column: 'e.subject_id', order },
        { column: 'e.seq', order },
      ])
      .limit(limit + 1);
    if (subjects) {
      whereAmong(this.#knex, query, 'g.subject_ref', subjects);
    }
    if (cursor) {
      const [grantId, seq] = readPlace(cursor.id);
      query.whereRaw(
        `(e.at, e.subject_id, e.seq) ${backwards ? '>' : '<'} (?, ?, ?)`,
        [new Date(cursor.value), grantId, seq],
      );
    }
    const found: EventRow[] = await query;
    const page = cutPage(
      backwards ? found.reverse() : found,
      limit,
      cursor,
      list,
      row => ({
        value: toInstant(row.at).getTime(),
        id: `${row.subject_id} ${row.seq}`,
      }),
    );
    return { ...page, items: page.items.map(present) };
  }
}

function readPlace(id: string): [string, number] {
  const [grantId, seq] = id.split(' ');
  return [grantId, Number(seq)];
}

function present(row: EventRow): DomainHistoryPage['items'][number] {
  const facts = toJson<EventFacts>(row.facts);
  return {
    grantId: row.subject_id,
    subject: row.subject_ref,
    type: row.type,
    at: toInstant(row.at).toISOString(),
    by: row.actor_ref ?? undefined,
    level: facts.level,
    levelBefore: facts.levelBefore,
    expiresAt: facts.expiresAt,
    snapshotDatasets: facts.snapshotDatasets,
    requestId: facts.requestId,
    ownBenefit: facts.ownBenefit,
  };
}

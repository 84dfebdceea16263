import type {
  AccessLevel,
  RequestStatus,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { containsPattern } from '../database/containsPattern';
import type { PageCursor } from '../database/pageCursor';
import { whereAmong } from '../database/whereAmong';
import { withTexts } from './requestColumns';
import { RequestCriteria, whereRequestCriteria } from './requestCriteria';

export type RequestSort = 'created' | '-created' | 'dataset' | '-dataset';

/** Where a list takes its requests from: all of somebody as a party, of some owners or datasets, or all there are. */
export type RequestSource =
  | {
      from: 'party';
      role: 'requester' | 'beneficiary' | 'approver';
      principals: readonly string[];
    }
  | { from: 'owned'; principals: readonly string[] }
  | { from: 'datasets'; refs: readonly string[] }
  | { from: 'all' };

/** What a list shows. */
export interface RequestPageQuery {
  sources: RequestSource[];
  criteria: RequestCriteria[];
  statuses?: RequestStatus[];
  datasetRef?: string;
  level?: AccessLevel;
  source?: string;
  batchId?: string;
  text?: string;
  /** Leaves out what somebody may not decide on anyway: own requests, and those for himself or his groups. */
  notFor?: { requester: string; beneficiaries: readonly string[] };
  sort: RequestSort;
}

// SQLite takes at most 500 SELECTs in a compound; somebody in more groups than this shares scans between some of them
const MAX_SCANS_PER_ROLE = 60;

/**
 * One page of a list, one row more than the limit when there is more.
 *
 * Each principal has its own scan of one index, already in list order and cut off after a page; the scans are then
 * merged. So a page costs the same at any depth and however many requests are stored, where `IN (principals) ORDER BY …
 * LIMIT` would read and sort everything that all principals have.
 */
export async function requestPage(
  knex: Knex,
  query: RequestPageQuery,
  cursor: PageCursor | undefined,
  limit: number,
) {
  const order = listOrder(query.sort, cursor);
  const scans = query.sources
    .flatMap(source => scansOf(knex, source, query))
    .map(scan => {
      filter(scan.rows, query);
      return cutPage(scan, order, cursor, limit);
    });
  if (scans.length === 0) {
    return [];
  }
  const [first, ...others] = scans.map((scan, index) =>
    knex.select('*').from(scan.as(`scan_${index}`)),
  );
  const merged = others.length > 0 ? first.union(others) : first;
  const page = knex
    .select('id', 'sort_value')
    .from(merged.as('merged'))
    .orderBy([
      { column: 'sort_value', order: order.direction },
      { column: 'id', order: order.direction },
    ])
    .limit(limit + 1);
  const rows = await withTexts(knex('access_requests as r'))
    .join(page.as('page'), 'page.id', 'r.id')
    .orderBy([
      { column: 'page.sort_value', order: order.direction },
      { column: 'page.id', order: order.direction },
    ]);
  // read backwards, shown forwards; the surplus row stays at the far end
  return cursor?.direction === 'prev' ? rows.reverse() : rows;
}

/** The list's own order, turned round when reading towards its beginning. */
function listOrder(sort: RequestSort, cursor: PageCursor | undefined) {
  const descending = sort.startsWith('-') !== (cursor?.direction === 'prev');
  return {
    direction: descending ? 'desc' : 'asc',
    compare: descending ? '<' : '>',
  } as const;
}

/** A query over requests, and the columns that hold its order. */
interface Scan {
  rows: Knex.QueryBuilder;
  sortColumn: string;
  idColumn: string;
}

function scansOf(
  knex: Knex,
  source: RequestSource,
  query: RequestPageQuery,
): Scan[] {
  const byDataset = query.sort.endsWith('dataset');
  const requestOrder = {
    sortColumn: byDataset ? 'r.dataset_ref' : 'r.created_at',
    idColumn: 'r.id',
  };
  switch (source.from) {
    case 'party': {
      const order = byDataset
        ? requestOrder
        : { sortColumn: 'p.created_at', idColumn: 'p.request_id' };
      return buckets(source.principals).flatMap(principals =>
        openness(query.statuses).map(isOpen => ({
          rows: knex('request_parties as p')
            .join('access_requests as r', 'r.id', 'p.request_id')
            .where('p.role', source.role)
            .whereIn('p.principal_ref', principals)
            .where('p.is_open', isOpen),
          ...order,
        })),
      );
    }
    case 'owned':
      return buckets(source.principals).map(principals => ({
        rows: knex('dataset_owners as o')
          .join('access_requests as r', 'r.dataset_ref', 'o.dataset_ref')
          .whereIn('o.owner_ref', principals),
        ...requestOrder,
      }));
    case 'datasets': {
      const rows = knex('access_requests as r');
      whereAmong(knex, rows, 'r.dataset_ref', source.refs);
      return [{ rows, ...requestOrder }];
    }
    default:
      return [{ rows: knex('access_requests as r'), ...requestOrder }];
  }
}

/** One principal per scan, as long as there are not too many of them. */
function buckets(principals: readonly string[]): string[][] {
  const count = Math.min(principals.length, MAX_SCANS_PER_ROLE);
  const result = Array.from({ length: count }, (): string[] => []);
  principals.forEach((principal, index) =>
    result[index % count].push(principal),
  );
  return result;
}

function openness(statuses: RequestStatus[] | undefined): boolean[] {
  const possible = [true, false];
  return statuses
    ? possible.filter(isOpen =>
        statuses.some(status => (status === 'pending') === isOpen),
      )
    : possible;
}

function filter(rows: Knex.QueryBuilder, query: RequestPageQuery): void {
  const { datasetRef, level, source, batchId, text, notFor, statuses } = query;
  rows.where({
    ...(datasetRef && { 'r.dataset_ref': datasetRef }),
    ...(level && { 'r.level': level }),
    ...(source && { 'r.dataset_source': source }),
    ...(batchId && { 'r.batch_id': batchId }),
  });
  if (statuses) {
    rows.whereIn('r.status', statuses);
  }
  if (text) {
    rows.whereRaw("r.search_text like ? escape '\\'", [containsPattern(text)]);
  }
  if (notFor) {
    rows
      .whereNot('r.requester_ref', notFor.requester)
      .whereNotIn('r.beneficiary_ref', notFor.beneficiaries);
  }
  for (const criteria of query.criteria) {
    whereRequestCriteria(rows, criteria);
  }
}

function cutPage(
  { rows, sortColumn, idColumn }: Scan,
  { direction, compare }: ReturnType<typeof listOrder>,
  cursor: PageCursor | undefined,
  limit: number,
): Knex.QueryBuilder {
  if (cursor) {
    const value =
      typeof cursor.value === 'number' ? new Date(cursor.value) : cursor.value;
    rows.whereRaw(`(??, ??) ${compare} (?, ?)`, [
      sortColumn,
      idColumn,
      value,
      cursor.id,
    ]);
  }
  return rows
    .select({ id: idColumn, sort_value: sortColumn })
    .orderBy([
      { column: sortColumn, order: direction },
      { column: idColumn, order: direction },
    ])
    .limit(limit + 1);
}

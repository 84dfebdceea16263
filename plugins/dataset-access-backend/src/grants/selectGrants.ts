import type { Knex } from 'knex';
import { fromGrantRow, GrantRecord, JoinedGrantRow } from './GrantRecord';

/** Reads grants from `access_grants as g`, each with its request, the head of its history and its connector's problem. */
export async function selectGrants(
  connection: Knex,
  refine: (query: Knex.QueryBuilder) => void,
): Promise<GrantRecord[]> {
  const query = connection('access_grants as g')
    .select(
      'g.*',
      'head.hash as head_hash',
      'r.batch_id',
      'r.requester_ref',
      'r.rule_kind',
      'r.rule_name',
      'r.rule_title',
      'e.problem_code',
      'e.problem_text',
      'e.problem_since',
      'e.attempts as problem_attempts',
    )
    .leftJoin('audit_events as head', join =>
      join
        .onVal('head.subject_type', 'grant')
        .on('head.subject_id', 'g.id')
        .on('head.seq', 'g.event_seq'),
    )
    .leftJoin('access_requests as r', 'r.id', 'g.request_id')
    .leftJoin('entitlements as e', join =>
      join
        .on('e.connector', 'g.connector')
        .on('e.dataset_uid', 'g.dataset_uid')
        .on('e.subject_uid', 'g.subject_uid'),
    );
  refine(query);
  const rows: JoinedGrantRow[] = await query;
  return rows.map(fromGrantRow);
}

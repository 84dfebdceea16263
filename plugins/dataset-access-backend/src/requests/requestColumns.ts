import type { Knex } from 'knex';

/**
 * Adds what a {@link RequestRecord} needs beside its row (aliased `r`): the hash at the head of its audit chain, and the
 * texts, which live in the audit trail only so that there is one place to erase them from. All three are lookups by
 * primary key. A request whose events were deleted is still there, so that it can say so.
 */
export function withTexts(requests: Knex.QueryBuilder): Knex.QueryBuilder {
  return requests
    .select(
      'r.*',
      'head.hash as head_hash',
      'filed.text as reason',
      'decided.text as decision_comment',
    )
    .leftJoin('audit_events as head', atSeq('head', 'r.event_seq'))
    .leftJoin('audit_events as filed', atSeq('filed', 1))
    .leftJoin('audit_events as decided', atSeq('decided', 'r.decided_seq'));
}

function atSeq(alias: string, seq: string | 1): Knex.JoinCallback {
  return join => {
    join
      .onVal(`${alias}.subject_type`, 'request')
      .on(`${alias}.subject_id`, 'r.id');
    if (seq === 1) {
      join.onVal(`${alias}.seq`, seq);
    } else {
      join.on(`${alias}.seq`, seq);
    }
  };
}

import {
  grantStateAt,
  ReviewRule,
} from 'backstage-plugin-dataset-access-common';
import { endOf } from '../grants/EndGrant';
import type { GrantRecord } from '../grants/GrantRecord';
import type { GrantTransition } from '../grants/GrantTransitions';
import type { ReviewRecord } from './ReviewRecord';

/** What was decided about a grant, and by whom. */
export interface ReviewedDecision {
  decision: ReviewRule;
  at: Date;
  /** Absent when the rule decided. */
  by?: string;
  comment?: string;
}

/** What a decision of a review does to a grant: it ends, or its history says that it was found to be still needed. */
export function reviewedGrant(
  grant: GrantRecord,
  { id, name }: ReviewRecord,
  { decision, at, by, comment }: ReviewedDecision,
): GrantTransition {
  const facts = { review: id, decision, byRule: by === undefined };
  const said = comment ?? (by ? undefined : 'nobody reviewed it in time');
  const text = `Access review “${name}”${said ? `: ${said}` : ''}`;
  return decision === 'revoke'
    ? {
        grant,
        at,
        actor: by,
        type: 'grant-revoked',
        change: endOf(grant, { at, reason: 'revoked', by }),
        facts: { ...facts, was: grantStateAt(grant, at) },
        text,
      }
    : {
        grant,
        at,
        actor: by,
        type: 'grant-reviewed',
        change: {},
        facts,
        text,
        quiet: true,
      };
}

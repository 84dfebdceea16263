import type { GrantState } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';

/** The counterpart of `grantStateAt` in SQL, for queries over `access_grants as g`. */
export function whereState(
  query: Knex.QueryBuilder,
  state: GrantState,
  now: Date,
): void {
  query.where(any => {
    any.where('g.state', state);
    if (state === 'active') {
      // one without an end has none to compare with
      any.where(end =>
        end.whereNull('g.expires_at').orWhere('g.expires_at', '>', now),
      );
    }
    if (state === 'expired') {
      any.orWhere(late =>
        late.where('g.state', 'active').where('g.expires_at', '<=', now),
      );
    }
  });
}

/** Not over, or the source may still allow it. One past its end is among them until the source has followed. */
export function whereOpen(query: Knex.QueryBuilder): void {
  query.where(any =>
    any
      .whereNotIn('g.state', ['revoking', 'revoked', 'expired'])
      .orWhereNull('g.removed_at'),
  );
}

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';

/**
 * Adds criteria to a query. The counterpart of evaluating them on one resource; both must agree on every row.
 *
 * @param whereCondition - adds one condition
 */
export function whereCriteria<TCondition extends object>(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<TCondition>,
  whereCondition: (query: Knex.QueryBuilder, condition: TCondition) => void,
): void {
  if ('anyOf' in criteria) {
    query.where(any => {
      for (const part of criteria.anyOf) {
        any.orWhere(one => whereCriteria(one, part, whereCondition));
      }
    });
  } else if ('allOf' in criteria) {
    query.where(all => {
      for (const part of criteria.allOf) {
        all.where(one => whereCriteria(one, part, whereCondition));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(inner => whereCriteria(inner, criteria.not, whereCondition));
  } else {
    whereCondition(query, criteria);
  }
}

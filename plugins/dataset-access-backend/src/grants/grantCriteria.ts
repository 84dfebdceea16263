import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { GrantCondition } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { whereCriteria } from '../database/whereCriteria';

/** Conditions of the permission framework on grants. */
export type GrantCriteria = PermissionCriteria<GrantCondition>;

/** Adds criteria to a query over `access_grants as g`. */
export function whereGrantCriteria(
  query: Knex.QueryBuilder,
  criteria: GrantCriteria,
): void {
  whereCriteria(query, criteria, whereCondition);
}

function whereCondition(
  query: Knex.QueryBuilder,
  { role, principals }: GrantCondition,
): void {
  switch (role) {
    case 'holder':
      query.whereIn('g.subject_ref', principals);
      break;
    case 'owner':
      query.whereExists(owner =>
        owner
          .from('dataset_owners as o')
          .whereRaw('o.dataset_ref = g.dataset_ref')
          .whereIn('o.owner_ref', principals),
      );
      break;
    default:
      // a role this version does not know matches nothing
      query.whereRaw('1 = 0');
  }
}

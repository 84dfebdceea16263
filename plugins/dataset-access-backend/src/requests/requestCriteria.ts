import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { RequestCondition } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { whereCriteria } from '../database/whereCriteria';

/** Conditions on requests: of the permission framework, or our own rule of who sees what. */
export type RequestCriteria = PermissionCriteria<RequestCondition>;

/** Everybody who has to do with a request sees it: requester, beneficiary, approver and dataset owner. */
export function connectedTo(
  userRef: string,
  principals: readonly string[],
): RequestCriteria {
  return {
    anyOf: [
      { role: 'requester', principals: [userRef] },
      { role: 'beneficiary', principals },
      { role: 'approver', principals },
      { role: 'owner', principals },
    ],
  };
}

/** Adds criteria to a query over `access_requests as r`. */
export function whereRequestCriteria(
  query: Knex.QueryBuilder,
  criteria: RequestCriteria,
): void {
  whereCriteria(query, criteria, whereCondition);
}

function whereCondition(
  query: Knex.QueryBuilder,
  { role, principals }: RequestCondition,
): void {
  switch (role) {
    case 'requester':
      query.whereIn('r.requester_ref', principals);
      break;
    case 'beneficiary':
      query.whereIn('r.beneficiary_ref', principals);
      break;
    case 'approver':
      query.whereExists(party =>
        party
          .from('request_parties as a')
          .whereRaw('a.request_id = r.id')
          .where('a.role', 'approver')
          .whereIn('a.principal_ref', principals),
      );
      break;
    case 'owner':
      query.whereExists(owner =>
        owner
          .from('dataset_owners as o')
          .whereRaw('o.dataset_ref = r.dataset_ref')
          .whereIn('o.owner_ref', principals),
      );
      break;
    default:
      // a role this version does not know matches nothing
      query.whereRaw('1 = 0');
  }
}

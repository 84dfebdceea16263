import type {
  AccessGrant,
  AccessGrantPage,
  Confirmation,
  GrantQuery,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { GrantCriteria } from './grantCriteria';

/** Limits that a permission policy puts on a call. */
export interface GrantCallLimits {
  criteria?: GrantCriteria;
}

/** What can be done with grants. */
export interface GrantService {
  /**
   * @throws `DATASET_NOT_FOUND`, `NOT_AN_APPROVER`, `BAD_CURSOR`, `BAD_ENTITY_REF`, `USER_REQUIRED`,
   * `CATALOG_UNAVAILABLE`
   */
  list(
    actor: Actor,
    query: GrantQuery,
    limits?: GrantCallLimits,
  ): Promise<AccessGrantPage>;

  /** @throws the code of `confirmVerdict`, `STALE_VERSION`, `BAD_REASON`, `CATALOG_UNAVAILABLE` */
  confirm(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant>;
}

import type {
  AccessGrant,
  AccessGrantDetail,
  AccessGrantPage,
  Confirmation,
  GrantQuery,
  GrantReturn,
  Revocation,
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

  /** @throws `GRANT_NOT_FOUND`, `CATALOG_UNAVAILABLE` */
  get(actor: Actor, grantId: string): Promise<AccessGrantDetail>;

  /** @throws the code of `confirmVerdict`, `STALE_VERSION`, `BAD_REASON`, `CATALOG_UNAVAILABLE` */
  confirm(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant>;

  /** @throws the code of `revokeVerdict`, `STALE_VERSION`, `BAD_REASON`, `CATALOG_UNAVAILABLE` */
  revoke(
    actor: Actor,
    grantId: string,
    revocation: Revocation,
  ): Promise<AccessGrant>;

  /** @throws the code of `returnVerdict`, `STALE_VERSION`, `BAD_REASON`, `CATALOG_UNAVAILABLE` */
  return(
    actor: Actor,
    grantId: string,
    giving: GrantReturn,
  ): Promise<AccessGrant>;

  /** @throws the code of `removalVerdict`, `STALE_VERSION`, `BAD_REASON`, `CATALOG_UNAVAILABLE` */
  confirmRemoval(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant>;
}

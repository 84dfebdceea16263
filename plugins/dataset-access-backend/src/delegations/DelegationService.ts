import type {
  Delegation,
  DelegationDraft,
  DelegationPage,
  DelegationQuery,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/**
 * Who decides in the place of somebody who is away (issue 5, item 8). Nothing is given that the absent person could not do:
 * separation of duties holds for both.
 */
export interface DelegationService {
  /** @throws `BAD_CURSOR`, `CATALOG_UNAVAILABLE` */
  list(actor: Actor, query: DelegationQuery): Promise<DelegationPage>;

  /**
   * For oneself; for somebody else, superusers.
   *
   * @throws `USER_REQUIRED`, `FORBIDDEN`, `BAD_ENTITY_REF`, `UNKNOWN_ACTOR`, `INVALID_REQUEST`, `BAD_PERIOD`,
   * `BAD_REASON`, `CATALOG_UNAVAILABLE`
   */
  create(actor: Actor, draft: DelegationDraft): Promise<Delegation>;

  /**
   * By either of the two, or a superuser.
   *
   * @throws `USER_REQUIRED`, `DELEGATION_NOT_FOUND`, `DELEGATION_ENDED`, `CATALOG_UNAVAILABLE`
   */
  end(actor: Actor, delegationId: string): Promise<Delegation>;
}

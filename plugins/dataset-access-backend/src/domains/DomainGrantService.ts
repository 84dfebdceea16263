import type {
  DomainGrant,
  DomainGrantDraft,
  DomainGrantPage,
  DomainGrantUpdate,
  DomainHistoryPage,
  DomainPage,
  DomainReach,
  operations,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Which page of something. */
export type PageQuery = NonNullable<
  operations['listDomainGrants']['parameters']['query']
>;

/** Which domains somebody may share. */
export type ManagedDomainQuery = NonNullable<
  operations['listManagedDomains']['parameters']['query']
>;

/** What is changed; without a version, whatever there is. */
export type DomainGrantEdit = Omit<DomainGrantUpdate, 'version'> & {
  version?: number;
};

/** What can be done with access to a domain (S1). All refs are canonical. */
export interface DomainGrantService {
  /** @throws `USER_REQUIRED`, `ACTOR_NOT_IN_CATALOG`, `BAD_CURSOR`, `CATALOG_UNAVAILABLE` */
  managed(actor: Actor, query: ManagedDomainQuery): Promise<DomainPage>;

  /** @throws `DOMAIN_NOT_FOUND`, `BAD_CURSOR`, `CATALOG_UNAVAILABLE` */
  list(
    actor: Actor,
    domainRef: string,
    query: PageQuery,
  ): Promise<DomainGrantPage>;

  /**
   * @throws `USER_REQUIRED`, `ACTOR_NOT_IN_CATALOG`, `FORBIDDEN`, `DOMAIN_NOT_FOUND`, `NOT_DOMAIN_OWNER`,
   * `BAD_ENTITY_REF`, `BENEFICIARY_NOT_FOUND`, `BENEFICIARY_APPROVAL`, `BAD_PERIOD`, `DOMAIN_ACCESS_EXISTS`,
   * `CATALOG_UNAVAILABLE`
   */
  create(
    actor: Actor,
    domainRef: string,
    draft: DomainGrantDraft,
  ): Promise<DomainGrant>;

  /**
   * @throws `USER_REQUIRED`, `ACTOR_NOT_IN_CATALOG`, `FORBIDDEN`, `DOMAIN_NOT_FOUND`, `NOT_DOMAIN_OWNER`,
   * `GRANT_NOT_FOUND`, `DOMAIN_GRANT_CLOSED`, `BENEFICIARY_APPROVAL`, `BAD_PERIOD`, `STALE_VERSION`, `CATALOG_UNAVAILABLE`
   */
  update(
    actor: Actor,
    domainRef: string,
    grantId: string,
    edit: DomainGrantEdit,
  ): Promise<DomainGrant>;

  /**
   * @throws `USER_REQUIRED`, `ACTOR_NOT_IN_CATALOG`, `FORBIDDEN`, `DOMAIN_NOT_FOUND`, `NOT_DOMAIN_OWNER`,
   * `GRANT_NOT_FOUND`, `STALE_VERSION`, `CATALOG_UNAVAILABLE`
   */
  remove(
    actor: Actor,
    domainRef: string,
    grantId: string,
    version?: number,
  ): Promise<DomainGrant>;

  /**
   * What one subject has on a domain, when anything.
   *
   * @throws `DOMAIN_NOT_FOUND`, `GRANT_NOT_FOUND` also when it is none of the caller's business, `CATALOG_UNAVAILABLE`
   */
  of(actor: Actor, domainRef: string, subjectRef: string): Promise<DomainGrant>;

  /** @throws `DOMAIN_NOT_FOUND`, `DECISIONS_UNAVAILABLE`, `CATALOG_UNAVAILABLE` */
  reach(actor: Actor, domainRef: string): Promise<DomainReach>;

  /** @throws `DOMAIN_NOT_FOUND`, `BAD_CURSOR`, `CATALOG_UNAVAILABLE` */
  history(
    actor: Actor,
    domainRef: string,
    query: PageQuery,
  ): Promise<DomainHistoryPage>;
}

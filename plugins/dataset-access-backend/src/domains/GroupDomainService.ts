import type {
  GroupDomains,
  GroupDomainsChange,
  GroupDomainsUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Which list is replaced, and whether it really is. */
export interface ReplaceOptions {
  /** The tag of the list that was read; `*` for whatever there is. */
  ifMatch?: string;
  dryRun?: boolean;
}

/** What can be done with the domains of a group (S1.14–S1.16, S1.20). All refs are canonical. */
export interface GroupDomainService {
  /** @throws `BENEFICIARY_NOT_FOUND`, `FORBIDDEN`, `ACTOR_NOT_IN_CATALOG`, `CATALOG_UNAVAILABLE` */
  get(actor: Actor, groupRef: string): Promise<GroupDomains>;

  /**
   * @throws `USER_REQUIRED`, `ACTOR_NOT_IN_CATALOG`, `FORBIDDEN`, `BENEFICIARY_NOT_FOUND`, `PRECONDITION_REQUIRED`,
   * `LIST_CHANGED`, `BAD_DOMAIN_LIST`, `BAD_ENTITY_REF`, `UNKNOWN_DOMAIN`, `NOT_DOMAIN_OWNER`, `BENEFICIARY_APPROVAL`,
   * `CATALOG_UNAVAILABLE`
   */
  replace(
    actor: Actor,
    groupRef: string,
    update: GroupDomainsUpdate,
    options: ReplaceOptions,
  ): Promise<GroupDomainsChange>;
}

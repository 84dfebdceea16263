import type { DomainGrantRecord } from '../domains/DomainGrantRecord';
import type { GrantRecord } from '../grants/GrantRecord';

/** What a request has led to: a grant on a dataset, or one on a domain. */
export interface GivenAccess {
  grant?: GrantRecord;
  domainGrant?: DomainGrantRecord;
}

/** Something that knows what requests have led to. */
interface GrantsOfRequests<T> {
  ofRequests(requestIds: readonly string[]): Promise<Map<string, T>>;
}

/** Finds what requests have led to. */
export class RequestedAccess {
  readonly #grants: GrantsOfRequests<GrantRecord>;
  readonly #domainGrants: GrantsOfRequests<DomainGrantRecord>;

  constructor(options: {
    grants: GrantsOfRequests<GrantRecord>;
    domainGrants: GrantsOfRequests<DomainGrantRecord>;
  }) {
    this.#grants = options.grants;
    this.#domainGrants = options.domainGrants;
  }

  /** By request; those that led to nothing are missing. */
  async of(requestIds: readonly string[]): Promise<Map<string, GivenAccess>> {
    const [grants, domainGrants] = await Promise.all([
      this.#grants.ofRequests(requestIds),
      this.#domainGrants.ofRequests(requestIds),
    ]);
    return new Map(
      requestIds
        .filter(id => grants.has(id) || domainGrants.has(id))
        .map(id => [
          id,
          { grant: grants.get(id), domainGrant: domainGrants.get(id) },
        ]),
    );
  }
}

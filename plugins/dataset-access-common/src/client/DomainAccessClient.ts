/* eslint-disable new-cap -- openapi-fetch names its methods after those of HTTP */
import type { Client } from 'openapi-fetch';
import type { operations, paths } from './api.gen';
import {
  CallOptions,
  createTransport,
  DatasetAccessClientOptions,
  unwrap,
} from './transport';
import type {
  DomainGrant,
  DomainGrantDraft,
  DomainGrantPage,
  DomainGrantUpdate,
  DomainHistoryPage,
  DomainPage,
  DomainReach,
  GroupDomains,
  GroupDomainsChange,
  GroupDomainsUpdate,
} from './types';

/** @public */
export type ManagedDomainQuery = NonNullable<
  operations['listManagedDomains']['parameters']['query']
>;
/** @public */
export type DomainGrantQuery = NonNullable<
  operations['listDomainGrants']['parameters']['query']
>;

/**
 * How the list of a group's domains is replaced.
 *
 * @public
 */
export interface ReplaceGroupDomainsOptions {
  /** The `etag` of the list that was changed; `*` replaces whatever there is. */
  ifMatch: string;
  /** Ask what would change, and change nothing. */
  dryRun?: boolean;
}

/**
 * Typed client for sharing domains: with people, with groups, with or without their datasets. Domains and groups are named
 * by full ref. It throws as {@link DatasetAccessClient} does.
 *
 * @public
 */
export class DomainAccessClient {
  readonly #client: Client<paths>;

  constructor(options: DatasetAccessClientOptions) {
    this.#client = createTransport(options);
  }

  /** The domains that the caller may share. */
  async listManagedDomains(
    query: ManagedDomainQuery,
    options?: CallOptions,
  ): Promise<DomainPage> {
    return unwrap(
      await this.#client.GET('/v1/domains', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async listDomainGrants(
    domain: string,
    query: DomainGrantQuery,
    options?: CallOptions,
  ): Promise<DomainGrantPage> {
    return unwrap(
      await this.#client.GET('/v1/domains/{domain}/grants', {
        params: { path: { domain }, query },
        signal: options?.signal,
      }),
    );
  }

  async createDomainGrant(
    domain: string,
    body: DomainGrantDraft,
  ): Promise<DomainGrant> {
    return unwrap(
      await this.#client.POST('/v1/domains/{domain}/grants', {
        params: { path: { domain } },
        body,
      }),
    );
  }

  async updateDomainGrant(
    domain: string,
    grantId: string,
    body: DomainGrantUpdate,
  ): Promise<DomainGrant> {
    return unwrap(
      await this.#client.PUT('/v1/domains/{domain}/grants/{grantId}', {
        params: { path: { domain, grantId } },
        body,
      }),
    );
  }

  async deleteDomainGrant(
    domain: string,
    grantId: string,
    version?: number,
  ): Promise<DomainGrant> {
    return unwrap(
      await this.#client.DELETE('/v1/domains/{domain}/grants/{grantId}', {
        params: { path: { domain, grantId }, query: { version } },
      }),
    );
  }

  async getDomainReach(
    domain: string,
    options?: CallOptions,
  ): Promise<DomainReach> {
    return unwrap(
      await this.#client.GET('/v1/domains/{domain}/reach', {
        params: { path: { domain } },
        signal: options?.signal,
      }),
    );
  }

  async getDomainHistory(
    domain: string,
    query: DomainGrantQuery,
    options?: CallOptions,
  ): Promise<DomainHistoryPage> {
    return unwrap(
      await this.#client.GET('/v1/domains/{domain}/history', {
        params: { path: { domain }, query },
        signal: options?.signal,
      }),
    );
  }

  async getGroupDomains(
    group: string,
    options?: CallOptions,
  ): Promise<GroupDomains> {
    return unwrap(
      await this.#client.GET('/v1/groups/{group}/domains', {
        params: { path: { group } },
        signal: options?.signal,
      }),
    );
  }

  /**
   * Replaces the whole list; what is left out is taken away.
   *
   * @throws `LIST_CHANGED` when somebody else has changed the list since
   */
  async replaceGroupDomains(
    group: string,
    body: GroupDomainsUpdate,
    { ifMatch, dryRun }: ReplaceGroupDomainsOptions,
  ): Promise<GroupDomainsChange> {
    return unwrap(
      await this.#client.PUT('/v1/groups/{group}/domains', {
        params: {
          path: { group },
          query: dryRun ? { dryRun: 'true' } : {},
          header: { 'If-Match': ifMatch },
        },
        body,
      }),
    );
  }
}

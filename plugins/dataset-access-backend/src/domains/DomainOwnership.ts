import {
  AccessLevel,
  DatasetAccessError,
  Verdict,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type {
  DatabaseDomainGrantStore,
  KnownPrincipal,
} from './DatabaseDomainGrantStore';
import type { Domain } from './Domain';
import { managingLevels } from './managingLevels';

/** @see DomainOwnership */
export interface DomainOwnershipOptions {
  directory: Directory;
  domainGrants: DatabaseDomainGrantStore;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** What is known about somebody who wants to share domains, read once. */
export interface Sharer {
  ref: string;
  /** The user with all groups, as far as they exist. */
  principals: readonly KnownPrincipal[];
}

/**
 * Who may say who has access to a domain: its owners by the catalog, and those who were given the domain as owners (S1.3),
 * or also as editors where that is configured. It is the domain itself that counts: owning the domain around it gives its
 * datasets, not the right to share it (P-33). Policies and roles give nothing here.
 */
export class DomainOwnership {
  readonly #options: DomainOwnershipOptions;
  readonly #levels: AccessLevel[];

  constructor(options: DomainOwnershipOptions) {
    this.#options = options;
    this.#levels = managingLevels(options.config);
  }

  /** @throws `USER_REQUIRED`, `ACTOR_NOT_IN_CATALOG`, `CATALOG_UNAVAILABLE` */
  async sharer(actor: Actor): Promise<Sharer> {
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    const { directory } = this.#options;
    const refs = await directory.principalsOf(actor.ref);
    const entities = await directory.entities(refs);
    if (!entities.has(actor.ref)) {
      throw new DatasetAccessError('ACTOR_NOT_IN_CATALOG');
    }
    return {
      ref: actor.ref,
      principals: [...entities].map(([ref, { metadata }]) => ({
        ref,
        uid: metadata.uid ?? '',
      })),
    };
  }

  /**
   * The domains among some that somebody may share.
   *
   * @param connection - the transaction to judge in, so that nobody shares what was just taken from him
   */
  async among(
    sharer: Sharer,
    domains: ReadonlyArray<Pick<Domain, 'ref' | 'uid' | 'owners'>>,
    connection?: Knex,
  ): Promise<Set<string>> {
    const { domainGrants, clock } = this.#options;
    const refs = new Set(sharer.principals.map(({ ref }) => ref));
    const held = await domainGrants.heldBy(
      sharer.principals,
      this.#levels,
      clock.now(),
      domains.length === 1 ? domains[0].ref : undefined,
      connection,
    );
    return new Set(
      domains
        .filter(
          ({ ref, uid, owners }) =>
            owners.some(owner => refs.has(owner)) ||
            held.some(one => one.ref === ref && one.uid === uid),
        )
        .map(({ ref }) => ref),
    );
  }

  /** The domains that somebody was given at a level to share them, by ref and uid. */
  async given(sharer: Sharer): Promise<Array<{ ref: string; uid: string }>> {
    const { domainGrants, clock } = this.#options;
    return domainGrants.heldBy(sharer.principals, this.#levels, clock.now());
  }

  /** @throws `NOT_DOMAIN_OWNER` */
  async require(
    sharer: Sharer,
    domain: Domain,
    connection?: Knex,
  ): Promise<void> {
    if (!(await this.among(sharer, [domain], connection)).has(domain.ref)) {
      throw new DatasetAccessError('NOT_DOMAIN_OWNER');
    }
  }

  /** Whether the caller may share a domain, and when not, why. */
  async verdict(actor: Actor, domain: Domain): Promise<Verdict> {
    try {
      await this.require(await this.sharer(actor), domain);
      return { allowed: true };
    } catch (error) {
      if (
        error instanceof DatasetAccessError &&
        error.code !== 'CATALOG_UNAVAILABLE'
      ) {
        return { allowed: false, code: error.code, message: error.message };
      }
      throw error;
    }
  }
}

import {
  DatasetAccessError,
  DecisionIndex,
  DomainGrant,
  DomainGrantDraft,
  DomainGrantPage,
  DomainHistoryPage,
  DomainPage,
  DomainReach,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import { cutPage, decodeCursor } from '../database/pageCursor';
import { HeldPrivileges, READ_ANY_GRANT } from '../permissions/HeldPrivileges';
import type { ChangeDomainGrant } from './ChangeDomainGrant';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import type { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import type { Domain } from './Domain';
import { DomainGrantRecord, presentDomainGrant } from './DomainGrantRecord';
import type {
  DomainGrantEdit,
  DomainGrantService,
  ManagedDomainQuery,
  PageQuery,
} from './DomainGrantService';
import type { DomainHistory } from './DomainHistory';
import type { DomainOwnership } from './DomainOwnership';
import { domainReach } from './domainReach';
import type { ManagedDomains } from './ManagedDomains';
import type { ShareDomain } from './ShareDomain';
import type { VisibleDomains } from './VisibleDomains';

/** @see DefaultDomainGrantService */
export interface DefaultDomainGrantServiceOptions {
  domains: VisibleDomains;
  directory: Directory;
  domainGrants: DatabaseDomainGrantStore;
  snapshots: DatabaseSnapshotStore;
  ownership: DomainOwnership;
  managedDomains: ManagedDomains;
  share: ShareDomain;
  change: ChangeDomainGrant;
  history: DomainHistory;
  held: HeldPrivileges;
  decisions: { require(): DecisionIndex };
  clock: Clock;
}

/** A capture that has not ended after this long was given up. */
const CAPTURE_LASTS_MS = 60 * 60 * 1000;

/** Reads access to domains, and hands changes to those who make them. */
export class DefaultDomainGrantService implements DomainGrantService {
  readonly #options: DefaultDomainGrantServiceOptions;

  constructor(options: DefaultDomainGrantServiceOptions) {
    this.#options = options;
  }

  async managed(actor: Actor, query: ManagedDomainQuery): Promise<DomainPage> {
    return this.#options.managedDomains.page(actor, query);
  }

  async list(
    actor: Actor,
    domainRef: string,
    { limit = 25, cursor: text }: PageQuery,
  ): Promise<DomainGrantPage> {
    const { domains, domainGrants, snapshots, ownership, clock } =
      this.#options;
    const domain = await domains.get(actor, domainRef);
    const list = ['domain-grants', domainRef];
    const cursor = text ? decodeCursor(text, list, 'number') : undefined;
    const manage = await ownership.verdict(actor, domain);
    const subjects = await this.#subjects(actor, domain, manage.allowed);
    const found = await domainGrants.page(
      { domainRef, subjects },
      cursor,
      limit,
    );
    const now = clock.now();
    const since = new Date(now.getTime() - CAPTURE_LASTS_MS);
    const running = manage.allowed
      ? await snapshots.running(domainRef, since)
      : [];
    const page = cutPage(found, limit, cursor, list, ({ id, createdAt }) => ({
      id,
      value: createdAt.getTime(),
    }));
    return {
      ...page,
      items: await this.#present(page.items),
      captures: running.map(({ startedAt, takenBy, ...capture }) => ({
        ...capture,
        by: takenBy,
        startedAt: startedAt.toISOString(),
      })),
      can: { manage },
    };
  }

  async create(
    actor: Actor,
    domainRef: string,
    draft: DomainGrantDraft,
  ): Promise<DomainGrant> {
    const { domains, share } = this.#options;
    const domain = await domains.get(actor, domainRef);
    return this.#presentOne(await share.run(actor, domain, draft));
  }

  async update(
    actor: Actor,
    domainRef: string,
    grantId: string,
    edit: DomainGrantEdit,
  ): Promise<DomainGrant> {
    const { domains, change } = this.#options;
    const domain = await domains.get(actor, domainRef);
    return this.#presentOne(await change.update(actor, domain, grantId, edit));
  }

  async remove(
    actor: Actor,
    domainRef: string,
    grantId: string,
    version?: number,
  ): Promise<DomainGrant> {
    const { domains, change } = this.#options;
    const domain = await domains.get(actor, domainRef);
    return this.#presentOne(await change.end(actor, domain, grantId, version));
  }

  async of(
    actor: Actor,
    domainRef: string,
    subjectRef: string,
  ): Promise<DomainGrant> {
    const { domains, domainGrants, ownership } = this.#options;
    const domain = await domains.get(actor, domainRef);
    const { allowed } = await ownership.verdict(actor, domain);
    const subjects = await this.#subjects(actor, domain, allowed);
    const grants =
      !subjects || subjects.includes(subjectRef)
        ? await this.#present(
            await domainGrants.ofSubject(subjectRef, domainRef),
          )
        : [];
    // one that counts before one of somebody or something that bore the name before
    const grant =
      grants.find(({ state }) => state === 'active') ??
      grants.find(({ state }) => state === 'suspended');
    if (!grant) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    return grant;
  }

  async reach(actor: Actor, domainRef: string): Promise<DomainReach> {
    const { domains, decisions } = this.#options;
    const domain = await domains.get(actor, domainRef);
    return domainReach(decisions.require(), domain);
  }

  async history(
    actor: Actor,
    domainRef: string,
    query: PageQuery,
  ): Promise<DomainHistoryPage> {
    const { domains, history, ownership } = this.#options;
    const domain = await domains.get(actor, domainRef);
    const { allowed } = await ownership.verdict(actor, domain);
    return history.page(
      domainRef,
      await this.#subjects(actor, domain, allowed),
      query,
    );
  }

  /**
   * Whose access the caller sees: everybody's (`undefined`) who may share the domain, see all access to it, or is a service;
   * else what reaches himself.
   */
  async #subjects(
    actor: Actor,
    { ref }: Domain,
    mayShare: boolean,
  ): Promise<string[] | undefined> {
    const { held, directory } = this.#options;
    return actor.kind === 'service' ||
      mayShare ||
      held.by(actor, READ_ANY_GRANT, ref)
      ? undefined
      : [...(await directory.principalsOf(actor.ref))];
  }

  async #presentOne(grant: DomainGrantRecord): Promise<DomainGrant> {
    return (await this.#present([grant]))[0];
  }

  async #present(grants: readonly DomainGrantRecord[]): Promise<DomainGrant[]> {
    const { directory, clock } = this.#options;
    const entities = await directory.entities(
      grants.flatMap(({ domain, subject }) => [domain.ref, subject.ref]),
    );
    const now = clock.now();
    return grants.map(grant =>
      presentDomainGrant(grant, now, ref => entities.get(ref)?.metadata.uid),
    );
  }
}

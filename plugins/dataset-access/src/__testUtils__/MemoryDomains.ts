import {
  DatasetAccessError,
  DomainGrant,
  DomainGrantDraft,
  DomainGrantPage,
  DomainGrantUpdate,
  DomainHistoryPage,
  DomainPage,
  DomainReach,
  GroupDomainChange,
  GroupDomains,
  GroupDomainsChange,
  GroupDomainsUpdate,
  NamedEntity,
} from 'backstage-plugin-dataset-access-common';
import { DomainBook } from './DomainBook';
import { aReach, domains } from './domains';
import type { DomainAccessApi } from './portalApis';

type Page = { limit?: number; cursor?: string };
type Entry = NonNullable<GroupDomainsUpdate['domains']>[number];

/** Access to domains as the backend keeps it, in memory. */
export class MemoryDomains implements DomainAccessApi {
  /** The domains that the user may share. */
  owned: NamedEntity[] = [...domains];
  /** Through whom access reaches the user. */
  principals: string[];
  /** What may be seen of groups that the user has nothing to do with. */
  maySeeGroups = true;
  reach: Partial<DomainReach> = {};
  captures: DomainGrantPage['captures'] = [];
  readonly #book: DomainBook;

  /** @param grants - the latest first */
  constructor(readonly me: string, readonly grants: DomainGrant[] = []) {
    this.principals = [me];
    this.#book = new DomainBook(me, grants);
  }

  /** What happened, the latest first. */
  get events(): DomainHistoryPage['items'] {
    return this.#book.events;
  }

  /** What a group or user has on a domain at the moment. */
  of(subject: string, domain: NamedEntity): DomainGrant | undefined {
    return this.#book.of(subject, domain);
  }

  async listManagedDomains({
    search = '',
    ...page
  }: Page & { search?: string }): Promise<DomainPage> {
    return cut(
      this.owned.filter(({ title }) =>
        title.toLowerCase().includes(search.toLowerCase()),
      ),
      page,
    );
  }

  async listDomainGrants(domain: string, page: Page): Promise<DomainGrantPage> {
    const mayManage = this.#owns(domain);
    return {
      ...cut(
        this.grants.filter(
          one =>
            one.domain.ref === domain &&
            one.state !== 'revoked' &&
            (mayManage || this.principals.includes(one.subject)),
        ),
        page,
      ),
      captures: mayManage ? this.captures : [],
      can: {
        manage: mayManage
          ? { allowed: true }
          : {
              allowed: false,
              code: 'NOT_DOMAIN_OWNER',
              message: new DatasetAccessError('NOT_DOMAIN_OWNER').message,
            },
      },
    };
  }

  async createDomainGrant(
    domain: string,
    draft: DomainGrantDraft,
  ): Promise<DomainGrant> {
    this.#requireOwned([domain]);
    const known = this.#named(domain);
    if (this.of(draft.subject, known)) {
      throw new DatasetAccessError('DOMAIN_ACCESS_EXISTS');
    }
    return this.#book.give({ ...draft, domain: known });
  }

  async updateDomainGrant(
    domain: string,
    grantId: string,
    { version, retakeSnapshot, expiresAt, ...change }: DomainGrantUpdate,
  ): Promise<DomainGrant> {
    this.#requireOwned([domain]);
    const before = this.#book.find(grantId, version);
    if (before.state !== 'active') {
      throw new DatasetAccessError('DOMAIN_GRANT_CLOSED');
    }
    if (retakeSnapshot) {
      return this.#book.retake(before, aReach(this.reach).snapshotOnly);
    }
    return this.#book.change(before, {
      ...change,
      ...(expiresAt !== undefined && { expiresAt: expiresAt ?? undefined }),
    });
  }

  async deleteDomainGrant(
    domain: string,
    grantId: string,
    version?: number,
  ): Promise<DomainGrant> {
    this.#requireOwned([domain]);
    return this.#book.end(this.#book.find(grantId, version));
  }

  async getDomainReach(domain: string): Promise<DomainReach> {
    return aReach({ domain: this.#named(domain), ...this.reach });
  }

  async getDomainHistory(
    domain: string,
    page: Page,
  ): Promise<DomainHistoryPage> {
    const ofDomain = new Set(
      this.grants.filter(one => one.domain.ref === domain).map(({ id }) => id),
    );
    return cut(
      this.events.filter(
        ({ grantId, subject }) =>
          ofDomain.has(grantId) &&
          (this.#owns(domain) || this.principals.includes(subject)),
      ),
      page,
    );
  }

  async getGroupDomains(group: string): Promise<GroupDomains> {
    if (!this.maySeeGroups && !this.principals.includes(group)) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    return this.#present(group, this.#listOf(group));
  }

  async replaceGroupDomains(
    group: string,
    { domains: wished = [] }: GroupDomainsUpdate,
    { ifMatch, dryRun = false }: { ifMatch: string; dryRun?: boolean },
  ): Promise<GroupDomainsChange> {
    const list = this.#listOf(group);
    if (ifMatch !== '*' && ifMatch !== etagOf(list)) {
      throw new DatasetAccessError('LIST_CHANGED');
    }
    const before = list.filter(({ state }) => state === 'active');
    const entries = new Map(wished.map(one => [one.domain, one]));
    if (entries.size < wished.length) {
      throw new DatasetAccessError('BAD_DOMAIN_LIST');
    }
    const added = wished.filter(
      ({ domain }) => !before.some(one => one.domain.ref === domain),
    );
    const changed = before.filter(one => {
      const wish = entries.get(one.domain.ref);
      return (
        wish &&
        (wish.datasetLevelAccess !== one.datasetLevelAccess ||
          (wish.level ?? one.level) !== one.level)
      );
    });
    const removed = before.filter(({ domain }) => !entries.has(domain.ref));
    const unknown = added.find(
      ({ domain }) => !domains.some(({ ref }) => ref === domain),
    );
    if (unknown) {
      throw new DatasetAccessError('UNKNOWN_DOMAIN');
    }
    this.#requireOwned([
      ...added.map(({ domain }) => domain),
      ...[...changed, ...removed].map(({ domain }) => domain.ref),
    ]);
    const changes = {
      added: added.map(
        ({ domain, level = 'read-only', datasetLevelAccess }) => ({
          domain: this.#named(domain),
          level,
          datasetLevelAccess,
        }),
      ),
      changed: changed.map(one =>
        difference(one, entries.get(one.domain.ref)!),
      ),
      removed: removed.map(({ domain, level, datasetLevelAccess }) => ({
        domain,
        level,
        datasetLevelAccess,
      })),
      unchanged: before.length - changed.length - removed.length,
    };
    if (!dryRun) {
      changes.added.forEach(one => this.#book.give({ ...one, subject: group }));
      changed.forEach(one => {
        const { level, datasetLevelAccess } = entries.get(one.domain.ref)!;
        this.#book.change(one, { level, datasetLevelAccess });
      });
      removed.forEach(one => this.#book.end(one));
    }
    return { ...this.#present(group, this.#listOf(group)), changes, dryRun };
  }

  #present(group: string, list: DomainGrant[]): GroupDomains {
    return {
      group,
      newLevel: 'read-only',
      DomainNames: [],
      domains: list,
      etag: etagOf(list),
      can: {
        manage: list
          .map(({ domain }) => domain.ref)
          .filter(ref => this.#owns(ref)),
      },
    };
  }

  #listOf(group: string): DomainGrant[] {
    return this.grants.filter(
      one => one.subject === group && one.state !== 'revoked',
    );
  }

  #owns(domain: string): boolean {
    return this.owned.some(({ ref }) => ref === domain);
  }

  #requireOwned(refs: string[]): void {
    if (!refs.every(ref => this.#owns(ref))) {
      throw new DatasetAccessError('NOT_DOMAIN_OWNER');
    }
  }

  #named(domain: string): NamedEntity {
    const found = domains.find(({ ref }) => ref === domain);
    if (!found) {
      throw new DatasetAccessError('DOMAIN_NOT_FOUND');
    }
    return found;
  }
}

function difference(before: DomainGrant, wish: Entry): GroupDomainChange {
  return {
    domain: before.domain,
    level: wish.level ?? before.level,
    levelBefore: before.level,
    datasetLevelAccess: wish.datasetLevelAccess,
    datasetLevelAccessBefore: before.datasetLevelAccess,
  };
}

function etagOf(list: DomainGrant[]): string {
  return JSON.stringify(list.map(({ id, version }) => [id, version]));
}

function cut<T>(all: T[], { limit = 25, cursor }: Page) {
  const from = Number(cursor ?? 0);
  const to = from + limit;
  return {
    items: all.slice(from, to),
    nextCursor: to < all.length ? String(to) : undefined,
    prevCursor: from > 0 ? String(Math.max(0, from - limit)) : undefined,
  };
}

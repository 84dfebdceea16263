import {
  DatasetAccessError,
  DomainEventType,
  DomainGrant,
  DomainHistoryPage,
  NamedEntity,
} from 'backstage-plugin-dataset-access-common';
import { aDomainGrant } from './domains';
import { daysFromNow } from './requests';

type DomainEvent = DomainHistoryPage['items'][number];

/** Access to domains with its history, written as the backend writes it. */
export class DomainBook {
  /** The latest first. */
  readonly events: DomainEvent[] = [];

  /** @param grants - the latest first */
  constructor(readonly me: string, readonly grants: DomainGrant[]) {}

  /** What a group or user has on a domain at the moment. */
  of(subject: string, domain: NamedEntity): DomainGrant | undefined {
    return this.grants.find(
      one =>
        one.subject === subject &&
        one.domain.ref === domain.ref &&
        one.state === 'active',
    );
  }

  give(
    facts: Pick<DomainGrant, 'domain' | 'subject' | 'level'> &
      Partial<DomainGrant>,
  ): DomainGrant {
    const at = now();
    const { datasetLevelAccess = false } = facts;
    const grant = aDomainGrant({
      ...facts,
      id: `domain-grant-${this.grants.length + 1}`,
      grantedBy: this.me,
      createdAt: at,
      ...(datasetLevelAccess && {
        datasetLevelAccessBy: this.me,
        datasetLevelAccessSince: at,
      }),
    });
    this.grants.unshift(grant);
    this.#log(grant, 'domain-access-given', { at, expiresAt: grant.expiresAt });
    if (datasetLevelAccess) {
      this.#log(grant, 'dataset-level-access-given', { at });
    }
    return grant;
  }

  change(before: DomainGrant, change: Partial<DomainGrant>): DomainGrant {
    const {
      level = before.level,
      datasetLevelAccess = before.datasetLevelAccess,
    } = change;
    if (level !== before.level) {
      this.#log(before, 'level-changed', { level, levelBefore: before.level });
    }
    if ('expiresAt' in change && change.expiresAt !== before.expiresAt) {
      this.#log(before, 'end-changed', { expiresAt: change.expiresAt });
    }
    if (datasetLevelAccess !== before.datasetLevelAccess) {
      this.#log(
        before,
        datasetLevelAccess
          ? 'dataset-level-access-given'
          : 'dataset-level-access-revoked',
      );
    }
    return this.#replace(before, {
      ...change,
      level,
      datasetLevelAccess,
      ...(!datasetLevelAccess && { snapshot: undefined }),
      ...(datasetLevelAccess &&
        !before.datasetLevelAccess && {
          datasetLevelAccessBy: this.me,
          datasetLevelAccessSince: now(),
        }),
    });
  }

  end(before: DomainGrant): DomainGrant {
    const at = now();
    if (before.datasetLevelAccess) {
      this.#log(before, 'dataset-level-access-revoked', { at });
    }
    this.#log(before, 'domain-access-revoked', { at });
    return this.#replace(before, {
      state: 'revoked',
      datasetLevelAccess: false,
    });
  }

  find(grantId: string, version: number | undefined): DomainGrant {
    const found = this.grants.find(
      ({ id, state }) => id === grantId && state !== 'revoked',
    );
    if (!found) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    if (version !== undefined && version !== found.version) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return found;
  }

  retake(before: DomainGrant, datasets: number): DomainGrant {
    this.#log(before, 'dataset-level-access-given-again', {
      snapshotDatasets: datasets,
    });
    return this.#replace(before, { snapshot: { datasets, takenAt: now() } });
  }

  #replace(before: DomainGrant, change: Partial<DomainGrant>): DomainGrant {
    const after = { ...before, ...change, version: before.version + 1 };
    this.grants.splice(this.grants.indexOf(before), 1, after);
    return after;
  }

  #log(
    grant: DomainGrant,
    type: DomainEventType,
    facts: Partial<DomainEvent> = {},
  ): void {
    this.events.unshift({
      grantId: grant.id,
      subject: grant.subject,
      type,
      at: now(),
      by: this.me,
      level: grant.level,
      ...facts,
    });
  }
}

function now(): string {
  return daysFromNow(0);
}

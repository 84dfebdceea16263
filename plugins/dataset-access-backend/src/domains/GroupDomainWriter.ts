import {
  AccessLevel,
  compareLevels,
  GroupDomainsChange,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import type { Domain } from './Domain';
import type { DomainGrantRecord, SnapshotSummary } from './DomainGrantRecord';
import type { DomainGrantWriter } from './DomainGrantWriter';
import type { GroupDomainDifference } from './groupDomainList';

/** @see GroupDomainWriter */
export interface GroupDomainWriterOptions {
  domainGrants: DatabaseDomainGrantStore;
  grantWriter: DomainGrantWriter;
}

/** A group whose list is replaced. */
export interface GroupSubject {
  ref: string;
  uid: string;
  /** The level of a domain that is added without one (S1.13). */
  newLevel: AccessLevel;
}

/** What was written. */
export interface WrittenGroupDomains {
  grants: DomainGrantRecord[];
  changes: GroupDomainsChange['changes'];
}

/** What is known when the list of a group is written. */
export interface GroupDomainWork {
  by: string;
  /** Whoever does it belongs to the group, where that is allowed. */
  ownBenefit: boolean;
  group: GroupSubject;
  /** The domains that are added, and more. */
  known: ReadonlyMap<string, Domain>;
  /** Of the domains whose datasets are given. */
  snapshots: ReadonlyMap<string, SnapshotSummary | undefined>;
  /** Grants whose end has come and was not recorded yet; they would be in the way. */
  over: readonly DomainGrantRecord[];
}

/** Writes what is different in the list of a group, in the transaction of the caller, and tells what it was. */
export class GroupDomainWriter {
  readonly #options: GroupDomainWriterOptions;

  constructor(options: GroupDomainWriterOptions) {
    this.#options = options;
  }

  async write(
    trx: Knex.Transaction,
    difference: GroupDomainDifference,
    work: GroupDomainWork,
  ): Promise<WrittenGroupDomains> {
    const { grantWriter, domainGrants } = this.#options;
    const { by, ownBenefit, group, known, snapshots } = work;
    const changes: GroupDomainsChange['changes'] = {
      added: [],
      changed: [],
      removed: [],
      unchanged: difference.unchanged,
    };
    for (const grant of work.over) {
      await grantWriter.end(trx, {}, grant);
    }
    for (const grant of difference.removed) {
      await grantWriter.end(trx, { by }, grant);
      changes.removed.push(changeOf(grant));
    }
    for (const one of difference.changed) {
      const { before, wish } = one;
      const isGiven = wish.datasetLevelAccess && !before.datasetLevelAccess;
      const doing = { by, ownBenefit: ownBenefit && isMore(one) };
      const after = await grantWriter.change(trx, doing, before, {
        level: wish.level,
        datasetLevelAccess: wish.datasetLevelAccess,
        given: isGiven
          ? { snapshot: snapshots.get(wish.domainRef) }
          : undefined,
      });
      changes.changed.push({
        ...changeOf(after),
        levelBefore: before.level,
        datasetLevelAccessBefore: before.datasetLevelAccess,
      });
    }
    for (const wish of difference.added) {
      const doing = { by, ownBenefit };
      const grant = await grantWriter.give(trx, doing, {
        domain: known.get(wish.domainRef)!,
        subject: group,
        level: wish.level ?? group.newLevel,
        datasetLevelAccess: wish.datasetLevelAccess,
        snapshot: snapshots.get(wish.domainRef),
        source: 'group-list',
      });
      changes.added.push(changeOf(grant));
    }
    return {
      grants: await domainGrants.ofSubject(group.ref, undefined, trx),
      changes,
    };
  }
}

/** Whether a group has more after a change than before. */
export function isMore({
  before,
  wish,
}: GroupDomainDifference['changed'][number]): boolean {
  return (
    (wish.datasetLevelAccess && !before.datasetLevelAccess) ||
    (wish.level !== undefined && compareLevels(wish.level, before.level) > 0)
  );
}

function changeOf({
  domain,
  level,
  datasetLevelAccess,
}: DomainGrantRecord): GroupDomainsChange['changes']['added'][number] {
  return {
    domain: { ref: domain.ref, title: domain.title },
    level,
    datasetLevelAccess,
  };
}

import {
  AccessLevel,
  compareLevels,
  DatasetAccessError,
  GroupDomainsChange,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { AdministrationLock } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import { Domain, domainName } from './Domain';
import {
  DomainGrantRecord,
  isOpen,
  SnapshotSummary,
  suspension,
} from './DomainGrantRecord';
import type { DomainGrantWriter } from './DomainGrantWriter';
import type { DomainOwnership, Sharer } from './DomainOwnership';
import {
  differenceOf,
  GroupDomainDifference,
  groupDomainsTag,
  GroupDomainWish,
} from './groupDomainList';
import type { SharingSettings } from './SharingSettings';
import type { SnapshotTaker } from './SnapshotTaker';
import type { VisibleDomains } from './VisibleDomains';

/** @see ReplaceGroupDomains */
export interface ReplaceGroupDomainsOptions {
  directory: Directory;
  domains: VisibleDomains;
  domainGrants: DatabaseDomainGrantStore;
  ownership: DomainOwnership;
  sharing: SharingSettings;
  snapshotTaker: SnapshotTaker;
  grantWriter: DomainGrantWriter;
  lock: AdministrationLock;
  clock: Clock;
}

/** A group whose list is replaced. */
export interface GroupSubject {
  ref: string;
  uid: string;
  /** The level of a domain that is added without one (S1.13). */
  newLevel: AccessLevel;
}

/** What was done, or would be. */
export interface ReplacedGroupDomains {
  grants: DomainGrantRecord[];
  changes: GroupDomainsChange['changes'];
  /** Of the list as it is: when nothing was really done, that of before. */
  tag: string;
}

/**
 * Replaces the list of a group's domains as a whole, in one transaction: what is not on it is taken away, with access to
 * datasets (S1.16). It must be the list that was read, so that nobody's change is lost (P-31). Only domains that change have
 * to be the caller's.
 */
export class ReplaceGroupDomains {
  readonly #options: ReplaceGroupDomainsOptions;

  constructor(options: ReplaceGroupDomainsOptions) {
    this.#options = options;
  }

  /**
   * @param ifMatch - the tag of the list that was read; `*` for whatever there is
   * @throws as {@link GroupDomainService.replace}
   */
  async run(
    actor: Actor,
    group: GroupSubject,
    wishes: readonly GroupDomainWish[],
    { ifMatch, dryRun }: { ifMatch: string; dryRun: boolean },
  ): Promise<ReplacedGroupDomains> {
    const { ownership, domainGrants, lock, domains } = this.#options;
    const sharer = await ownership.sharer(actor);
    const seen = await domainGrants.ofSubject(group.ref, undefined);
    const tag = groupDomainsTag(seen);
    if (ifMatch !== '*' && ifMatch !== tag) {
      throw new DatasetAccessError('LIST_CHANGED');
    }
    const known = await domains.among(actor, [
      ...new Set([
        ...seen.map(({ domain }) => domain.ref),
        ...wishes.map(({ domainRef }) => domainRef),
      ]),
    ]);
    const there = await this.#living(seen, group, wishes);
    const difference = differenceOf(there, wishes);
    checkKnown(difference, known);
    await this.#requireManaged(sharer, difference, known);
    const ownBenefit = await this.#ownBenefit(sharer, group, difference);
    const snapshots = dryRun
      ? new Map<string, SnapshotSummary | undefined>()
      : await this.#takeSnapshots(sharer, group, difference);
    const change = async (trx: Knex.Transaction) => {
      const now = await domainGrants.ofSubject(group.ref, undefined, trx);
      if (groupDomainsTag(now) !== tag) {
        throw new DatasetAccessError('LIST_CHANGED');
      }
      await this.#requireManaged(sharer, difference, known, trx);
      const work = { sharer, group, known, snapshots, ownBenefit };
      const over = now.filter(one => !there.some(({ id }) => id === one.id));
      return this.#apply(trx, difference, over, work);
    };
    if (dryRun) {
      return { ...(await lock.rehearse(change)), tag };
    }
    const replaced = await lock.run(change);
    return { ...replaced, tag: groupDomainsTag(replaced.grants) };
  }

  /**
   * Those of the list that count: neither over nor of something that is gone or another one now. A domain that is gone stays
   * in the list as it is (P-32): whoever sends the list may leave it out, since nothing can be said about it, or send it back.
   */
  async #living(
    seen: readonly DomainGrantRecord[],
    group: GroupSubject,
    wishes: readonly GroupDomainWish[],
  ): Promise<DomainGrantRecord[]> {
    const { directory, clock } = this.#options;
    const now = clock.now();
    const domains = await directory.entities(
      seen.map(({ domain }) => domain.ref),
    );
    const wished = new Set(wishes.map(({ domainRef }) => domainRef));
    return seen.filter(grant => {
      const why = suspension(grant, ref =>
        ref === group.ref ? group.uid : domains.get(ref)?.metadata.uid,
      );
      return (
        isOpen(grant, now) &&
        (why === undefined ||
          (why === 'domain-gone' && wished.has(grant.domain.ref)))
      );
    });
  }

  async #requireManaged(
    sharer: Sharer,
    { added, changed, removed }: GroupDomainDifference,
    known: ReadonlyMap<string, Domain>,
    trx?: Knex.Transaction,
  ): Promise<void> {
    const refs = [
      ...added.map(({ domainRef }) => domainRef),
      ...changed.map(({ wish }) => wish.domainRef),
      ...removed.map(({ domain }) => domain.ref),
    ];
    const managed = await this.#options.ownership.among(
      sharer,
      refs.flatMap(ref => known.get(ref) ?? []),
      trx,
    );
    const others = refs.filter(ref => !managed.has(ref));
    if (others.length > 0) {
      throw new DatasetAccessError('NOT_DOMAIN_OWNER', {
        message: `Only their owners may change who has access to these domains: ${others
          .slice(0, 10)
          .map(domainName)
          .join(', ')}. Leave them in the list as they are.`,
      });
    }
  }

  /** Whether the sharer belongs to the group and gains. @throws `BENEFICIARY_APPROVAL` */
  async #ownBenefit(
    sharer: Sharer,
    group: GroupSubject,
    { added, changed }: GroupDomainDifference,
  ): Promise<boolean> {
    const gains = [
      ...added.map(({ domainRef }) => domainRef),
      ...changed.filter(isMore).map(({ wish }) => wish.domainRef),
    ];
    const benefits = await Promise.all(
      gains.map(ref =>
        this.#options.sharing.ownBenefit(sharer.ref, group.ref, ref),
      ),
    );
    return benefits.includes(true);
  }

  async #takeSnapshots(
    sharer: Sharer,
    group: GroupSubject,
    { added, changed }: GroupDomainDifference,
  ): Promise<Map<string, SnapshotSummary | undefined>> {
    const given = [
      ...added.filter(wish => wish.datasetLevelAccess),
      ...changed
        .filter(
          ({ before, wish }) =>
            wish.datasetLevelAccess && !before.datasetLevelAccess,
        )
        .map(({ wish }) => wish),
    ];
    const snapshots = new Map<string, SnapshotSummary | undefined>();
    for (const { domainRef } of given) {
      snapshots.set(
        domainRef,
        await this.#options.snapshotTaker.take(
          domainRef,
          group.ref,
          sharer.ref,
        ),
      );
    }
    return snapshots;
  }

  async #apply(
    trx: Knex.Transaction,
    difference: GroupDomainDifference,
    over: readonly DomainGrantRecord[],
    work: {
      sharer: Sharer;
      group: GroupSubject;
      known: ReadonlyMap<string, Domain>;
      snapshots: ReadonlyMap<string, SnapshotSummary | undefined>;
      ownBenefit: boolean;
    },
  ): Promise<Omit<ReplacedGroupDomains, 'tag'>> {
    const { grantWriter, domainGrants, clock } = this.#options;
    const { sharer, group, known, snapshots } = work;
    const doing = { by: sharer.ref, ownBenefit: work.ownBenefit };
    const changes: GroupDomainsChange['changes'] = {
      added: [],
      changed: [],
      removed: [],
      unchanged: difference.unchanged,
    };
    for (const grant of over) {
      if (!isOpen(grant, clock.now())) {
        await grantWriter.end(trx, {}, grant);
      }
    }
    for (const grant of difference.removed) {
      await grantWriter.end(trx, doing, grant);
      changes.removed.push(changeOf(grant));
    }
    for (const { before, wish } of difference.changed) {
      const isGiven = wish.datasetLevelAccess && !before.datasetLevelAccess;
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

/** @throws `UNKNOWN_DOMAIN` */
function checkKnown(
  { added }: GroupDomainDifference,
  known: ReadonlyMap<string, Domain>,
): void {
  const unknown = added.filter(({ domainRef }) => !known.has(domainRef));
  if (unknown.length > 0) {
    throw new DatasetAccessError('UNKNOWN_DOMAIN', {
      message: `Not in the catalog: ${unknown
        .slice(0, 10)
        .map(({ domainRef }) => domainName(domainRef))
        .join(', ')}. Nothing was changed.`,
    });
  }
}

function isMore({
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

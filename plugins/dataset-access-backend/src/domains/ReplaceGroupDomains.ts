import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
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
import {
  GroupDomainWriter,
  GroupSubject,
  isMore,
  WrittenGroupDomains,
} from './GroupDomainWriter';
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

/** What was done, or would be. */
export interface ReplacedGroupDomains extends WrittenGroupDomains {
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
  readonly #writer: GroupDomainWriter;

  constructor(options: ReplaceGroupDomainsOptions) {
    this.#options = options;
    this.#writer = new GroupDomainWriter(options);
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
    const { ownership, domainGrants, lock, domains, clock } = this.#options;
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
      return this.#writer.write(trx, difference, {
        by: sharer.ref,
        ownBenefit,
        group,
        known,
        snapshots,
        over: now.filter(
          one =>
            !isOpen(one, clock.now()) && !there.some(({ id }) => id === one.id),
        ),
      });
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

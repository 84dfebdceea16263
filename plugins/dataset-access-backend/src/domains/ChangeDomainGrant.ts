import {
  compareLevels,
  DatasetAccessError,
  DomainGrantUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { AdministrationLock } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import type { Domain } from './Domain';
import { DomainGrantRecord, isOpen, suspension } from './DomainGrantRecord';
import type { DomainGrantChange, DomainGrantWriter } from './DomainGrantWriter';
import type { DomainOwnership } from './DomainOwnership';
import { readEnd } from './readEnd';
import type { SharingSettings } from './SharingSettings';
import type { SnapshotTaker } from './SnapshotTaker';

/** @see ChangeDomainGrant */
export interface ChangeDomainGrantOptions {
  directory: Directory;
  domainGrants: DatabaseDomainGrantStore;
  ownership: DomainOwnership;
  sharing: SharingSettings;
  snapshotTaker: SnapshotTaker;
  grantWriter: DomainGrantWriter;
  lock: AdministrationLock;
  clock: Clock;
}

/** Changes one thing about a domain grant without touching the others (S1.6, S1.7), or ends it (S1.9). */
export class ChangeDomainGrant {
  readonly #options: ChangeDomainGrantOptions;

  constructor(options: ChangeDomainGrantOptions) {
    this.#options = options;
  }

  /**
   * @param update - without a version, the change is made to whatever there is
   * @throws as {@link DomainGrantService.update}
   */
  async update(
    actor: Actor,
    domain: Domain,
    grantId: string,
    update: Omit<DomainGrantUpdate, 'version'> & { version?: number },
  ): Promise<DomainGrantRecord> {
    const { ownership, sharing, snapshotTaker, grantWriter } = this.#options;
    const { lock, directory, clock } = this.#options;
    const sharer = await ownership.sharer(actor);
    await ownership.require(sharer, domain);
    const seen = await this.#get(domain, grantId);
    const expiresAt = readEnd(update.expiresAt, clock.now());
    const entities = await directory.entities([
      seen.domain.ref,
      seen.subject.ref,
    ]);
    if (suspension(seen, ref => entities.get(ref)?.metadata.uid)) {
      throw new DatasetAccessError('DOMAIN_GRANT_CLOSED');
    }
    const gains = isMore(seen, update, expiresAt);
    const ownBenefit =
      gains &&
      (await sharing.ownBenefit(sharer.ref, seen.subject.ref, domain.ref));
    const isGiven = isGiving(seen, update);
    const given = isGiven
      ? {
          snapshot: await snapshotTaker.take(
            domain.ref,
            seen.subject.ref,
            sharer.ref,
          ),
        }
      : undefined;
    return lock.run(async trx => {
      await ownership.require(sharer, domain, trx);
      const before = await this.#get(domain, grantId, trx);
      if (!isOpen(before, clock.now())) {
        throw new DatasetAccessError('DOMAIN_GRANT_CLOSED');
      }
      const version = update.version ?? seen.version;
      if (version !== before.version) {
        throw new DatasetAccessError('STALE_VERSION');
      }
      const change: DomainGrantChange = {
        level: update.level,
        datasetLevelAccess: update.datasetLevelAccess,
        given,
        expiresAt,
      };
      return grantWriter.change(
        trx,
        { by: sharer.ref, ownBenefit },
        before,
        change,
      );
    });
  }

  /** @throws as {@link DomainGrantService.remove} */
  async end(
    actor: Actor,
    domain: Domain,
    grantId: string,
    version: number | undefined,
  ): Promise<DomainGrantRecord> {
    const { ownership, grantWriter, lock } = this.#options;
    const sharer = await ownership.sharer(actor);
    return lock.run(async trx => {
      await ownership.require(sharer, domain, trx);
      const before = await this.#get(domain, grantId, trx);
      if (version !== undefined && version !== before.version) {
        throw new DatasetAccessError('STALE_VERSION');
      }
      return grantWriter.end(trx, { by: sharer.ref }, before);
    });
  }

  /** A grant that was not ended. Whether there is one elsewhere is nobody's business here. */
  async #get(
    domain: Domain,
    grantId: string,
    trx?: Knex.Transaction,
  ): Promise<DomainGrantRecord> {
    const [grant] = await this.#options.domainGrants.get([grantId], trx);
    if (!grant || grant.domain.ref !== domain.ref || grant.endedAt) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    return grant;
  }
}

/** Whether dataset-level access is given, for the first time or again. */
function isGiving(
  before: DomainGrantRecord,
  update: Pick<DomainGrantUpdate, 'datasetLevelAccess' | 'retakeSnapshot'>,
): boolean {
  const after = update.datasetLevelAccess ?? before.datasetLevelAccess;
  return (
    after && (!before.datasetLevelAccess || Boolean(update.retakeSnapshot))
  );
}

/** Whether somebody has more after a change than before, or for longer. */
function isMore(
  before: DomainGrantRecord,
  update: Omit<DomainGrantUpdate, 'version'>,
  expiresAt: Date | null | undefined,
): boolean {
  const isHigher =
    update.level !== undefined && compareLevels(update.level, before.level) > 0;
  const isLonger =
    before.expiresAt !== undefined &&
    expiresAt !== undefined &&
    (expiresAt === null || expiresAt > before.expiresAt);
  return isHigher || isLonger || isGiving(before, update);
}

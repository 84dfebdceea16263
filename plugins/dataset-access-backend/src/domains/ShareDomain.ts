import {
  canonicalPrincipalRef,
  DatasetAccessError,
  DomainGrantDraft,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { AdministrationLock } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import type { Domain } from './Domain';
import { DomainGrantRecord, isOpen } from './DomainGrantRecord';
import type { DomainGrantTerms, DomainGrantWriter } from './DomainGrantWriter';
import type { DomainOwnership } from './DomainOwnership';
import { readEnd } from './readEnd';
import type { SharingSettings } from './SharingSettings';
import type { SnapshotTaker } from './SnapshotTaker';

/** @see ShareDomain */
export interface ShareDomainOptions {
  directory: Directory;
  domainGrants: DatabaseDomainGrantStore;
  ownership: DomainOwnership;
  sharing: SharingSettings;
  snapshotTaker: SnapshotTaker;
  grantWriter: DomainGrantWriter;
  lock: AdministrationLock;
  clock: Clock;
}

/** Gives somebody access to a domain who has none (S1.5, S1.17, S1.18). */
export class ShareDomain {
  readonly #options: ShareDomainOptions;

  constructor(options: ShareDomainOptions) {
    this.#options = options;
  }

  /** @throws as {@link DomainGrantService.create} */
  async run(
    actor: Actor,
    domain: Domain,
    { subject, level, datasetLevelAccess = false, expiresAt }: DomainGrantDraft,
  ): Promise<DomainGrantRecord> {
    const { ownership, sharing, snapshotTaker, grantWriter } = this.#options;
    const { lock, clock, directory } = this.#options;
    const sharer = await ownership.sharer(actor);
    await ownership.require(sharer, domain);
    const subjectRef = canonicalPrincipalRef(subject);
    const uid = (await directory.entities([subjectRef])).get(subjectRef)
      ?.metadata.uid;
    if (!uid) {
      throw new DatasetAccessError('BENEFICIARY_NOT_FOUND');
    }
    const ownBenefit = await sharing.ownBenefit(
      sharer.ref,
      subjectRef,
      domain.ref,
    );
    const terms: DomainGrantTerms = {
      domain,
      subject: { ref: subjectRef, uid },
      level,
      datasetLevelAccess,
      expiresAt: readEnd(expiresAt, clock.now()) ?? undefined,
      source: 'share',
    };
    // looked at again when it is written; here it saves recording a snapshot for nothing
    refuseSecond(await this.#there(terms), clock.now());
    const snapshot = datasetLevelAccess
      ? await snapshotTaker.take(domain.ref, subjectRef, sharer.ref)
      : undefined;
    return lock.run(async trx => {
      await ownership.require(sharer, domain, trx);
      await this.#makeRoom(trx, terms);
      return grantWriter.give(
        trx,
        { by: sharer.ref, ownBenefit },
        { ...terms, snapshot },
      );
    });
  }

  /** Somebody has at most one grant on a domain; one that is over makes room. */
  async #makeRoom(
    trx: Knex.Transaction,
    terms: DomainGrantTerms,
  ): Promise<void> {
    const { grantWriter, clock } = this.#options;
    const there = await this.#there(terms, trx);
    refuseSecond(there, clock.now());
    for (const grant of there) {
      await grantWriter.end(trx, {}, grant);
    }
  }

  /** What was given to this very subject on this very domain, and was not ended. */
  async #there(
    { domain, subject }: DomainGrantTerms,
    trx?: Knex.Transaction,
  ): Promise<DomainGrantRecord[]> {
    const grants = await this.#options.domainGrants.ofSubject(
      subject.ref,
      domain.ref,
      trx,
    );
    return grants.filter(
      grant =>
        grant.domain.uid === domain.uid && grant.subject.uid === subject.uid,
    );
  }
}

/** @throws `DOMAIN_ACCESS_EXISTS` */
function refuseSecond(there: readonly DomainGrantRecord[], now: Date): void {
  if (there.some(grant => isOpen(grant, now))) {
    throw new DatasetAccessError('DOMAIN_ACCESS_EXISTS');
  }
}

import {
  compareLevels,
  durationEnd,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { holdAdministration } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import type { GrantTerms } from '../grants/newGrant';
import type { RequestRecord } from '../requests/RequestRecord';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import {
  DomainGrantRecord,
  isOpen,
  SnapshotSummary,
} from './DomainGrantRecord';
import type { DomainGrantWriter } from './DomainGrantWriter';
import type { SnapshotTaker } from './SnapshotTaker';

/** @see GiveRequestedAccess */
export interface GiveRequestedAccessOptions {
  domainGrants: DatabaseDomainGrantStore;
  grantWriter: DomainGrantWriter;
  snapshotTaker: SnapshotTaker;
  clock: Clock;
}

/** An approved request for a domain. */
export interface ApprovedDomainRequest {
  request: RequestRecord;
  terms: GrantTerms;
}

/** What was recorded for some approvals before they are written, by request. */
export type PreparedSnapshots = ReadonlyMap<
  string,
  SnapshotSummary | undefined
>;

/**
 * Gives what an approved request for a domain asked for: it is there at once, because it is computed and not copied. Somebody
 * has one grant on a domain; who has one already gets what is missing from it, and then it ends when the request said, so
 * that nothing lasts longer than was approved.
 */
export class GiveRequestedAccess {
  readonly #options: GiveRequestedAccessOptions;

  constructor(options: GiveRequestedAccessOptions) {
    this.#options = options;
  }

  /**
   * Records the snapshot-only datasets, before the transaction begins.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async prepare(
    approved: readonly ApprovedDomainRequest[],
    decider: string,
  ): Promise<PreparedSnapshots> {
    const snapshots = new Map<string, SnapshotSummary | undefined>();
    for (const { request, terms } of approved) {
      if (terms.datasetLevelAccess) {
        const { dataset, beneficiary } = request;
        snapshots.set(
          request.id,
          await this.#options.snapshotTaker.take(
            dataset.ref,
            beneficiary.ref,
            decider,
          ),
        );
      }
    }
    return snapshots;
  }

  /** In the transaction of the decision. */
  async write(
    trx: Knex.Transaction,
    decider: string,
    approved: readonly ApprovedDomainRequest[],
    prepared: PreparedSnapshots,
  ): Promise<void> {
    if (approved.length > 0) {
      await holdAdministration(trx);
    }
    for (const one of approved) {
      await this.#writeOne(trx, decider, one, prepared.get(one.request.id));
    }
  }

  async #writeOne(
    trx: Knex.Transaction,
    decider: string,
    { request, terms }: ApprovedDomainRequest,
    snapshot: SnapshotSummary | undefined,
  ): Promise<void> {
    const { grantWriter, clock } = this.#options;
    const { dataset: domain, beneficiary: subject } = request;
    const { level, datasetLevelAccess = false, duration } = terms;
    const doing = { by: decider, requestId: request.id };
    const expiresAt = duration ? durationEnd(duration, clock.now()) : undefined;
    const before = await this.#there(trx, request);
    if (before) {
      const isNew = datasetLevelAccess && !before.datasetLevelAccess;
      await grantWriter.change(trx, doing, before, {
        level: compareLevels(level, before.level) > 0 ? level : undefined,
        datasetLevelAccess: isNew ? true : undefined,
        given: isNew ? { snapshot } : undefined,
        expiresAt: expiresAt ?? null,
      });
      return;
    }
    await grantWriter.give(trx, doing, {
      domain,
      subject,
      level,
      datasetLevelAccess,
      snapshot,
      expiresAt,
      source: 'request',
    });
  }

  /** The grant that the beneficiary has; one that is over makes room. */
  async #there(
    trx: Knex.Transaction,
    { dataset, beneficiary }: RequestRecord,
  ): Promise<DomainGrantRecord | undefined> {
    const { domainGrants, grantWriter, clock } = this.#options;
    const grants = await domainGrants.ofSubject(
      beneficiary.ref,
      dataset.ref,
      trx,
    );
    const same = grants.find(
      ({ domain, subject }) =>
        domain.uid === dataset.uid && subject.uid === beneficiary.uid,
    );
    if (same && !isOpen(same, clock.now())) {
      await grantWriter.end(trx, {}, same);
      return undefined;
    }
    return same;
  }
}

import type { JsonObject } from '@backstage/types';
import {
  AccessLevel,
  DatasetAccessError,
  DomainEventType,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain, AuditEvent, EMPTY_CHAIN } from '../audit/eventChain';
import type { Clock } from '../clock';
import { toIso } from '../database/columns';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import type { DomainGrantRecord, SnapshotSummary } from './DomainGrantRecord';

/** @see DomainGrantWriter */
export interface DomainGrantWriterOptions {
  domainGrants: DatabaseDomainGrantStore;
  audit: DatabaseAuditStore;
  clock: Clock;
}

/** Who does it, and what the record has to say about that. */
export interface Doing {
  /** Absent when time did it. */
  by?: string;
  /** Whoever does it profits from it; recorded where that is allowed at all. */
  ownBenefit?: boolean;
  requestId?: string;
}

/** What is given. */
export interface DomainGrantTerms {
  domain: DomainGrantRecord['domain'];
  subject: DomainGrantRecord['subject'];
  level: AccessLevel;
  datasetLevelAccess: boolean;
  /** Of the snapshot-only datasets; only with dataset-level access. */
  snapshot?: SnapshotSummary;
  expiresAt?: Date;
  source: DomainGrantRecord['source'];
}

/** What is changed; what is absent stays as it is. */
export interface DomainGrantChange {
  level?: AccessLevel;
  datasetLevelAccess?: boolean;
  /** Dataset-level access is given, for the first time or again. */
  given?: { snapshot?: SnapshotSummary };
  /** `null` takes the end away. */
  expiresAt?: Date | null;
}

const WITHOUT_DATASETS = {
  datasetLevelAccessBy: undefined,
  datasetLevelAccessAt: undefined,
  snapshot: undefined,
};

/**
 * Writes domain grants with their history, in the transaction of the caller. The two layers have events of their own, so
 * that the trail tells them apart (S1.4, S1.7, S1.9). Whether it may be done has been decided before.
 */
export class DomainGrantWriter {
  readonly #options: DomainGrantWriterOptions;

  constructor(options: DomainGrantWriterOptions) {
    this.#options = options;
  }

  async give(
    trx: Knex.Transaction,
    doing: Doing & { by: string },
    { domain, subject, ...terms }: DomainGrantTerms,
  ): Promise<DomainGrantRecord> {
    const { domainGrants, clock } = this.#options;
    const now = clock.now();
    const { datasetLevelAccess } = terms;
    const grant: DomainGrantRecord = {
      id: randomUUID(),
      domain: { ref: domain.ref, uid: domain.uid, title: domain.title },
      subject: { ref: subject.ref, uid: subject.uid },
      ...terms,
      datasetLevelAccessBy: datasetLevelAccess ? doing.by : undefined,
      datasetLevelAccessAt: datasetLevelAccess ? now : undefined,
      requestId: doing.requestId,
      version: 1,
      head: EMPTY_CHAIN,
      grantedBy: doing.by,
      createdAt: now,
      updatedAt: now,
    };
    const logged = await this.#log(trx, grant, doing, [
      [
        'domain-access-given',
        { level: grant.level, expiresAt: toIso(grant.expiresAt) },
      ],
      ...(datasetLevelAccess ? [given(grant)] : []),
    ]);
    await domainGrants.insert(trx, logged);
    return logged;
  }

  /** @throws `STALE_VERSION` when somebody else was faster */
  async change(
    trx: Knex.Transaction,
    doing: Doing & { by: string },
    before: DomainGrantRecord,
    change: DomainGrantChange,
  ): Promise<DomainGrantRecord> {
    const now = this.#options.clock.now();
    const level = change.level ?? before.level;
    const datasetLevelAccess =
      change.datasetLevelAccess ?? before.datasetLevelAccess;
    const isGiven = datasetLevelAccess && change.given !== undefined;
    const after: DomainGrantRecord = {
      ...before,
      level,
      datasetLevelAccess,
      ...(isGiven
        ? {
            datasetLevelAccessBy: doing.by,
            datasetLevelAccessAt: now,
            snapshot: change.given?.snapshot,
          }
        : {}),
      ...(datasetLevelAccess ? {} : WITHOUT_DATASETS),
      requestId: doing.requestId ?? before.requestId,
      expiresAt:
        change.expiresAt === undefined
          ? before.expiresAt
          : change.expiresAt ?? undefined,
    };
    const entries: Entry[] = [];
    if (level !== before.level) {
      entries.push(['level-changed', { level, levelBefore: before.level }]);
    }
    if (after.expiresAt?.getTime() !== before.expiresAt?.getTime()) {
      entries.push(['end-changed', { expiresAt: toIso(after.expiresAt) }]);
    }
    if (isGiven) {
      entries.push(given(after, before.datasetLevelAccess));
    } else if (before.datasetLevelAccess && !datasetLevelAccess) {
      entries.push(['dataset-level-access-revoked', { level: before.level }]);
    }
    return entries.length > 0
      ? this.#write(trx, doing, before, after, entries)
      : before;
  }

  /**
   * Ends access to the domain, and with it access to its datasets (S1.9).
   *
   * @throws `STALE_VERSION` when somebody else was faster
   */
  async end(
    trx: Knex.Transaction,
    doing: Doing,
    before: DomainGrantRecord,
  ): Promise<DomainGrantRecord> {
    const { level } = before;
    return this.#write(
      trx,
      doing,
      before,
      {
        ...before,
        ...WITHOUT_DATASETS,
        datasetLevelAccess: false,
        endedAt: this.#options.clock.now(),
        endedBy: doing.by,
      },
      [
        ...(before.datasetLevelAccess
          ? [['dataset-level-access-revoked', { level }] satisfies Entry]
          : []),
        [
          doing.by ? 'domain-access-revoked' : 'domain-access-expired',
          { level },
        ],
      ],
    );
  }

  async #write(
    trx: Knex.Transaction,
    doing: Doing,
    before: DomainGrantRecord,
    after: DomainGrantRecord,
    entries: Entry[],
  ): Promise<DomainGrantRecord> {
    const { domainGrants, clock } = this.#options;
    const logged = await this.#log(
      trx,
      { ...after, version: before.version + 1, updatedAt: clock.now() },
      doing,
      entries,
    );
    if (!(await domainGrants.update(trx, logged, before.version))) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return logged;
  }

  async #log(
    trx: Knex.Transaction,
    grant: DomainGrantRecord,
    { by, ownBenefit, requestId }: Doing,
    entries: Entry[],
  ): Promise<DomainGrantRecord> {
    const { audit, clock } = this.#options;
    const events: AuditEvent[] = [];
    for (const [type, facts] of entries) {
      events.push(
        appendToChain(
          { type: 'domain-grant', id: grant.id },
          events.at(-1) ?? grant.head,
          {
            type,
            at: clock.now(),
            actor: by,
            facts: defined({
              domain: grant.domain.ref,
              subject: grant.subject.ref,
              ...facts,
              requestId,
              ownBenefit: ownBenefit || undefined,
            }),
          },
        ),
      );
    }
    await audit.append(trx, events);
    return { ...grant, head: events.at(-1) ?? grant.head };
  }
}

type Entry = [DomainEventType, Record<string, string | number | undefined>];

function given({ level, snapshot }: DomainGrantRecord, isAgain = false): Entry {
  return [
    isAgain ? 'dataset-level-access-given-again' : 'dataset-level-access-given',
    { level, snapshotDatasets: snapshot?.datasets },
  ];
}

function defined(facts: Record<string, unknown>): JsonObject {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as JsonObject;
}

import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { appendToChain } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import type { DatabaseResponsibilityStore } from './DatabaseResponsibilityStore';
import type { ResponsibilityRecord } from './ResponsibilityRecord';

/** @see ResponsibilityWriter */
export interface ResponsibilityWriterOptions {
  responsibilities: DatabaseResponsibilityStore;
  audit: DatabaseAuditStore;
  clock: Clock;
}

/** Writes responsibilities together with their history, in a transaction that the caller holds the administration lock in. */
export class ResponsibilityWriter {
  readonly #options: ResponsibilityWriterOptions;

  constructor(options: ResponsibilityWriterOptions) {
    this.#options = options;
  }

  async create(
    trx: Knex.Transaction,
    by: string,
    record: ResponsibilityRecord,
  ): Promise<ResponsibilityRecord> {
    const logged = await this.#logged(trx, by, 'created', record);
    await this.#options.responsibilities.insert(trx, logged);
    return logged;
  }

  /** @throws `STALE_VERSION` when somebody else was faster */
  async write(
    trx: Knex.Transaction,
    by: string,
    type: string,
    before: ResponsibilityRecord,
    after: ResponsibilityRecord,
    isRemoved = false,
  ): Promise<ResponsibilityRecord> {
    const { responsibilities, clock } = this.#options;
    const logged = await this.#logged(trx, by, type, {
      ...after,
      version: before.version + 1,
    });
    const written = await responsibilities.update(
      trx,
      logged,
      before.version,
      clock.now(),
      { isRemoved },
    );
    if (!written) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return logged;
  }

  async #logged(
    trx: Knex.Transaction,
    by: string,
    type: string,
    record: ResponsibilityRecord,
  ): Promise<ResponsibilityRecord> {
    const { audit, clock } = this.#options;
    const { role, subject, resource, startsAt, endsAt } = record;
    const event = appendToChain(
      { type: 'responsibility', id: record.id },
      record.head,
      {
        type,
        at: clock.now(),
        actor: by,
        facts: {
          role,
          subject: subject.ref,
          resource: resource.ref,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt?.toISOString() ?? null,
        },
      },
    );
    await audit.append(trx, [event]);
    return { ...record, head: event };
  }
}

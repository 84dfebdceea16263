import {
  canonicalPrincipalRef,
  canonicalRef,
  DatasetAccessError,
  Responsibility,
  ResponsibilityDraft,
  ResponsibilityPage,
  ResponsibilityUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Actor, userRef } from '../actors/Actor';
import { EMPTY_CHAIN } from '../audit/eventChain';
import type { AdministrationLock } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { DatabaseResponsibilityStore } from './DatabaseResponsibilityStore';
import type { ResponsibilityHandout } from './ResponsibilityHandout';
import { checkPeriod, readInstant } from './responsibilityPeriod';
import {
  presentResponsibility,
  ResponsibilityRecord,
  responsibilityStateAt,
} from './ResponsibilityRecord';
import type {
  ResponsibilityQuery,
  ResponsibilityService,
} from './ResponsibilityService';
import type { ResponsibilityWriter } from './ResponsibilityWriter';

/** @see DefaultResponsibilityService */
export interface DefaultResponsibilityServiceOptions {
  responsibilities: DatabaseResponsibilityStore;
  directory: Directory;
  responsibilityWriter: ResponsibilityWriter;
  responsibilityHandout: ResponsibilityHandout;
  lock: AdministrationLock;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** Reads responsibilities, and changes them under the administration lock. Who may is decided by its wrapper. */
export class DefaultResponsibilityService implements ResponsibilityService {
  readonly #options: DefaultResponsibilityServiceOptions;

  constructor(options: DefaultResponsibilityServiceOptions) {
    this.#options = options;
  }

  async list(
    _: Actor,
    { limit = 25, cursor: cursorText, ...query }: ResponsibilityQuery,
  ): Promise<ResponsibilityPage> {
    const { responsibilities, config, clock } = this.#options;
    const filter = {
      resource: query.resource && canonicalRef(query.resource),
      subject: query.subject && canonicalPrincipalRef(query.subject),
      state: query.state,
    };
    const list = ['responsibilities', filter];
    const cursor = cursorText
      ? decodeCursor(cursorText, list, 'number')
      : undefined;
    const now = clock.now();
    const found = await responsibilities.page(
      { ...filter, now },
      cursor,
      limit,
    );
    const page = cutPage(found, limit, cursor, list, ({ id, createdAt }) => ({
      id,
      value: createdAt.getTime(),
    }));
    return {
      ...page,
      items: page.items.map(one => presentResponsibility(one, now)),
      roles: config.responsibilities.roles,
      can: { manage: true },
    };
  }

  async create(
    actor: Actor,
    draft: ResponsibilityDraft,
  ): Promise<Responsibility> {
    const { responsibilities, responsibilityWriter, responsibilityHandout } =
      this.#options;
    const { config, lock, clock } = this.#options;
    const by = userRef(actor);
    if (!config.responsibilities.roles.some(({ id }) => id === draft.role)) {
      throw new DatasetAccessError('UNKNOWN_ACTOR', {
        message: `There is no stewardship role "${draft.role}".`,
      });
    }
    const { subject, resource } = await this.#find(draft);
    const now = clock.now();
    const record: ResponsibilityRecord = {
      id: randomUUID(),
      role: draft.role,
      subject,
      resource,
      startsAt: readInstant(draft.startsAt) ?? now,
      endsAt: readInstant(draft.endsAt),
      version: 1,
      head: EMPTY_CHAIN,
      createdAt: now,
      createdBy: by,
    };
    checkPeriod(record, now);
    return lock.run(async trx => {
      responsibilityHandout.check(by, record);
      const open = await responsibilities.open(
        trx,
        record.role,
        subject.ref,
        resource.ref,
      );
      if (open) {
        if (responsibilityStateAt(open, now) !== 'ended') {
          throw new DatasetAccessError('RESPONSIBILITY_EXISTS');
        }
        // it is over; only then can there be another one of the same kind
        await responsibilityWriter.write(
          trx,
          by,
          'terminated',
          open,
          terminated(open, by, now),
        );
      }
      const logged = await responsibilityWriter.create(trx, by, record);
      return presentResponsibility(logged, now);
    });
  }

  async update(
    actor: Actor,
    id: string,
    { startsAt, endsAt, version }: ResponsibilityUpdate,
  ): Promise<Responsibility> {
    const { clock, responsibilityHandout } = this.#options;
    return this.#change(actor, id, version, 'changed', (before, by) => {
      const after = {
        ...before,
        startsAt: readInstant(startsAt) ?? before.startsAt,
        endsAt: readInstant(endsAt),
      };
      checkPeriod(after, clock.now());
      responsibilityHandout.check(by, after);
      return after;
    });
  }

  async terminate(
    actor: Actor,
    id: string,
    version?: number,
  ): Promise<Responsibility> {
    return this.#change(actor, id, version, 'terminated', (before, by) =>
      terminated(before, by, this.#options.clock.now()),
    );
  }

  async remove(actor: Actor, id: string): Promise<Responsibility> {
    const { lock, clock, responsibilityWriter } = this.#options;
    const by = userRef(actor);
    return lock.run(async trx => {
      const before = await this.#get(trx, id);
      await responsibilityWriter.write(
        trx,
        by,
        'removed',
        before,
        before,
        true,
      );
      return presentResponsibility(before, clock.now());
    });
  }

  async #change(
    actor: Actor,
    id: string,
    version: number | undefined,
    type: string,
    change: (before: ResponsibilityRecord, by: string) => ResponsibilityRecord,
  ): Promise<Responsibility> {
    const { lock, clock, responsibilityWriter } = this.#options;
    const by = userRef(actor);
    return lock.run(async trx => {
      const before = await this.#get(trx, id);
      if (version !== undefined && version !== before.version) {
        throw new DatasetAccessError('STALE_VERSION');
      }
      const state = responsibilityStateAt(before, clock.now());
      if (state === 'terminated' || state === 'ended') {
        throw new DatasetAccessError('RESPONSIBILITY_CLOSED');
      }
      const after = await responsibilityWriter.write(
        trx,
        by,
        type,
        before,
        change(before, by),
      );
      return presentResponsibility(after, clock.now());
    });
  }

  async #get(trx: Knex.Transaction, id: string): Promise<ResponsibilityRecord> {
    const [record] = await this.#options.responsibilities.get([id], trx);
    if (!record) {
      throw new DatasetAccessError('RESPONSIBILITY_NOT_FOUND');
    }
    return record;
  }

  async #find({ subject, resource }: ResponsibilityDraft) {
    const { directory } = this.#options;
    const subjectRef = canonicalPrincipalRef(subject);
    const resourceRef = canonicalRef(resource);
    const entities = await directory.entities([subjectRef, resourceRef]);
    const subjectUid = entities.get(subjectRef)?.metadata.uid;
    const resourceUid = entities.get(resourceRef)?.metadata.uid;
    if (!subjectUid) {
      throw new DatasetAccessError('UNKNOWN_ACTOR', {
        message: `Not in the catalog: ${subjectRef}.`,
      });
    }
    if (!resourceUid) {
      throw new DatasetAccessError('ENTITY_NOT_FOUND');
    }
    return {
      subject: { ref: subjectRef, uid: subjectUid },
      resource: { ref: resourceRef, uid: resourceUid },
    };
  }
}

function terminated(
  before: ResponsibilityRecord,
  by: string,
  now: Date,
): ResponsibilityRecord {
  return { ...before, terminatedAt: now, terminatedBy: by };
}

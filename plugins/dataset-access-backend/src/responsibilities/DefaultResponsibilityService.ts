import {
  canonicalPrincipalRef,
  canonicalRef,
  DatasetAccessError,
  DecisionIndex,
  Responsibility,
  ResponsibilityDraft,
  ResponsibilityPage,
  ResponsibilityUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import { Actor, userRef } from '../actors/Actor';
import { appendToChain, EMPTY_CHAIN } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { AdministrationLock } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { cutPage, decodeCursor } from '../database/pageCursor';
import { checkEscalation } from '../policies/escalation';
import type { DatabaseResponsibilityStore } from './DatabaseResponsibilityStore';
import {
  presentResponsibility,
  ResponsibilityRecord,
  responsibilityStateAt,
} from './ResponsibilityRecord';
import type {
  ResponsibilityQuery,
  ResponsibilityService,
} from './ResponsibilityService';

/** @see DefaultResponsibilityService */
export interface DefaultResponsibilityServiceOptions {
  responsibilities: DatabaseResponsibilityStore;
  directory: Directory;
  audit: DatabaseAuditStore;
  lock: AdministrationLock;
  decisions: { require(): DecisionIndex };
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
    const { responsibilities, config, lock, clock } = this.#options;
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
      this.#checkHandout(by, record);
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
        await this.#write(
          trx,
          by,
          'terminated',
          open,
          terminated(open, by, now),
        );
      }
      const logged = await this.#logged(trx, by, 'created', record);
      await responsibilities.insert(trx, logged);
      return presentResponsibility(logged, now);
    });
  }

  async update(
    actor: Actor,
    id: string,
    { startsAt, endsAt, version }: ResponsibilityUpdate,
  ): Promise<Responsibility> {
    const { clock } = this.#options;
    return this.#change(actor, id, version, 'changed', (before, by) => {
      const after = {
        ...before,
        startsAt: readInstant(startsAt) ?? before.startsAt,
        endsAt: readInstant(endsAt),
      };
      checkPeriod(after, clock.now());
      this.#checkHandout(by, after);
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
    const { lock, clock } = this.#options;
    const by = userRef(actor);
    return lock.run(async trx => {
      const before = await this.#get(trx, id);
      await this.#write(trx, by, 'removed', before, before, true);
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
    const { lock, clock } = this.#options;
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
      const after = await this.#write(
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

  /** Making somebody responsible hands out what policies give to those who are. */
  #checkHandout(by: string, { role, resource }: ResponsibilityRecord): void {
    const { decisions, clock } = this.#options;
    const index = decisions.require();
    const privileges = [...index.rules.all()]
      .filter(({ actors }) => actors.responsibilities?.includes(role))
      .flatMap(rule => [...rule.privileges]);
    const now = clock.now().getTime();
    const lacked = privileges.some(
      privilege => !index.check(by, privilege, resource.ref, now),
    );
    if (lacked) {
      checkEscalation(
        index,
        by,
        [
          {
            type: 'metadata',
            privileges,
            resources: [
              { field: 'entity', operator: 'equals', values: [resource.ref] },
            ],
          },
        ],
        now,
      );
    }
  }

  async #write(
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

function terminated(
  before: ResponsibilityRecord,
  by: string,
  now: Date,
): ResponsibilityRecord {
  return { ...before, terminatedAt: now, terminatedBy: by };
}

/** The shape is checked at the door; that there is such a day and time is not. */
function readInstant(text: string | undefined): Date | undefined {
  if (text === undefined) {
    return undefined;
  }
  const instant = DateTime.fromISO(text, { zone: 'utc' });
  if (!instant.isValid) {
    throw new DatasetAccessError('BAD_PERIOD', {
      message: `There is no such day or time: ${text}.`,
    });
  }
  return instant.toJSDate();
}

function checkPeriod(
  { startsAt, endsAt }: Pick<ResponsibilityRecord, 'startsAt' | 'endsAt'>,
  now: Date,
): void {
  if (endsAt && (endsAt <= startsAt || endsAt <= now)) {
    throw new DatasetAccessError('BAD_PERIOD');
  }
}

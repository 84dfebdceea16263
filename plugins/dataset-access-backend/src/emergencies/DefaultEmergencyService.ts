import {
  DatasetAccessError,
  Emergency,
  EmergencyPage,
  EmergencyQuery,
  EmergencyReviewDraft,
  EmergencyWish,
  ErrorCode,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { AnswerableUsers } from '../approvers/AnswerableUsers';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { AuditEvent, firstBrokenEvent } from '../audit/eventChain';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { RequestedAccess } from '../requests/RequestedAccess';
import type { RequestRecord } from '../requests/RequestRecord';
import type {
  DatabaseEmergencyStore,
  EmergencyPageQuery,
} from './DatabaseEmergencyStore';
import { EmergencyRecord, presentEmergency } from './EmergencyRecord';
import type { EmergencyListLimits, EmergencyService } from './EmergencyService';
import type { ReviewEmergency } from './ReviewEmergency';
import type { TakeEmergencyAccess } from './TakeEmergencyAccess';

/** @see DefaultEmergencyService */
export interface DefaultEmergencyServiceOptions {
  emergencies: DatabaseEmergencyStore;
  takeEmergencyAccess: TakeEmergencyAccess;
  reviewEmergency: ReviewEmergency;
  requestedAccess: RequestedAccess;
  answerable: AnswerableUsers;
  directory: Directory;
  audit: DatabaseAuditStore;
  config: DatasetAccessConfig;
  clock: Clock;
  afterChange: () => Promise<void>;
}

/** The emergency that a request records, with what happened to its review. */
export interface EmergencyStory {
  emergency: Emergency;
  events: AuditEvent[];
  intact: boolean;
}

/** Emergency access with the rules of the product, which hold with the permission framework on or off. */
export class DefaultEmergencyService implements EmergencyService {
  readonly #options: DefaultEmergencyServiceOptions;

  constructor(options: DefaultEmergencyServiceOptions) {
    this.#options = options;
  }

  async take(
    actor: Actor,
    datasetRef: string,
    wish: EmergencyWish,
    idempotencyKey?: string,
  ): Promise<Emergency> {
    const { takeEmergencyAccess, afterChange } = this.#options;
    const id = await takeEmergencyAccess.run(
      actor,
      datasetRef,
      wish,
      idempotencyKey,
    );
    await afterChange();
    return this.#get(actor, id);
  }

  async list(
    actor: Actor,
    query: EmergencyQuery,
    { criteria }: EmergencyListLimits = {},
  ): Promise<EmergencyPage> {
    const { emergencies } = this.#options;
    const { view = 'all', state, limit = 25 } = query;
    const list = ['emergencies', view, state];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'number')
      : undefined;
    const scope = await this.#scope(actor, view);
    const found = scope
      ? await emergencies.page({ ...scope, state, criteria }, cursor, limit)
      : [];
    const { items, ...cursors } = cutPage(found, limit, cursor, list, one => ({
      value: one.takenAt.getTime(),
      id: one.id,
    }));
    return {
      ...cursors,
      items: await this.#present(items, one => this.#listed(actor, view, one)),
    };
  }

  /**
   * How many reviews wait for somebody, up to a limit.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async countOpen(
    actor: Actor,
    limit: number,
    { criteria }: EmergencyListLimits = {},
  ): Promise<number> {
    const scope = await this.#scope(actor, 'review');
    return scope
      ? this.#options.emergencies.count(
          { ...scope, state: 'open', criteria },
          limit,
        )
      : 0;
  }

  async review(
    actor: Actor,
    id: string,
    draft: EmergencyReviewDraft,
  ): Promise<Emergency> {
    const { reviewEmergency, afterChange } = this.#options;
    await reviewEmergency.run(actor, id, draft);
    await afterChange();
    return this.#get(actor, id);
  }

  /** For those who may read the request. */
  async ofRequest(
    actor: Actor,
    { id, decision }: RequestRecord,
  ): Promise<EmergencyStory | undefined> {
    const { emergencies, audit } = this.#options;
    const record =
      decision?.rule?.kind === 'emergency'
        ? await emergencies.get(id)
        : undefined;
    if (!record) {
      return undefined;
    }
    const [emergency, events] = await Promise.all([
      this.#presentOne(actor, record),
      audit.read('emergency', [id]),
    ]);
    const intact = firstBrokenEvent(events, record.head.seq) === undefined;
    return { emergency, events, intact };
  }

  async #get(actor: Actor, id: string): Promise<Emergency> {
    const record = await this.#options.emergencies.get(id);
    if (!record) {
      throw new DatasetAccessError('EMERGENCY_NOT_FOUND');
    }
    return this.#presentOne(actor, record);
  }

  async #presentOne(actor: Actor, record: EmergencyRecord): Promise<Emergency> {
    const refusal = await this.#options.reviewEmergency.refusal(actor, record);
    const [emergency] = await this.#present([record], () => refusal);
    return emergency;
  }

  /** Where a list looks; undefined when there is nothing whatever is stored. */
  async #scope(
    actor: Actor,
    view: NonNullable<EmergencyQuery['view']>,
  ): Promise<EmergencyPageQuery | undefined> {
    const { directory, answerable } = this.#options;
    if (actor.kind !== 'user') {
      return view === 'all' ? {} : undefined;
    }
    if (view === 'mine') {
      return { takenBy: actor.ref };
    }
    const answeredBy = (await answerable.isSuperuser(actor.ref))
      ? undefined
      : [...(await directory.principalsOf(actor.ref))];
    return view === 'review'
      ? { notTakenBy: actor.ref, answeredBy }
      : { takenBy: answeredBy && actor.ref, answeredBy };
  }

  /** A list has what its reader took and what he answers for. When he does not any more, the review itself says so. */
  #listed(
    actor: Actor,
    view: EmergencyQuery['view'],
    { user, review }: EmergencyRecord,
  ): ErrorCode | undefined {
    if (actor.kind !== 'user') {
      return 'USER_REQUIRED';
    }
    if (view !== 'review' && user === actor.ref) {
      return 'EMERGENCY_OWN_REVIEW';
    }
    return review ? 'EMERGENCY_REVIEWED' : undefined;
  }

  async #present(
    records: readonly EmergencyRecord[],
    refusal: (record: EmergencyRecord) => ErrorCode | undefined,
  ): Promise<Emergency[]> {
    const { requestedAccess, config, clock } = this.#options;
    const given = await requestedAccess.of(records.map(({ id }) => id));
    return records.map(record =>
      presentEmergency(record, {
        grant: given.get(record.id)?.grant,
        canReview: toVerdict(refusal(record)),
        overdueAfter: config.emergency.reviewOverdueAfter,
        clock,
      }),
    );
  }
}

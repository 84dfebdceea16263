import {
  AccessRequestPage,
  canonicalRef,
  RequestCounts,
  RequestQuery,
  RequestStatus,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import type { TaskService } from '../tasks/TaskService';
import type { DefaultEmergencyService } from '../emergencies/DefaultEmergencyService';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { StandIns } from '../delegations/StandIns';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import {
  HeldPrivileges,
  READ_ANY_REQUEST,
} from '../permissions/HeldPrivileges';
import { presentRequest } from './presentRequest';
import type { RequestedAccess } from './RequestedAccess';
import { connectedTo, RequestCriteria } from './requestCriteria';
import type { RequestPageQuery, RequestSource } from './requestPage';
import type { RequestListLimits } from './RequestService';

/** @see ListRequests */
export interface ListRequestsOptions {
  queries: DatabaseRequestQueries;
  requestedAccess: RequestedAccess;
  directory: Directory;
  standIns: Pick<StandIns, 'placesOf'>;
  held: HeldPrivileges;
  config: DatasetAccessConfig;
  tasks: Pick<TaskService, 'count'>;
  reviews: { count(actor: Actor, limit: number): Promise<number> };
  emergencyReviews: Pick<DefaultEmergencyService, 'countOpen'>;
  clock: Clock;
}

/** Where a list looks, and what of it the caller may see. */
interface Scope {
  sources: RequestSource[];
  criteria: RequestCriteria[];
  notFor?: RequestPageQuery['notFor'];
}

/** A badge that says "100" says enough. */
const COUNT_LIMIT = 100;

/** Requests, a page at a time. */
export class ListRequests {
  readonly #options: ListRequestsOptions;

  constructor(options: ListRequestsOptions) {
    this.#options = options;
  }

  /** @throws `BAD_CURSOR`, `BAD_ENTITY_REF`, `CATALOG_UNAVAILABLE` */
  async run(
    actor: Actor,
    query: RequestQuery,
    { criteria }: RequestListLimits = {},
  ): Promise<AccessRequestPage> {
    const { queries, requestedAccess, clock } = this.#options;
    const { view = 'all', sort = '-created', limit = 25 } = query;
    const datasetRef = query.dataset && canonicalRef(query.dataset);
    const byDataset = sort.endsWith('dataset');
    const filters = {
      statuses: query.status?.split(',') as RequestStatus[] | undefined,
      datasetRef,
      level: query.level,
      source: query.source,
      batchId: query.batch?.toLowerCase(),
      text: query.q,
      sort,
    };
    const list = ['requests', view, filters];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, byDataset ? 'string' : 'number')
      : undefined;
    const scope = await this.#scope(actor, view, datasetRef);
    const found = await queries.page(
      {
        ...filters,
        ...scope,
        criteria: [...scope.criteria, ...(criteria ? [criteria] : [])],
      },
      cursor,
      limit,
    );
    const { items, ...cursors } = cutPage(found, limit, cursor, list, one => ({
      value: byDataset ? one.dataset.ref : one.createdAt.getTime(),
      id: one.id,
    }));
    const now = clock.now();
    const byRequest = await requestedAccess.of(items.map(({ id }) => id));
    return {
      items: items.map(one => presentRequest(one, byRequest.get(one.id), now)),
      ...cursors,
    };
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async count(
    actor: Actor,
    { criteria }: RequestListLimits = {},
  ): Promise<RequestCounts> {
    const { queries, directory, tasks, reviews } = this.#options;
    if (actor.kind !== 'user') {
      return { inbox: 0, mine: 0, tasks: 0 };
    }
    const principals = [...(await directory.principalsOf(actor.ref))];
    const [inbox, mine, count, toReview, emergencyReviews] = await Promise.all([
      queries.countOpen({
        role: 'approver',
        principals: await this.#decidesAs(actor.ref, principals),
        limit: COUNT_LIMIT,
        notFor: this.#notFor(actor.ref, principals),
        criteria,
      }),
      queries.countOpen({
        role: 'requester',
        principals: [actor.ref],
        limit: COUNT_LIMIT,
        criteria,
      }),
      tasks.count(actor, COUNT_LIMIT),
      reviews.count(actor, COUNT_LIMIT),
      this.#options.emergencyReviews.countOpen(actor, COUNT_LIMIT, {
        criteria,
      }),
    ]);
    return {
      inbox,
      mine,
      tasks: count,
      ...(toReview > 0 && { reviews: toReview }),
      ...(emergencyReviews > 0 && { emergencyReviews }),
    };
  }

  async #scope(
    actor: Actor,
    view: NonNullable<RequestQuery['view']>,
    datasetRef: string | undefined,
  ): Promise<Scope> {
    const { directory, config, held } = this.#options;
    if (actor.kind === 'service') {
      // nothing is routed to a service, and nothing is its own
      return { sources: view === 'all' ? [{ from: 'all' }] : [], criteria: [] };
    }
    const principals = [...(await directory.principalsOf(actor.ref))];
    const approver = {
      from: 'party',
      role: 'approver',
      principals: await this.#decidesAs(actor.ref, principals),
    } as const;
    const mine: RequestSource[] = [
      { from: 'party', role: 'requester', principals: [actor.ref] },
      { from: 'party', role: 'beneficiary', principals },
    ];
    switch (view) {
      case 'inbox':
        return {
          sources: [approver],
          criteria: [],
          notFor: this.#notFor(actor.ref, principals),
        };
      case 'mine':
        return { sources: mine, criteria: [] };
      default: {
        const superusers = await directory.membersOf(config.superusers);
        if (
          superusers.has(actor.ref) ||
          held.by(actor, READ_ANY_REQUEST, datasetRef)
        ) {
          return { sources: [{ from: 'all' }], criteria: [] };
        }
        // one dataset's requests are few: look at all of them and keep what the caller has to do with
        return datasetRef
          ? {
              sources: [{ from: 'all' }],
              criteria: [connectedTo(actor.ref, principals)],
            }
          : {
              sources: [
                ...mine,
                approver,
                { from: 'owned', principals },
                // whoever may read any request in some places sees these requests in the list, too (P-23)
                { from: 'datasets', refs: held.where(actor, READ_ANY_REQUEST) },
              ],
              criteria: [],
            };
      }
    }
  }

  /** What is routed to somebody: to the user, to the user's groups, and to those in whose place the user decides. */
  async #decidesAs(
    userRef: string,
    principals: readonly string[],
  ): Promise<string[]> {
    const { directory, standIns } = this.#options;
    const places = await standIns.placesOf(userRef);
    const theirs = await Promise.all(
      places.map(place => directory.principalsOf(place)),
    );
    return [...new Set([...principals, ...theirs.flatMap(all => [...all])])];
  }

  /** An inbox leaves out what its owner may not decide on. */
  #notFor(
    userRef: string,
    principals: readonly string[],
  ): RequestPageQuery['notFor'] {
    return this.#options.config.requests.selfApproval === 'deny'
      ? { requester: userRef, beneficiaries: principals }
      : undefined;
  }
}

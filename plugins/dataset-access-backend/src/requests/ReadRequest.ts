import {
  AccessRequestDetail,
  confirmVerdict,
  DatasetAccessError,
  HistoryEntry,
  requestVerdict,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { AuditEvent, firstBrokenEvent } from '../audit/eventChain';
import { presentEvent } from '../audit/presentEvent';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { requestForm } from '../config/requestForm';
import { datasetWarnings } from '../approvers/requestRefusal';
import type {
  DefaultEmergencyService,
  EmergencyStory,
} from '../emergencies/DefaultEmergencyService';
import type { GrantFactsReader } from '../grants/GrantFactsReader';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import { presentRequest } from './presentRequest';
import type { GivenAccess, RequestedAccess } from './RequestedAccess';
import type { RequestRecord } from './RequestRecord';
import type { RequestSituations } from './RequestSituations';

/** @see ReadRequest */
export interface ReadRequestOptions {
  queries: DatabaseRequestQueries;
  situations: RequestSituations;
  requestedAccess: RequestedAccess;
  grantFacts: GrantFactsReader;
  emergencyStories: Pick<DefaultEmergencyService, 'ofRequest'>;
  audit: DatabaseAuditStore;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** One request with its whole history, and what the caller may do with it and why not. */
export class ReadRequest {
  readonly #options: ReadRequestOptions;

  constructor(options: ReadRequestOptions) {
    this.#options = options;
  }

  /** @throws `REQUEST_NOT_FOUND`, `CATALOG_UNAVAILABLE` */
  async run(actor: Actor, requestId: string): Promise<AccessRequestDetail> {
    const { queries, situations, requestedAccess, grantFacts } = this.#options;
    const { config, clock } = this.#options;
    const [request] = await queries.get([requestId]);
    if (!request) {
      throw new DatasetAccessError('REQUEST_NOT_FOUND');
    }
    const [situation] = await situations.of([request]);
    const [facts] = await situations.facts(actor, [situation]);
    if (requestVerdict('read', facts)) {
      throw new DatasetAccessError('REQUEST_NOT_FOUND');
    }
    const given = (await requestedAccess.of([requestId])).get(requestId);
    const grant = given?.grant;
    const confirmFacts =
      grant && (await grantFacts.from(actor, grant, facts, situation.routing));
    const story = await this.#options.emergencyStories.ofRequest(
      actor,
      request,
    );
    const { routing } = situation;
    const answersForDataset =
      facts.isSuperuser || facts.isApprover || confirmFacts?.isDatasetOwner;
    return {
      ...presentRequest(request, given, clock.now()),
      ...(await this.#history(request, given, story)),
      emergency: story?.emergency,
      trail: routing?.resolution.trail ?? [],
      warnings:
        routing && answersForDataset
          ? datasetWarnings(routing, config)
          : undefined,
      form:
        routing &&
        requestForm(
          routing.settings,
          config.requests.maxBeneficiaries,
          routing.dataset,
        ),
      can: {
        decide: toVerdict(requestVerdict('decide', facts)),
        ask: toVerdict(requestVerdict('ask', facts)),
        comment: toVerdict(requestVerdict('comment', facts)),
        withdraw: toVerdict(requestVerdict('withdraw', facts)),
        confirm: confirmFacts
          ? toVerdict(confirmVerdict(confirmFacts))
          : toVerdict('GRANT_NOT_AWAITING'),
      },
    };
  }

  /** Of the request and of the access it led to, as one story. */
  async #history(
    request: RequestRecord,
    { grant, domainGrant }: GivenAccess = {},
    review: EmergencyStory | undefined = undefined,
  ): Promise<{ history: HistoryEntry[]; historyIntact: boolean }> {
    const { audit } = this.#options;
    const [ofRequest, ofGrant, ofDomainGrant] = await Promise.all([
      audit.read('request', [request.id]),
      grant ? audit.read('grant', [grant.id]) : [],
      domainGrant ? audit.read('domain-grant', [domainGrant.id]) : [],
    ]);
    // what was there before the request is not its story
    const since = ofDomainGrant.findIndex(
      ({ facts }) => facts.requestId === request.id,
    );
    const isIntact = (events: AuditEvent[], seq: number) =>
      firstBrokenEvent(events, seq) === undefined;
    return {
      history: [
        ...ofRequest,
        ...ofGrant,
        ...(review?.events ?? []),
        ...(since < 0 ? [] : ofDomainGrant.slice(since)),
      ]
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .map(presentEvent),
      historyIntact:
        isIntact(ofRequest, request.head.seq) &&
        (review?.intact ?? true) &&
        (!grant || isIntact(ofGrant, grant.head.seq)) &&
        (!domainGrant || isIntact(ofDomainGrant, domainGrant.head.seq)),
    };
  }
}

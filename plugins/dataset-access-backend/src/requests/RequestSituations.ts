import type { Entity } from '@backstage/catalog-model';
import type { RequestFacts } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type {
  ApproverService,
  DatasetRouting,
  Deciders,
} from '../approvers/ApproverService';
import { barredUsers } from '../approvers/separationOfDuties';
import type { DatasetAccessConfig } from '../config/readConfig';
import {
  DECIDE_ANY,
  HeldPrivileges,
  READ_ANY_REQUEST,
} from '../permissions/HeldPrivileges';
import type { DatasetReader } from '../datasets/Dataset';
import type { RequestRecord } from './RequestRecord';
import type { RequestResources } from './RequestResources';

/**
 * Whether something a request names is in the catalog. `recreated`: there is another entity of that name now, which has
 * nothing to do with the request (P-32, P-34).
 */
export type Presence = 'present' | 'missing' | 'recreated';

/** A request and what the catalog says about it right now. */
export interface RequestSituation {
  request: RequestRecord;
  /** Only when the dataset is present. */
  routing?: DatasetRouting;
  dataset: Presence;
  beneficiary: Presence;
  beneficiaryMembers: ReadonlySet<string>;
  deciders: Deciders;
}

/** @see RequestSituations */
export interface RequestSituationsOptions {
  directory: Directory;
  reader: DatasetReader;
  requestResources: RequestResources;
  approvers: ApproverService;
  held: HeldPrivileges;
  config: DatasetAccessConfig;
}

const NOBODY: Deciders = { approvers: [], eligible: new Set() };

/**
 * Looks up, live and for many requests at once, what has to be known to say who may do what with them. A hundred
 * requests on one dataset cost the catalog reads of one.
 */
export class RequestSituations {
  readonly #options: RequestSituationsOptions;

  constructor(options: RequestSituationsOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async of(requests: readonly RequestRecord[]): Promise<RequestSituation[]> {
    const { directory } = this.#options;
    const entities = await directory.entities(
      requests.flatMap(({ dataset, beneficiary }) => [
        dataset.ref,
        beneficiary.ref,
      ]),
    );
    const routings = await this.#routings(entities, requests);
    return Promise.all(
      requests.map(request =>
        this.#situation(
          request,
          routings.get(request.dataset.ref),
          entities.get(request.beneficiary.ref),
        ),
      ),
    );
  }

  /** What {@link requestVerdict} asks, for one caller. */
  async facts(
    actor: Actor,
    situations: readonly RequestSituation[],
  ): Promise<RequestFacts[]> {
    const { directory, requestResources, config, held } = this.#options;
    const userRef = actor.kind === 'user' ? actor.ref : undefined;
    const [principals, superusers, known, resources] = await Promise.all([
      userRef ? directory.principalsOf(userRef) : new Set<string>(),
      userRef ? directory.membersOf(config.superusers) : new Set<string>(),
      userRef ? directory.entities([userRef]) : new Map<string, Entity>(),
      requestResources.of(situations.map(({ request }) => request)),
    ]);
    return situations.map((situation, index) => {
      const { request, routing, deciders, beneficiaryMembers } = situation;
      const is = (users: ReadonlySet<string>) =>
        userRef !== undefined && users.has(userRef);
      const resource = resources[index];
      return {
        status: request.status,
        isUser: userRef !== undefined,
        inCatalog: userRef !== undefined && known.has(userRef),
        isSuperuser:
          // only its owners give a domain (design §4), whatever else somebody may decide
          request.datasetLevelAccess === undefined &&
          (is(superusers) || held.by(actor, DECIDE_ANY, request.dataset.ref)),
        isConnected:
          request.requester === userRef ||
          is(superusers) ||
          held.by(actor, READ_ANY_REQUEST, request.dataset.ref) ||
          [
            ...resource.beneficiary,
            ...resource.approver,
            ...resource.owner,
          ].some(ref => principals.has(ref)),
        isRequester: request.requester === userRef,
        isBeneficiary: is(beneficiaryMembers),
        isBeneficiaryItself: request.beneficiary.ref === userRef,
        isApprover:
          is(deciders.eligible) || (routing ? is(routing.members) : false),
        selfApprovalAllowed:
          routing?.settings.requests.selfApproval === 'allow-and-record',
      };
    });
  }

  async #routings(
    entities: Map<string, Entity>,
    requests: readonly RequestRecord[],
  ): Promise<Map<string, DatasetRouting>> {
    const { reader, approvers } = this.#options;
    const refs = [...new Set(requests.map(({ dataset }) => dataset.ref))];
    const routings = await Promise.all(
      refs.map(async ref => {
        const dataset = reader.read(entities.get(ref));
        return dataset && (await approvers.routing(dataset));
      }),
    );
    return new Map(
      routings.flatMap((routing, index) =>
        routing ? [[refs[index], routing]] : [],
      ),
    );
  }

  async #situation(
    request: RequestRecord,
    found: DatasetRouting | undefined,
    beneficiary: Entity | undefined,
  ): Promise<RequestSituation> {
    const { directory, approvers } = this.#options;
    const dataset = presence(found?.dataset.uid, request.dataset.uid);
    const routing = dataset === 'present' ? found : undefined;
    const beneficiaryMembers = await directory.membersOf([
      request.beneficiary.ref,
    ]);
    return {
      request,
      routing,
      dataset,
      beneficiary: presence(beneficiary?.metadata.uid, request.beneficiary.uid),
      beneficiaryMembers,
      deciders: routing
        ? await approvers.deciders(
            routing,
            barredUsers(
              routing.settings,
              request.requester,
              beneficiaryMembers,
            ),
          )
        : NOBODY,
    };
  }
}

function presence(uid: string | undefined, expected: string): Presence {
  if (uid === undefined) {
    return 'missing';
  }
  return uid === expected ? 'present' : 'recreated';
}

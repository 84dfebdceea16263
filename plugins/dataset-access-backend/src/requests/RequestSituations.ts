import type { Entity } from '@backstage/catalog-model';
import type { RequestFacts } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type {
  ApproverService,
  DatasetRouting,
  Deciders,
} from '../approvers/ApproverService';
import { ApprovalState, waitingStep, whoApproved } from '../approvals/Approval';
import { barredUsers } from '../approvers/separationOfDuties';
import type { DatasetAccessConfig } from '../config/readConfig';
import {
  DECIDE_ANY,
  HeldPrivileges,
  READ_ANY_REQUEST,
} from '../permissions/HeldPrivileges';
import type { StandIns, StandIn } from '../delegations/StandIns';
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
  /** Of the step that waits. Those who stand in for one of them are among the eligible. */
  deciders: Deciders;
  /** Those who may decide only because they stand in, and for whom. */
  standingIn: ReadonlyMap<string, string>;
}

/** @see RequestSituations */
export interface RequestSituationsOptions {
  directory: Directory;
  reader: DatasetReader;
  requestResources: RequestResources;
  approvers: ApproverService;
  standIns: Pick<StandIns, 'inForce'>;
  held: HeldPrivileges;
  config: DatasetAccessConfig;
}

const NOBODY: Deciders = {
  approvers: [],
  members: new Set(),
  eligible: new Set(),
  isShort: true,
};

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
    const [routings, standIns] = await Promise.all([
      this.#routings(entities, requests),
      this.#options.standIns.inForce(),
    ]);
    return Promise.all(
      requests.map(request =>
        this.#situation(
          request,
          routings.get(request.dataset.ref),
          entities.get(request.beneficiary.ref),
          standIns,
        ),
      ),
    );
  }

  /**
   * Who decides on a request once it has come to its next step.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async decidersAfter(
    { request, routing, beneficiaryMembers }: RequestSituation,
    approval: ApprovalState,
  ): Promise<Deciders> {
    return routing
      ? this.#deciders(
          { ...request, approval, escalatedAt: undefined },
          routing,
          beneficiaryMembers,
        )
      : NOBODY;
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
          ].some(ref => principals.has(ref)) ||
          // the dataset's approvers follow a request through steps that others take
          (routing ? is(routing.members) : false) ||
          is(new Set(whoApproved(request.approval))),
        isRequester: request.requester === userRef,
        isBeneficiary: is(beneficiaryMembers),
        isBeneficiaryItself: request.beneficiary.ref === userRef,
        isApprover: is(deciders.eligible) || is(deciders.members),
        hasApproved: is(new Set(whoApproved(request.approval))),
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
    standIns: readonly StandIn[],
  ): Promise<RequestSituation> {
    const { directory } = this.#options;
    const dataset = presence(found?.dataset.uid, request.dataset.uid);
    const routing = dataset === 'present' ? found : undefined;
    const beneficiaryMembers = await directory.membersOf([
      request.beneficiary.ref,
    ]);
    const barred = routing
      ? barredFrom(request, routing, beneficiaryMembers)
      : new Set<string>();
    const deciders = routing
      ? await this.#deciders(request, routing, beneficiaryMembers)
      : NOBODY;
    const standingIn = new Map(
      standIns
        .filter(
          ({ approver, delegate }) =>
            // a domain is given by its owners themselves (design §4)
            request.datasetLevelAccess === undefined &&
            deciders.eligible.has(approver) &&
            !deciders.eligible.has(delegate) &&
            !barred.has(delegate),
        )
        .map(({ approver, delegate }) => [delegate, approver]),
    );
    return {
      request,
      routing,
      dataset,
      beneficiary: presence(beneficiary?.metadata.uid, request.beneficiary.uid),
      beneficiaryMembers,
      deciders: {
        ...deciders,
        eligible: new Set([...deciders.eligible, ...standingIn.keys()]),
      },
      standingIn,
    };
  }

  #deciders(
    request: RequestRecord,
    routing: DatasetRouting,
    beneficiaryMembers: ReadonlySet<string>,
  ): Promise<Deciders> {
    return this.#options.approvers.deciders(
      routing,
      barredFrom(request, routing, beneficiaryMembers),
      {
        ...waitingStep(request.approval),
        isEscalated: request.escalatedAt !== undefined,
      },
    );
  }
}

/** Who may not decide on a request: by separation of duties, and because they have approved it already. */
function barredFrom(
  { requester, approval }: RequestRecord,
  { settings }: DatasetRouting,
  beneficiaryMembers: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set([
    ...barredUsers(settings, requester, beneficiaryMembers),
    ...whoApproved(approval),
  ]);
}

function presence(uid: string | undefined, expected: string): Presence {
  if (uid === undefined) {
    return 'missing';
  }
  return uid === expected ? 'present' : 'recreated';
}

import {
  compareLevels,
  DatasetAccess,
  DatasetAccessError,
  effectiveAccess,
  EmergencyOffer,
  ErrorCode,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type {
  ApproverService,
  DatasetRouting,
} from '../approvers/ApproverService';
import type { ApprovalPlan, ApprovalPlans } from '../approvals/ApprovalPlans';
import { presentPlan } from '../approvals/presentPlan';
import type { AskingRight } from '../approvers/AskingRight';
import { barredUsers } from '../approvers/separationOfDuties';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { requestForm } from '../config/requestForm';
import type { EmergencyRules } from '../emergencies/EmergencyRules';
import type { AccessReader } from '../grants/AccessReader';
import { presentGrant } from '../grants/GrantRecord';
import { DECIDE_ANY, HeldPrivileges } from '../permissions/HeldPrivileges';
import { summarize } from '../datasets/Dataset';
import { datasetWarnings, requestRefusal } from '../approvers/requestRefusal';
import type { VisibleDatasets } from '../datasets/VisibleDatasets';

/** What a dataset page needs to know about requests. */
export interface OpenRequests {
  openOnDataset(
    datasetRef: string,
    requester: string,
    principals: readonly string[],
  ): Promise<DatasetAccess['openRequests']>;
}

/** @see DatasetAccessService */
export interface DatasetAccessServiceOptions {
  datasets: VisibleDatasets;
  directory: Directory;
  approvers: ApproverService;
  plans: ApprovalPlans;
  access: AccessReader;
  openRequests: OpenRequests;
  askingRight: AskingRight;
  held: HeldPrivileges;
  emergencyRules: Pick<EmergencyRules, 'offer'>;
  config: DatasetAccessConfig;
  clock: Clock;
}

/**
 * Tells a person what they have on a dataset and may do with it, and why not, from the same functions that decide when
 * they do it. The browser cannot evaluate permission conditions; this is what it asks instead (design §7).
 */
export class DatasetAccessService {
  readonly #options: DatasetAccessServiceOptions;

  constructor(options: DatasetAccessServiceOptions) {
    this.#options = options;
  }

  /**
   * @param datasetRef - canonical
   * @throws `USER_REQUIRED`, `DATASET_NOT_FOUND`, `CATALOG_UNAVAILABLE`
   */
  async get(actor: Actor, datasetRef: string): Promise<DatasetAccess> {
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    const { datasets, directory, approvers, plans, access, openRequests } =
      this.#options;
    const { config, clock, held } = this.#options;
    const dataset = await datasets.get(actor, datasetRef);
    const [routing, principals, superusers, owners] = await Promise.all([
      approvers.routing(dataset),
      directory.principalsOf(actor.ref),
      directory.membersOf(config.superusers),
      directory.membersOf(dataset.owners),
    ]);
    const [{ paths, settingUp }, pending, plan] = await Promise.all([
      access.of(dataset, actor.ref, principals),
      openRequests.openOnDataset(dataset.ref, actor.ref, [...principals]),
      // what a submission will find, whoever it is for: the asker himself never decides
      plans.of(routing, barredUsers(routing.settings, actor.ref, new Set())),
    ]);
    const refusal = await this.#refusal(actor, routing, plan);
    const isApprover = routing.members.has(actor.ref);
    const mends =
      isApprover || owners.has(actor.ref) || superusers.has(actor.ref);
    const now = clock.now();
    return {
      dataset: summarize(dataset),
      request: toVerdict(refusal),
      approvers: plan.steps[0].deciders.approvers,
      approvalSteps: presentPlan(plan),
      trail: routing.resolution.trail,
      warnings: mends ? datasetWarnings(routing, config) : undefined,
      form: requestForm(
        routing.settings,
        config.requests.maxBeneficiaries,
        dataset,
      ),
      access: effectiveAccess(paths),
      openRequests: pending.filter(one => principals.has(one.beneficiary)),
      openForOthers: pending.filter(one => !principals.has(one.beneficiary)),
      settingUp: settingUp
        .sort((a, b) => compareLevels(b.level, a.level))
        .map(grant => presentGrant(grant, now)),
      can: {
        decide:
          isApprover ||
          (dataset.kind === 'dataset' &&
            (superusers.has(actor.ref) ||
              held.by(actor, DECIDE_ANY, dataset.ref))),
        privileges: held.on(actor, dataset.ref),
        takeEmergencyAccess: await this.#emergency(actor, routing),
      },
    };
  }

  /** What may be asked for may be taken in an emergency, by those who may take at all. */
  async #emergency(
    actor: Extract<Actor, { kind: 'user' }>,
    routing: DatasetRouting,
  ): Promise<EmergencyOffer | undefined> {
    const { askingRight, emergencyRules } = this.#options;
    const offer = await emergencyRules.offer(actor.ref, routing);
    return offer && (await askingRight.of(actor, routing.dataset))
      ? offer
      : undefined;
  }

  /** Why the caller cannot file a request here; what a submission would answer before it looks at beneficiaries. */
  async #refusal(
    actor: Actor,
    routing: DatasetRouting,
    { isPossible }: ApprovalPlan,
  ): Promise<ErrorCode | undefined> {
    const { askingRight, config } = this.#options;
    if (!(await askingRight.of(actor, routing.dataset))) {
      return 'FORBIDDEN';
    }
    return (
      requestRefusal(routing, config) ??
      (isPossible ? undefined : 'NO_ELIGIBLE_APPROVER')
    );
  }
}

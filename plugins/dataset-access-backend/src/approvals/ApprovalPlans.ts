import type {
  ApproverService,
  DatasetRouting,
  Deciders,
} from '../approvers/ApproverService';
import type { ApprovalStep } from './Approval';
import { canBeStaffed } from './canBeStaffed';
import { configuredSteps } from './configuredSteps';

/** Who will decide on a request that is filed now. */
export interface ApprovalPlan {
  steps: Array<ApprovalStep & { deciders: Deciders }>;
  /** Every approval that it takes can come from another person. */
  isPossible: boolean;
}

/** Looks ahead: who will decide on a request that is filed now, step by step, and whether it can ever be approved. */
export class ApprovalPlans {
  readonly #approvers: Pick<ApproverService, 'deciders'>;

  constructor(options: { approvers: Pick<ApproverService, 'deciders'> }) {
    this.#approvers = options.approvers;
  }

  /**
   * @param barred - canonical refs of users who may not decide on it
   * @throws `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` where deciding takes privileges
   */
  async of(
    routing: DatasetRouting,
    barred: ReadonlySet<string>,
  ): Promise<ApprovalPlan> {
    const steps = await this.#staff(routing, barred, false);
    return {
      steps,
      isPossible:
        isPossible(steps) ||
        // those who could take a seat may all have taken others; then the escalation approvers step in
        isPossible(await this.#staff(routing, barred, true)),
    };
  }

  #staff(
    routing: DatasetRouting,
    barred: ReadonlySet<string>,
    isEscalated: boolean,
  ): Promise<ApprovalPlan['steps']> {
    return Promise.all(
      configuredSteps(routing.dataset, routing.settings).map(async step => ({
        ...step,
        deciders: await this.#approvers.deciders(routing, barred, {
          step,
          missing: step.needed,
          isEscalated,
        }),
      })),
    );
  }
}

function isPossible(steps: ApprovalPlan['steps']): boolean {
  return canBeStaffed(
    steps.flatMap(({ needed, deciders }) =>
      Array<ReadonlySet<string>>(needed).fill(deciders.eligible),
    ),
  );
}

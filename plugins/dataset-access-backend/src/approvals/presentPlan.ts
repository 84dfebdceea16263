import type { ApprovalPlanStep } from 'backstage-plugin-dataset-access-common';
import { startApproval } from './Approval';
import type { ApprovalPlan } from './ApprovalPlans';

/** The steps of a request that is filed now, as the API shows them; nothing where one approval is enough. */
export function presentPlan({
  steps,
}: ApprovalPlan): ApprovalPlanStep[] | undefined {
  return startApproval(steps)
    ? steps.map(({ by, title, needed, deciders: { approvers } }) => ({
        by,
        title,
        needed,
        approvers,
      }))
    : undefined;
}

import type {
  AccessRequest,
  ApprovalProgress,
} from 'backstage-plugin-dataset-access-common';

/** How many approvals a pending request still takes, all steps counted. */
export function missingApprovals({
  approval,
}: Pick<AccessRequest, 'approval'>): number {
  return approval
    ? approval.steps.reduce(
        (missing, { needed, approvals }) => missing + needed - approvals.length,
        0,
      )
    : 1;
}

/** What may still be given: the wish, as far as those who approved before have not narrowed it. */
export function approvableTerms(
  request: Pick<AccessRequest, 'level' | 'duration' | 'approval'>,
): Pick<ApprovalProgress['terms'], 'level' | 'duration'> {
  return request.approval?.terms ?? request;
}

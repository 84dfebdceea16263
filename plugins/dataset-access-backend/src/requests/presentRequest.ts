import type { AccessRequest } from 'backstage-plugin-dataset-access-common';
import { presentApproval } from '../approvals/Approval';
import { presentDomainGrant } from '../domains/DomainGrantRecord';
import { presentGrant } from '../grants/GrantRecord';
import type { GivenAccess } from './RequestedAccess';
import type { RequestRecord } from './RequestRecord';

/** A request as the API shows it. */
export function presentRequest(
  request: RequestRecord,
  given: GivenAccess | undefined,
  now: Date,
): AccessRequest {
  const { dataset, decision } = request;
  return {
    id: request.id,
    batchId: request.batchId,
    dataset: {
      ref: dataset.ref,
      title: dataset.title,
      source: dataset.source,
    },
    beneficiary: request.beneficiary.ref,
    requester: request.requester,
    level: request.level,
    duration: request.duration,
    datasetLevelAccess: request.datasetLevelAccess,
    reason: request.reason,
    status: request.status,
    waitingOn: request.waitingOn,
    version: request.version,
    approvers: request.approvers,
    createdAt: request.createdAt.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
    pendingUntil: request.pendingUntil.toISOString(),
    decision: decision && {
      by: decision.by,
      onBehalfOf: decision.onBehalfOf,
      rule: decision.rule,
      at: decision.at.toISOString(),
      outcome: request.status === 'approved' ? 'approved' : 'denied',
      comment: decision.comment,
      selfApproval: decision.selfApproval || undefined,
    },
    approval: request.approval && presentedApproval(request),
    escalatedAt: request.escalatedAt?.toISOString(),
    closedBecause: request.cancelReason,
    grant: given?.grant && presentGrant(given.grant, now),
    domainGrant:
      given?.domainGrant && presentDomainGrant(given.domainGrant, now),
  };
}

function presentedApproval({
  approval,
  status,
  decision,
  level,
  duration,
  datasetLevelAccess,
}: RequestRecord) {
  const last =
    decision?.by && status === 'approved'
      ? {
          by: decision.by,
          onBehalfOf: decision.onBehalfOf,
          at: decision.at.toISOString(),
        }
      : undefined;
  return presentApproval(
    approval!,
    { level, duration, datasetLevelAccess },
    last,
  );
}

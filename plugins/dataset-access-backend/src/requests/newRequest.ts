import type {
  Approver,
  Submission,
} from 'backstage-plugin-dataset-access-common';
import { randomUUID } from 'node:crypto';
import { startApproval } from '../approvals/Approval';
import { configuredSteps } from '../approvals/configuredSteps';
import { escalationDue } from '../approvals/escalationDue';
import type { DatasetRouting } from '../approvers/ApproverService';
import { later } from '../clock';
import type { RequestRecord } from './RequestRecord';

/** What the requests of one submission have in common. */
export interface NewRequestBasis {
  batchId: string;
  requester: string;
  routing: DatasetRouting;
  /** With its reason as it will be stored. */
  submission: Submission;
  now: Date;
}

/** A request as it is filed, for one beneficiary. */
export function newRequest(
  { batchId, requester, routing, submission, now }: NewRequestBasis,
  beneficiary: RequestRecord['beneficiary'],
  approvers: Approver[],
): RequestRecord {
  const { ref, uid, title, source } = routing.dataset;
  const { pendingLifetime, reminders } = routing.settings.requests;
  const pendingUntil = later(now, pendingLifetime);
  return {
    id: randomUUID(),
    batchId,
    dataset: { ref, uid, title, source },
    beneficiary,
    requester,
    level: submission.level,
    duration: submission.duration,
    datasetLevelAccess:
      routing.dataset.kind === 'domain'
        ? submission.datasetLevelAccess ?? false
        : undefined,
    reason: submission.reason,
    status: 'pending',
    waitingOn: 'approver',
    version: 1,
    head: { seq: 1, hash: '' },
    approvers,
    approval: startApproval(configuredSteps(routing.dataset, routing.settings)),
    escalateAt: escalationDue(routing.settings, now),
    pendingUntil,
    createdAt: now,
    updatedAt: now,
    reminders: reminders
      .map(wait => later(now, wait))
      .filter(at => at < pendingUntil)
      .sort((a, b) => a.getTime() - b.getTime()),
  };
}

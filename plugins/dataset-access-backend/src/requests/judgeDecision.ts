import {
  Approver,
  compareLevels,
  CurrentState,
  DatasetAccessError,
  Decision,
  durationEnd,
  isAtMost,
  RequestFacts,
  requestVerdict,
} from 'backstage-plugin-dataset-access-common';
import { addApproval, ApprovalState } from '../approvals/Approval';
import { toIso } from '../database/columns';
import type { Dataset } from '../datasets/Dataset';
import type { GrantTerms } from '../grants/newGrant';
import { readOptionalText } from '../texts/readText';
import { approvableTerms, RequestRecord } from './RequestRecord';
import type { RequestSituation } from './RequestSituations';

/** A decision that may be taken, as it will be written. */
export interface JudgedDecision {
  request: RequestRecord;
  /** `pending`: an approval that is not the last one. */
  status: 'approved' | 'denied' | 'pending';
  /** Whose place the decider takes, who may decide only because of that. */
  onBehalfOf?: string;
  /** What the approval leads to, when it is not the last one. */
  approval?: ApprovalState;
  /** Who is asked next, when that completes a step. */
  next?: { approvers: Approver[]; escalateAt: Date | null };
  comment?: string;
  /** For approvals. */
  terms?: GrantTerms;
  /** The dataset as it is now, for approvals. */
  dataset?: Dataset;
  /** Separation of duties is switched off here and was broken. */
  selfApproval: boolean;
}

/** What a request has become, for callers who were too late. */
export function currentState(request: RequestRecord): CurrentState {
  return {
    status: request.status,
    version: request.version,
    decidedBy: request.decision?.by,
    decidedAt: toIso(request.decision?.at),
  };
}

/**
 * Says whether somebody may take a decision now, and what exactly would be decided.
 *
 * @param decider - ref of the user
 * @throws the code of {@link requestVerdict}, `STALE_VERSION`, `WIDER_THAN_REQUESTED`, `BAD_DURATION`, `BAD_REASON`,
 * `DATASET_MISSING`, `BENEFICIARY_MISSING`, `INVALID_REQUEST` for what only the last approval can say
 */
export function judgeDecision(
  { request, routing, beneficiary, standingIn }: RequestSituation,
  facts: RequestFacts,
  decision: Decision,
  decider: string,
  now: Date,
): JudgedDecision {
  const refusal = requestVerdict('decide', facts);
  if (refusal) {
    throw new DatasetAccessError(refusal, {
      current: request.status === 'pending' ? undefined : currentState(request),
    });
  }
  // the sweeper may not have been here yet
  if (request.pendingUntil <= now) {
    throw new DatasetAccessError('REQUEST_EXPIRED', {
      current: currentState(request),
    });
  }
  if (decision.version !== undefined && decision.version !== request.version) {
    throw new DatasetAccessError('STALE_VERSION', {
      current: currentState(request),
    });
  }
  const comment = readOptionalText(decision.comment, 'comment');
  const selfApproval = facts.isRequester || facts.isBeneficiary;
  const onBehalfOf = standingIn.get(decider);
  if (decision.decision === 'deny') {
    if (!comment && routing?.settings.requests.denialNeedsComment) {
      throw new DatasetAccessError('BAD_REASON', {
        message: 'Say in the comment why the request is denied.',
      });
    }
    return { request, status: 'denied', comment, selfApproval, onBehalfOf };
  }
  if (!routing) {
    throw new DatasetAccessError('DATASET_MISSING');
  }
  if (beneficiary !== 'present') {
    throw new DatasetAccessError('BENEFICIARY_MISSING');
  }
  const terms = narrowedTerms(request, decision, now);
  const judged = { request, comment, selfApproval, onBehalfOf };
  const { level, duration, datasetLevelAccess } = terms;
  const approval =
    request.approval &&
    addApproval(
      request.approval,
      { by: decider, onBehalfOf, at: now.toISOString() },
      { level, duration, datasetLevelAccess },
    );
  if (!approval) {
    return { ...judged, status: 'approved', terms, dataset: routing.dataset };
  }
  if (terms.granted || terms.accessNote) {
    throw new DatasetAccessError('INVALID_REQUEST', {
      message:
        'More approvals are needed before the access can be there. Approve without saying that it is granted.',
      details: [{ field: 'granted', problem: 'only with the last approval' }],
    });
  }
  return { ...judged, status: 'pending', approval };
}

/** An approver may give less than was asked for, never more (threat model A11). */
function narrowedTerms(
  request: RequestRecord,
  decision: Decision,
  now: Date,
): GrantTerms {
  const most = approvableTerms(request);
  const level = decision.level ?? most.level;
  const duration = decision.duration ?? most.duration;
  if (duration) {
    durationEnd(duration, now);
  }
  if (
    compareLevels(level, most.level) > 0 ||
    (decision.datasetLevelAccess && !most.datasetLevelAccess) ||
    !isAtMost(duration, most.duration, now)
  ) {
    throw new DatasetAccessError('WIDER_THAN_REQUESTED');
  }
  return {
    level,
    duration,
    granted: decision.granted ?? false,
    datasetLevelAccess:
      most.datasetLevelAccess &&
      (decision.datasetLevelAccess ?? most.datasetLevelAccess),
    accessNote: readOptionalText(decision.accessNote, 'access note'),
  };
}

import {
  compareLevels,
  CurrentState,
  DatasetAccessError,
  Decision,
  durationEnd,
  isAtMost,
  RequestFacts,
  requestVerdict,
} from 'backstage-plugin-dataset-access-common';
import { toIso } from '../database/columns';
import type { Dataset } from '../datasets/Dataset';
import type { GrantTerms } from '../grants/newGrant';
import { readOptionalText } from '../texts/readText';
import type { RequestRecord } from './RequestRecord';
import type { RequestSituation } from './RequestSituations';

/** A decision that may be taken, as it will be written. */
export interface JudgedDecision {
  request: RequestRecord;
  status: 'approved' | 'denied';
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
 * @throws the code of {@link requestVerdict}, `STALE_VERSION`, `WIDER_THAN_REQUESTED`, `BAD_DURATION`, `BAD_REASON`,
 * `DATASET_MISSING`, `BENEFICIARY_MISSING`
 */
export function judgeDecision(
  { request, routing, beneficiary }: RequestSituation,
  facts: RequestFacts,
  decision: Decision,
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
  if (decision.decision === 'deny') {
    if (!comment && routing?.settings.requests.denialNeedsComment) {
      throw new DatasetAccessError('BAD_REASON', {
        message: 'Say in the comment why the request is denied.',
      });
    }
    return { request, status: 'denied', comment, selfApproval };
  }
  if (!routing) {
    throw new DatasetAccessError('DATASET_MISSING');
  }
  if (beneficiary !== 'present') {
    throw new DatasetAccessError('BENEFICIARY_MISSING');
  }
  return {
    request,
    status: 'approved',
    comment,
    selfApproval,
    terms: narrowedTerms(request, decision, now),
    dataset: routing.dataset,
  };
}

/** An approver may give less than was asked for, never more (threat model A11). */
function narrowedTerms(
  request: RequestRecord,
  decision: Decision,
  now: Date,
): GrantTerms {
  const level = decision.level ?? request.level;
  const duration = decision.duration ?? request.duration;
  if (duration) {
    durationEnd(duration, now);
  }
  if (
    compareLevels(level, request.level) > 0 ||
    (decision.datasetLevelAccess && !request.datasetLevelAccess) ||
    !isAtMost(duration, request.duration, now)
  ) {
    throw new DatasetAccessError('WIDER_THAN_REQUESTED');
  }
  return {
    level,
    duration,
    granted: decision.granted ?? false,
    datasetLevelAccess:
      request.datasetLevelAccess &&
      (decision.datasetLevelAccess ?? request.datasetLevelAccess),
    accessNote: readOptionalText(decision.accessNote, 'access note'),
  };
}

import {
  AccessLevel,
  accessLevels,
  AccessRequest,
  compareLevels,
  BulkDecision,
  Decision,
  isAtMost,
  RequestForm,
} from 'backstage-plugin-dataset-access-common';
import { approvableTerms } from '../approval/missingApprovals';

/** What an approver fills in. */
export interface DecisionFormValues {
  level: AccessLevel;
  /** ISO-8601, or empty for access without an end. */
  duration: string;
  comment: string;
  /** The access exists in the source already. */
  granted: boolean;
  accessNote: string;
  /** For a domain that is asked for with its datasets. */
  datasetLevelAccess: boolean;
}

export function initialDecision(
  request: Pick<AccessRequest, 'level' | 'duration' | 'approval'>,
): DecisionFormValues {
  const { level, duration = '' } = approvableTerms(request);
  return {
    level,
    duration,
    comment: '',
    granted: false,
    accessNote: '',
    datasetLevelAccess: true,
  };
}

/** What may be given instead of what was asked for: less, never more (threat model A11). */
export function offeredTerms(
  request: Pick<AccessRequest, 'level' | 'duration' | 'approval'>,
  form: RequestForm | undefined,
  now: Date,
): { levels: AccessLevel[]; durations: string[] } {
  const most = approvableTerms(request);
  return {
    levels: accessLevels.filter(
      level =>
        compareLevels(level, most.level) <= 0 &&
        (form?.levels.includes(level) ?? level === most.level),
    ),
    durations: (form?.durations ?? []).filter(duration =>
      isAtMost(duration, most.duration, now),
    ),
  };
}

/** An approval as it is sent; only what differs from the request is said. */
export function toApproval(
  request: Pick<
    AccessRequest,
    'level' | 'duration' | 'version' | 'datasetLevelAccess' | 'approval'
  >,
  values: DecisionFormValues,
): Decision {
  const most = approvableTerms(request);
  const { level, duration, comment, granted, accessNote } = values;
  return {
    decision: 'approve',
    version: request.version,
    ...(level !== most.level && { level }),
    ...(duration && duration !== most.duration && { duration }),
    ...(request.datasetLevelAccess &&
      !values.datasetLevelAccess && { datasetLevelAccess: false }),
    ...(comment.trim() && { comment }),
    ...(granted && { granted }),
    ...(granted && accessNote.trim() && { accessNote }),
  };
}

export function toDenial(
  request: Pick<AccessRequest, 'version'>,
  { comment }: Pick<DecisionFormValues, 'comment'>,
): Decision {
  return {
    decision: 'deny',
    version: request.version,
    ...(comment.trim() && { comment }),
  };
}

/** The same decision on each of several requests, as they are. */
export function toBulkDecision(
  decision: Decision['decision'],
  requests: ReadonlyArray<
    Pick<AccessRequest, 'id' | 'level' | 'duration' | 'version' | 'approval'>
  >,
  values: Pick<DecisionFormValues, 'comment' | 'granted' | 'accessNote'>,
): BulkDecision {
  return {
    decisions: requests.map(request => ({
      requestId: request.id,
      ...(decision === 'approve'
        ? toApproval(request, { ...initialDecision(request), ...values })
        : toDenial(request, values)),
    })),
  };
}

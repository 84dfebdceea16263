import type { components } from './api.gen';

type Schemas = components['schemas'];

/** @public */
export type Dataset = Schemas['Dataset'];
/** @public */
export type Approver = Schemas['Approver'];
/** @public */
export type ApproverVia = Schemas['ApproverVia'];
/** @public */
export type ResolutionStep = Schemas['ResolutionStep'];
/** @public */
export type ResolutionWarning = Schemas['ResolutionWarning'];
/** @public */
export type RequestForm = Schemas['RequestForm'];
/** @public */
export type DatasetAccess = Schemas['DatasetAccess'];
/** @public */
export type AccessRequest = Schemas['AccessRequest'];
/** @public */
export type AccessRequestPage = Schemas['AccessRequestPage'];
/** @public */
export type AccessRequestDetail = Schemas['AccessRequestDetail'];
/** @public */
export type CancelReason = NonNullable<AccessRequest['closedBecause']>;
/** @public */
export type DecisionRecord = Schemas['DecisionRecord'];
/** @public */
export type HistoryEntry = Schemas['HistoryEntry'];
/** @public */
export type HistoryType = HistoryEntry['type'];
/** @public */
export type CurrentState = Schemas['CurrentState'];
/** @public */
export type Submission = Schemas['Submission'];
/** @public */
export type SubmissionResult = Schemas['SubmissionResult'];
/** @public */
export type SubmissionOutcome = Schemas['SubmissionOutcome'];
/** @public */
export type Decision = Schemas['Decision'];
/** @public */
export type BulkDecision = Schemas['BulkDecision'];
/** @public */
export type BulkDecisionResult = Schemas['BulkDecisionResult'];
/** @public */
export type Comment = Schemas['Comment'];
/** @public */
export type Withdrawal = Schemas['Withdrawal'];
/** @public */
export type Confirmation = Schemas['Confirmation'];
/** @public */
export type AccessGrant = Schemas['AccessGrant'];
/** @public */
export type AccessGrantPage = Schemas['AccessGrantPage'];
/** @public */
export type RequestCounts = Schemas['RequestCounts'];
/** @public */
export type ErrorResponse = Schemas['ErrorResponse'];

/**
 * The language of dataset access: requests, grants, access levels, permissions, error codes and the typed client.
 *
 * @packageDocumentation
 */

export * from './client/types';
export {
  DatasetAccessClient,
  type CallOptions,
  type DatasetAccessClientOptions,
  type GrantQuery,
  type RequestQuery,
} from './client/DatasetAccessClient';
export type { components, operations, paths } from './client/api.gen';
export { durationEnd, isAtMost } from './durations/accessDuration';
export {
  errorCodes,
  type ErrorCode,
  type ErrorCodeSpec,
} from './errors/errorCodes';
export {
  DatasetAccessError,
  isDatasetAccessError,
  type DatasetAccessErrorOptions,
} from './errors/DatasetAccessError';
export {
  effectiveAccess,
  type AccessPath,
  type EffectiveAccess,
} from './grants/effectiveAccess';
export { confirmVerdict, type GrantCallerFacts } from './grants/grantVerdict';
export {
  grantStateAt,
  isBeingSetUp,
  isInForce,
  type GrantFacts,
  type GrantState,
} from './grants/grantState';
export {
  accessLevels,
  compareLevels,
  maxLevel,
  type AccessLevel,
} from './levels/AccessLevel';
export * from './permissions';
export {
  canonicalPrincipalRef,
  canonicalRef,
  isPrincipalRef,
} from './refs/canonicalRef';
export {
  closedRequestCode,
  requestStatuses,
  type RequestStatus,
} from './requests/requestStatus';
export { toVerdict, type Verdict } from './requests/verdict';
export {
  requestVerdict,
  type Refusal,
  type RequestFacts,
  type RequestOperation,
} from './requests/requestVerdict';
export {
  checkPlainText,
  visibleLength,
  type CheckedText,
  type TextBounds,
  type TextProblem,
} from './texts/plainText';
export { DATASET_ACCESS_CHANNEL, type DatasetAccessSignal } from './signals';

/**
 * The language of dataset access: requests, grants, access levels, permissions, error codes and the typed client.
 *
 * @packageDocumentation
 */

export * from './client/types';
export {
  AccessControlClient,
  type ExplainQuery,
  type PolicyQuery,
  type ResponsibilityQuery,
} from './client/AccessControlClient';
export {
  DomainAccessClient,
  type DomainGrantQuery,
  type ManagedDomainQuery,
  type ReplaceGroupDomainsOptions,
} from './client/DomainAccessClient';
export type {
  CallOptions,
  DatasetAccessClientOptions,
} from './client/transport';
export {
  DatasetAccessClient,
  type DelegationQuery,
  type GrantQuery,
  type RequestQuery,
} from './client/DatasetAccessClient';
export { EmergencyClient, type EmergencyQuery } from './client/EmergencyClient';
export {
  GrantClient,
  type DriftQuery,
  type TaskQuery,
} from './client/GrantClient';
export {
  ReviewClient,
  type ReviewItemQuery,
  type ReviewQuery,
} from './client/ReviewClient';
export type { components, operations, paths } from './client/api.gen';
export type {
  AccessFacts,
  ActorFacts,
  CriterionFacts,
  CriterionField,
  CriterionOperator,
  DomainCoverage,
  PersonFacts,
  ResourceFacts,
  ResponsibilityFacts,
  RoleBindingFacts,
  RuleFacts,
  RuleOrigin,
} from './decisions/AccessFacts';
export {
  accessCondition,
  fitsCondition,
  type AccessCondition,
} from './decisions/accessCondition';
export {
  decide,
  type AccessDecision,
  type DecisionPath,
  type DecisionQuery,
  type DenialReason,
  type PathRelation,
} from './decisions/decide';
export {
  DecisionIndex,
  type DecisionIndexOptions,
} from './decisions/DecisionIndex';
export { IndexedResource } from './decisions/IndexedResource';
export { meetsCriteria } from './decisions/meetsCriteria';
export { holdersOf } from './decisions/holdersOf';
export {
  EVERYONE,
  GROUP_MEMBERS,
  rolePrincipal,
} from './decisions/PeopleIndex';
export {
  previewChange,
  type AccessDifference,
  type ChangePreview,
  type RuleChange,
} from './decisions/previewChange';
export {
  isVisibleTo,
  READ_ENTITIES,
  SEE_HIDDEN,
  visibilityCondition,
} from './decisions/visibility';
export { scopesOf, SCOPE_FIELDS } from './decisions/scopesOf';
export { whyNot, type RuleMiss } from './decisions/whyNot';
export {
  domainGrantOf,
  domainGrantRuleIds,
  domainGrantRules,
  type DomainGrantFacts,
} from './domains/domainGrantRules';
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
export {
  confirmVerdict,
  grantReadVerdict,
  removalVerdict,
  returnVerdict,
  revokeVerdict,
  type GrantCallerFacts,
} from './grants/grantVerdict';
export {
  grantStateAt,
  hasEnded,
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
export { levelPrivilege } from './levels/levelPrivilege';
export {
  checkOperation,
  type OperationDecision,
  type OperationDenialReason,
  type OperationQuery,
} from './operations/checkOperation';
export { dataOpsOperations } from './operations/dataOpsOperations';
export type { ObjectRoute, Operation } from './operations/Operation';
export * from './permissions';
export type { Privilege } from './privileges/Privilege';
export {
  PrivilegeRegistry,
  shippedPrivileges,
} from './privileges/privilegeRegistry';
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
export { shippedPolicies } from './roles/shippedPolicies';
export { shippedRoles } from './roles/shippedRoles';
export type { ShippedPolicy, ShippedRole } from './roles/ShippedRole';
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
export { DATASET_ACCESS_TOPIC, type DatasetAccessEvent } from './events';
export { DATASET_ACCESS_CHANNEL, type DatasetAccessSignal } from './signals';

/**
 * Extension points and permission rules of the dataset-access backend.
 *
 * @packageDocumentation
 */

export {
  approverExtensionPoint,
  type ApproverExtensionPoint,
} from './approvers/approverExtensionPoint';
export type {
  ApproverResolution,
  ApproverResolver,
  ApproverSettings,
} from './approvers/ApproverResolver';
export {
  connectorExtensionPoint,
  type ConnectorExtensionPoint,
} from './connectors/connectorExtensionPoint';
export {
  ConnectorProblem,
  type ConnectorProblemCode,
} from './connectors/ConnectorProblem';
export type {
  ConnectorBench,
  ConnectorBenchHook,
  ConnectorBenchHooks,
} from './connectors/conformance/ConnectorBench';
export type { ConnectorRule } from './connectors/conformance/ConnectorRule';
export { connectorRules } from './connectors/conformance/connectorRules';
export type {
  ConnectorCapabilities,
  SourceConnector,
  SourceEntitlement,
  SourceHolding,
  SourceLocation,
  SourceOrder,
  SourceStep,
  SourceTarget,
  SourceWish,
} from './connectors/SourceConnector';
export {
  decisionIndexServiceRef,
  type DecisionIndexService,
  type DecisionSource,
} from './decisions/decisionIndexServiceRef';
export {
  FACT_FIELDS,
  personFacts,
  resourceFacts,
  type EntityFactsOptions,
} from './decisions/entityFacts';
export type { Directory } from './directory/Directory';
export * from './permissions/resourceRefs';
export * from './permissions/rules';
export {
  createCatalogRules,
  SCOPES_KEY,
  type ScopeFilter,
} from './policy/catalogVisibility';
export {
  DatasetAccessPolicy,
  type DatasetAccessPolicyOptions,
} from './policy/DatasetAccessPolicy';

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
export type { Directory } from './directory/Directory';
export * from './permissions/resourceRefs';
export * from './permissions/rules';

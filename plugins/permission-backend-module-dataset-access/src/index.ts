/**
 * The permission policy of Dataset Access, around one of your own.
 *
 * @packageDocumentation
 */

export { permissionModuleDatasetAccess as default } from './module';
export {
  basePolicyExtensionPoint,
  type BasePolicyExtensionPoint,
} from './basePolicyExtensionPoint';

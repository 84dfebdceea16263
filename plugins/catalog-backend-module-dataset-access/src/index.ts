/**
 * Makes catalog reads obey dataset access policies.
 *
 * @packageDocumentation
 */

export { catalogModuleDatasetAccess as default } from './module';

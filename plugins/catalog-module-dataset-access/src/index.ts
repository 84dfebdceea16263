/**
 * The access button on dataset pages of the catalog.
 *
 * @packageDocumentation
 */

export { catalogModuleDatasetAccess as default } from './module';

/**
 * Makes dataset access real in PostgreSQL, with GRANT and REVOKE.
 *
 * @packageDocumentation
 */

export { datasetAccessModulePostgres as default } from './module';
export {
  POSTGRES_OBJECTS_ANNOTATION,
  POSTGRES_ROLE_ANNOTATION,
  POSTGRES_SOURCE_ANNOTATION,
} from './annotations';
export {
  PostgresConnector,
  type PostgresConnectorOptions,
} from './PostgresConnector';
export type {
  PostgresConnection,
  PostgresSettings,
  PostgresSourceSettings,
} from './PostgresSettings';

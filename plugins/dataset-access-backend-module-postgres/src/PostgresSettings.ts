import type { HumanDuration } from '@backstage/types';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';

/**
 * How the connector reaches a server: what the `pg` library takes.
 *
 * @public
 */
export interface PostgresConnection {
  host?: string;
  /** A number, or its digits, as the environment gives them. */
  port?: number | string;
  user?: string;
  password?: string;
  database?: string;
  ssl?:
    | boolean
    | {
        ca?: string;
        cert?: string;
        key?: string;
        servername?: string;
        rejectUnauthorized?: boolean;
      };
}

/**
 * One database that access is given in.
 *
 * @public
 */
export interface PostgresSourceSettings {
  /** A connection string, or its parts. */
  connection: string | PostgresConnection;
  /** The privileges of each level; levels that are left out are not given. Default: those of the guide. */
  levels?: Partial<Record<AccessLevel, string[]>>;
  /** How the role of a user is named. Default: `{name}`. */
  userRole?: string;
  /** How the role of a group is named. Default: `{name}`. */
  groupRole?: string;
  /** How long one statement may take. Default: `PT10S`. */
  statementTimeout?: string | HumanDuration;
}

/**
 * The settings of the connector, as in app-config.
 *
 * @public
 */
export interface PostgresSettings {
  sources: Record<string, PostgresSourceSettings>;
}

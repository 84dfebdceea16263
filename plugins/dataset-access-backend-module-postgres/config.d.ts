type DurationConfig =
  | string
  | {
      years?: number;
      months?: number;
      weeks?: number;
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
      milliseconds?: number;
    };

export interface Config {
  datasetAccess?: {
    connectors?: {
      /** Access in PostgreSQL, given with GRANT and taken back with REVOKE. */
      postgres?: {
        /** The databases, by names that datasets use in the annotation `data-registry/postgres-source`. */
        sources: {
          [name: string]: {
            /**
             * A connection string, or its parts. The role has to be one of its own, that is no superuser and owns nothing; the
             * connectors guide has the statements that make it.
             * @visibility secret
             */
            connection:
              | string
              | {
                  /** Default: `localhost`. */
                  host?: string;
                  /** Default: `5432`. */
                  port?: number | string;
                  /** The role that gives access. */
                  user?: string;
                  /**
                   * Its password.
                   * @visibility secret
                   */
                  password?: string;
                  /** The database that the tables are in. */
                  database?: string;
                  /**
                   * TLS: `true`, or certificates. Default: `false`.
                   * @deepVisibility secret
                   */
                  ssl?:
                    | boolean
                    | {
                        ca?: string;
                        cert?: string;
                        key?: string;
                        servername?: string;
                        rejectUnauthorized?: boolean;
                      };
                };
            /**
             * The privileges on tables and views that each level has; a level has at least those of the lower ones, and one that
             * is left out is not given.
             * Default: `SELECT` for `read-only`; `INSERT`, `UPDATE` and `DELETE` as well for `editor`; also `TRUNCATE`,
             * `REFERENCES` and `TRIGGER` for `owner`.
             */
            levels?: {
              'read-only'?: string[];
              editor?: string[];
              owner?: string[];
            };
            /**
             * Name of a user's role, made of `{name}`, `{namespace}` and `{email-local}` (what is before the @ of the e-mail
             * address). The annotation `data-registry/postgres-role` goes before it.
             * Default: `{name}`.
             */
            userRole?: string;
            /**
             * Name of a group's role, likewise.
             * Default: `{name}`.
             */
            groupRole?: string;
            /**
             * How long one statement may take, waiting for locks included.
             * Default: `PT10S`.
             */
            statementTimeout?: DurationConfig;
          };
        };
      };
    };
  };
}

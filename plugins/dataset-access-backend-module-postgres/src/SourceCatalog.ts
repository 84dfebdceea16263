import type { ClientBase } from 'pg';
import type { ObjectPattern } from './annotations';

/** The account that the connector works with, and the database it is in. */
export interface Account {
  id: number;
  name: string;
  superuser: boolean;
  database: number;
}

/** A role that can get access. */
export interface Role {
  id: number;
  name: string;
}

/** A schema, or a table or view. */
export interface SourceObject {
  id: number;
  /** The id of the schema that it is in; its own for a schema. */
  schema: number;
  schemaName: string;
  /** Absent for a schema. */
  name?: string;
  /** Whether the connector's account owns it, itself or through a role. */
  owned: boolean;
}

/** An object that a pattern found, or the pattern that found none. */
export interface FoundObject {
  pattern: ObjectPattern;
  schemaExists: boolean;
  object?: SourceObject;
}

/** Tables, partitioned and foreign ones, views and materialized views: what one table privilege can be granted on. */
const RELATIONS = `'{r,p,f,v,m}'::"char"[]`;

const OBJECT = `c.oid as id, n.oid as schema, n.nspname as "schemaName", c.relname as name,
  pg_has_role(c.relowner, 'USAGE') as owned`;

/** Reads what a database has, by name or by id. */
export class SourceCatalog {
  constructor(private readonly client: ClientBase) {}

  async account(): Promise<Account> {
    const { rows } = await this.client.query<Account>(
      `select r.oid as id, r.rolname as name, r.rolsuper as superuser, d.oid as database
         from pg_roles r, pg_database d
        where r.rolname = current_user and d.datname = current_database()`,
    );
    return rows[0];
  }

  async roleByName(name: string): Promise<Role | undefined> {
    const { rows } = await this.client.query<Role>(
      'select oid as id, rolname as name from pg_roles where rolname = $1',
      [name],
    );
    return rows[0];
  }

  async rolesById(ids: readonly number[]): Promise<Role[]> {
    const { rows } = await this.client.query<Role>(
      'select oid as id, rolname as name from pg_roles where oid = any($1::oid[])',
      [ids],
    );
    return rows;
  }

  /** At least one answer for every pattern, in their order. */
  async find(patterns: readonly ObjectPattern[]): Promise<FoundObject[]> {
    const { rows } = await this.client.query<{
      place: number;
      schemaExists: boolean;
      object: SourceObject | null;
    }>(
      `select p.place::int4, n.oid is not null as "schemaExists",
              case when c.oid is not null then json_build_object(
                'id', c.oid::int8, 'schema', n.oid::int8, 'schemaName', n.nspname, 'name', c.relname,
                'owned', pg_has_role(c.relowner, 'USAGE')) end as object
         from unnest($1::text[], $2::text[]) with ordinality p(schema, name, place)
         left join pg_namespace n on n.nspname::text = p.schema
         left join pg_class c on c.relnamespace = n.oid and c.relkind = any(${RELATIONS})
                             and (p.name is null or c.relname::text = p.name)
        order by p.place, c.oid`,
      [
        patterns.map(({ schema }) => schema),
        patterns.map(({ name }) => name ?? null),
      ],
    );
    return rows.map(({ place, schemaExists, object }) => ({
      pattern: patterns[place - 1],
      schemaExists,
      object: object ?? undefined,
    }));
  }

  /** The tables and views that there still are of some. */
  async objectsById(ids: readonly number[]): Promise<SourceObject[]> {
    const { rows } = await this.client.query<SourceObject>(
      `select ${OBJECT}
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.oid = any($1::oid[]) and c.relkind = any(${RELATIONS})
        order by n.nspname, c.relname`,
      [ids],
    );
    return rows;
  }

  /** The schemas that there still are of some. */
  async schemasById(ids: readonly number[]): Promise<SourceObject[]> {
    const { rows } = await this.client.query<SourceObject>(
      `select n.oid as id, n.oid as schema, n.nspname as "schemaName",
              pg_has_role(n.nspowner, 'USAGE') as owned
         from pg_namespace n
        where n.oid = any($1::oid[])
        order by n.nspname`,
      [ids],
    );
    return rows;
  }
}

import type { ClientBase } from 'pg';

/** One privilege that one role gave another, or PUBLIC (0), on a schema, table or view. */
export interface AclItem {
  object: number;
  /** The schema that the object is in; its own id for a schema. */
  schema: number;
  grantor: number;
  grantee: number;
  privilege: string;
  /** Whether the grantee may give it to others. */
  grantable: boolean;
}

const ITEM = `a.grantor, a.grantee, a.privilege_type as privilege, a.is_grantable as grantable`;

/**
 * What some roles have on some schemas and on every table and view in these, and on some tables and views wherever they are;
 * and what bystanders have on those schemas, tables and views themselves.
 */
export async function readAclOfRoles(
  client: ClientBase,
  where: {
    roles: number[];
    bystanders: number[];
    objects: number[];
    schemas: number[];
  },
): Promise<AclItem[]> {
  const { rows } = await client.query<AclItem>(
    `select c.oid as object, c.relnamespace as schema, ${ITEM}
       from pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
      where (c.oid = any($1::oid[]) or c.relnamespace = any($2::oid[]))
        and c.relkind = any('{r,p,f,v,m}'::"char"[])
        and (a.grantee = any($3::oid[]) or c.oid = any($1::oid[]) and a.grantee = any($4::oid[]))
     union all
     select n.oid, n.oid, ${ITEM}
       from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
      where n.oid = any($2::oid[]) and (a.grantee = any($3::oid[]) or a.grantee = any($4::oid[]))`,
    [where.objects, where.schemas, where.roles, where.bystanders],
  );
  return rows;
}

/** Somebody's privilege on a table or view. */
export interface HeldItem extends AclItem {
  /** Absent for PUBLIC, and for a role that is no more. */
  holder?: string;
  /** Whether he can use anything in the schema, on whatever ground. */
  schemaUsable: boolean;
}

/** Everybody's privileges on some tables and views, except those of their owners. */
export async function readHeldItems(
  client: ClientBase,
  objects: readonly number[],
): Promise<HeldItem[]> {
  const { rows } = await client.query<HeldItem>(
    `select c.oid as object, c.relnamespace as schema, ${ITEM}, r.rolname as holder,
            case when a.grantee = 0 then has_schema_privilege('public', c.relnamespace, 'USAGE')
                 else coalesce(has_schema_privilege(r.oid, c.relnamespace, 'USAGE'), false)
            end as "schemaUsable"
       from pg_class c
      cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
       left join pg_roles r on r.oid = a.grantee
      where c.oid = any($1::oid[]) and a.grantee <> c.relowner`,
    [objects],
  );
  return rows;
}

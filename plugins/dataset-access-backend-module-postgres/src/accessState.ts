import type { ClientBase } from 'pg';
import { type AclItem, readAclOfRoles } from './accessLists';
import {
  type Account,
  type Role,
  SourceCatalog,
  type SourceObject,
} from './SourceCatalog';
import { objectsOf, type PostgresTarget, schemasOf } from './targets';

/** Privileges at a target. */
export interface TargetPrivileges {
  target: PostgresTarget;
  privileges: readonly string[];
}

/** The part of an order that concerns one source. */
export interface SourceWish {
  wanted?: TargetPrivileges;
  former: PostgresTarget[];
  others: TargetPrivileges[];
}

/** What of a wish exists in its source, and what its roles have there. */
export interface AccessState {
  account: Account;
  roles: ReadonlyMap<number, Role>;
  objects: ReadonlyMap<number, SourceObject>;
  schemas: ReadonlyMap<number, SourceObject>;
  acl: readonly AclItem[];
}

/** First half of an advisory lock, so that it means nothing to other programs: one number for roles, one for schemas. */
const LOCKS = { roles: 0x5da1, schemas: 0x5da2 };

/** All targets in a wish whose roles may gain or lose something. */
export function affectedTargets({
  wanted,
  former,
}: SourceWish): PostgresTarget[] {
  return [...(wanted ? [wanted.target] : []), ...former];
}

/** Reads what a wish is about. */
export async function readAccessState(
  client: ClientBase,
  wish: SourceWish,
): Promise<AccessState> {
  const catalog = new SourceCatalog(client);
  const account = await catalog.account();
  const targets = [
    ...affectedTargets(wish),
    ...wish.others.map(({ target }) => target),
  ];
  const roles = await catalog.rolesById(targets.map(({ role }) => role));
  const objects = await catalog.objectsById(objectsOf(targets));
  const schemas = await catalog.schemasById([
    ...schemasOf(targets),
    ...objects.map(({ schema }) => schema),
  ]);
  return {
    account,
    roles: byId(roles),
    objects: byId(objects),
    schemas: byId(schemas),
    acl: await readAclOfRoles(client, {
      objects: objects.map(({ id }) => id),
      schemas: schemas.map(({ id }) => id),
      roles: roles.map(({ id }) => id),
      // what PUBLIC has, everybody has; what the account has, it may be able to give
      bystanders: [0, account.id],
    }),
  };
}

/**
 * Waits until nobody else changes what these roles have, and then until nobody changes a list of privileges in these schemas:
 * PostgreSQL refuses the second of two that change the same list at a time. Held until the transaction ends, taken in the
 * same order by everybody.
 */
export async function lockAccess(
  client: ClientBase,
  wish: SourceWish,
): Promise<void> {
  const targets = affectedTargets(wish);
  const objects = await new SourceCatalog(client).objectsById(
    objectsOf(targets),
  );
  const locks = {
    roles: targets.map(({ role }) => role),
    schemas: [...schemasOf(targets), ...objects.map(({ schema }) => schema)],
  };
  for (const kind of ['roles', 'schemas'] as const) {
    for (const id of [...new Set(locks[kind])].sort((a, b) => a - b)) {
      // an oid has 32 bits without a sign
      await client.query('select pg_advisory_xact_lock($1, $2)', [
        LOCKS[kind],
        id | 0, // eslint-disable-line no-bitwise
      ]);
    }
  }
}

function byId<T extends { id: number }>(all: T[]): Map<number, T> {
  return new Map(all.map(one => [one.id, one]));
}

import type { Knex } from 'knex';
import { recordChanges } from '../changes/DatabaseChanges';
import { insertMany } from '../database/insertMany';
import type { PageCursor } from '../database/pageCursor';
import { nameKey } from '../policies/PolicyRecord';
import {
  fromBindingRow,
  fromRoleRow,
  RoleBindingRecord,
  RoleBindingRow,
  RoleRecord,
  RoleRow,
  toBindingRow,
} from './RoleRecord';

/** Speaks SQL about roles and who holds them. */
export class DatabaseRoleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds a role, or changes what it is called. An id that was removed comes back to life. */
  async put(trx: Knex.Transaction, role: RoleRecord): Promise<void> {
    await trx('roles').insert(toLivingRow(role)).onConflict('id').merge();
  }

  /** Adds roles whose ids never were in use. */
  async insert(
    trx: Knex.Transaction,
    roles: readonly RoleRecord[],
  ): Promise<void> {
    await insertMany(trx, 'roles', roles.map(toLivingRow));
  }

  /** @param role - its head is that of the removal */
  async remove(
    trx: Knex.Transaction,
    { id, head }: RoleRecord,
    at: Date,
  ): Promise<void> {
    await trx('roles')
      .where({ id })
      .update({ deleted_at: at, event_seq: head.seq });
  }

  /** Sets where the audit chain of a role stands. */
  async advance(
    trx: Knex.Transaction,
    { id, head }: RoleRecord,
  ): Promise<void> {
    await trx('roles').where({ id }).update({ event_seq: head.seq });
  }

  /** Also removed ones, so that their chain goes on when the id is used again. */
  async find(
    id: string,
    connection: Knex = this.#knex,
  ): Promise<(RoleRecord & { isRemoved: boolean }) | undefined> {
    const [role] = await this.findAll([id], connection);
    return role;
  }

  /** As {@link find}, for many. */
  async findAll(
    ids: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<Array<RoleRecord & { isRemoved: boolean }>> {
    const rows = await selectRoles(connection).whereIn('r.id', [
      ...new Set(ids),
    ]);
    return rows.map(row => ({
      ...fromRoleRow(row),
      isRemoved: row.deleted_at !== null,
    }));
  }

  async findByTitle(
    title: string,
    connection: Knex,
  ): Promise<RoleRecord | undefined> {
    const [row] = await selectRoles(connection)
      .whereNull('r.deleted_at')
      .where('r.title_key', nameKey(title));
    return row && fromRoleRow(row);
  }

  /**
   * Shipped ones first, then by title.
   *
   * @param subject - only roles it holds directly
   */
  async list(
    subject?: string,
    connection: Knex = this.#knex,
  ): Promise<RoleRecord[]> {
    const query = selectRoles(connection)
      .whereNull('r.deleted_at')
      .orderBy([
        { column: 'r.shipped', order: 'desc' },
        { column: 'r.title_key', order: 'asc' },
      ]);
    if (subject) {
      query.whereIn(
        'r.id',
        connection('role_bindings')
          .select('role_id')
          .where('subject_ref', subject),
      );
    }
    return (await query).map(fromRoleRow);
  }

  /** How many users and groups each role was given to. */
  async memberCounts(): Promise<Map<string, number>> {
    const rows: Array<{ role_id: string; members: number | string }> =
      await this.#knex('role_bindings')
        .select('role_id', this.#knex.raw('count(*) as members'))
        .groupBy('role_id');
    return new Map(rows.map(row => [row.role_id, Number(row.members)]));
  }

  async bind(
    trx: Knex.Transaction,
    bindings: readonly RoleBindingRecord[],
  ): Promise<void> {
    if (bindings.length > 0) {
      await insertMany(trx, 'role_bindings', bindings.map(toBindingRow));
      await this.#recordBindings(trx, bindings, bindings[0].assignedAt);
    }
  }

  async unbind(
    trx: Knex.Transaction,
    bindings: readonly RoleBindingRecord[],
    at: Date,
  ): Promise<void> {
    if (bindings.length > 0) {
      const ids = bindings.map(({ id }) => id);
      await trx('role_bindings').whereIn('id', ids).delete();
      await this.#recordBindings(trx, bindings, at);
    }
  }

  /** @param ids - absent: all */
  async bindings(
    ids?: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<RoleBindingRecord[]> {
    const query = connection<RoleBindingRow>('role_bindings');
    return (await (ids ? query.whereIn('id', ids) : query)).map(fromBindingRow);
  }

  async bindingsOfSubjects(
    subjects: readonly string[],
    connection: Knex,
  ): Promise<RoleBindingRecord[]> {
    const rows = await connection<RoleBindingRow>('role_bindings').whereIn(
      'subject_ref',
      subjects,
    );
    return rows.map(fromBindingRow);
  }

  async bindingsOfRole(
    roleId: string,
    connection: Knex,
  ): Promise<RoleBindingRecord[]> {
    const rows = await connection<RoleBindingRow>('role_bindings').where(
      'role_id',
      roleId,
    );
    return rows.map(fromBindingRow);
  }

  /** Who holds a role, by ref; one more than the limit when there is more. */
  async membersPage(
    roleId: string,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<RoleBindingRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const query = this.#knex<RoleBindingRow>('role_bindings')
      .where('role_id', roleId)
      .orderBy('subject_ref', backwards ? 'desc' : 'asc')
      .limit(limit + 1);
    if (cursor) {
      query.where('subject_ref', backwards ? '<' : '>', cursor.id);
    }
    const bindings = (await query).map(fromBindingRow);
    return backwards ? bindings.reverse() : bindings;
  }

  async #recordBindings(
    trx: Knex.Transaction,
    bindings: readonly RoleBindingRecord[],
    at: Date,
  ): Promise<void> {
    const ids = bindings.map(({ id }) => id);
    await recordChanges(trx, 'role-binding', ids, at);
  }
}

function toLivingRow(role: RoleRecord): RoleRow & { deleted_at: null } {
  return {
    id: role.id,
    title: role.title,
    title_key: nameKey(role.title),
    description: role.description ?? null,
    shipped: role.shipped,
    exclusive_group: role.exclusiveGroup ?? null,
    event_seq: role.head.seq,
    created_at: role.createdAt,
    created_by: role.createdBy ?? null,
    deleted_at: null,
  };
}

function selectRoles(connection: Knex) {
  return connection('roles as r')
    .select('r.*', 'head.hash as head_hash')
    .leftJoin('audit_events as head', join =>
      join
        .onVal('head.subject_type', 'role')
        .on('head.subject_id', 'r.id')
        .on('head.seq', 'r.event_seq'),
    );
}

import type { Entity } from '@backstage/catalog-model';

/**
 * The catalog's people and groups, read live with the plugin's own credentials. Reads that happen at the same time are
 * batched into one call.
 *
 * @public
 */
export interface Directory {
  /**
   * The entities that exist now, by canonical ref; refs that name nothing are missing from the map. Users and groups come
   * with kind, name, namespace, uid, title, labels, annotations, type, display name and relations; everything else is
   * whole.
   *
   * @throws `CATALOG_UNAVAILABLE` when the catalog cannot be read; nothing is ever taken for absent because of that
   */
  entities(refs: Iterable<string>): Promise<Map<string, Entity>>;

  /**
   * The users that some users and groups stand for: users themselves, and the members of groups and of all their child
   * groups. Cycles are harmless. This is the one membership function: who is notified, who may decide and who is barred
   * are all answered by it (P-04). The users named need not exist; see {@link Directory.entities}.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  membersOf(refs: Iterable<string>): Promise<Set<string>>;

  /**
   * The same relation seen from below: a user, the groups it is a member of, and all their parents; or a group and its
   * parents. For every existing user `u` and group `g`, `principalsOf(u)` has `g` exactly when `membersOf([g])` has `u`.
   * Used for lists, where asking each group would cost a query per row.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  principalsOf(ref: string): Promise<Set<string>>;
}

import type { Knex } from 'knex';

/**
 * Who owns the datasets that requests and grants name, as last seen in the catalog. Lists and permission conditions read
 * it; decisions read the catalog.
 */
export class DatabaseDatasetOwners {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async remember(
    trx: Knex.Transaction,
    datasetRef: string,
    owners: readonly string[],
  ): Promise<void> {
    await trx('dataset_owners')
      .where({ dataset_ref: datasetRef })
      .whereNotIn('owner_ref', owners)
      .delete();
    if (owners.length > 0) {
      await trx('dataset_owners')
        .insert(
          owners.map(owner => ({ dataset_ref: datasetRef, owner_ref: owner })),
        )
        .onConflict(['dataset_ref', 'owner_ref'])
        .ignore();
    }
  }

  /** Owners by dataset, in the order of their refs. */
  async of(datasetRefs: readonly string[]): Promise<Map<string, string[]>> {
    const rows: Array<{ dataset_ref: string; owner_ref: string }> =
      await this.#knex('dataset_owners')
        .whereIn('dataset_ref', [...new Set(datasetRefs)])
        .orderBy('owner_ref');
    const owners = new Map<string, string[]>();
    for (const row of rows) {
      owners.set(row.dataset_ref, [
        ...(owners.get(row.dataset_ref) ?? []),
        row.owner_ref,
      ]);
    }
    return owners;
  }
}

import { BOB, LAKE } from './airlineWorld';
import type { TestProduct } from './TestProduct';
import type { WorldEntity } from './world';

/** A snapshot-only dataset that the airline world does not have yet. */
export const POND = 'resource:default/pond';

const SNAPSHOT_ONLY = 'data-registry/snapshot-only';
const TAG_BASED = 'data-registry/tag-based-access';

/** A dataset of the airline, or elsewhere, with the labels of its kind. */
export function waters(
  ref: string,
  kind: 'snapshot-only' | 'following' | 'tag-based',
  system = 'booking',
): WorldEntity {
  const labels = {
    'snapshot-only': { [SNAPSHOT_ONLY]: 'true' },
    following: undefined,
    'tag-based': { [SNAPSHOT_ONLY]: 'true', [TAG_BASED]: 'true' },
  }[kind];
  return { ref, owners: ['sales'], partOf: [system], labels };
}

/** Changes the catalog, and waits until it is known. */
export async function put(
  product: TestProduct,
  ...entities: WorldEntity[]
): Promise<void> {
  entities.forEach(entity => product.catalog.put(entity));
  await product.access.decisions.refreshCatalog();
}

/** How many snapshots are stored, and how many datasets they hold. */
export async function snapshotRows({
  knex,
}: TestProduct): Promise<[number, number]> {
  const [snapshots, datasets] = await Promise.all([
    knex('domain_snapshots').select('id'),
    knex('domain_snapshot_datasets').select('snapshot_id'),
  ]);
  return [snapshots.length, datasets.length];
}

/** Somebody opens the page of the lake. */
export async function openLake(product: TestProduct): Promise<void> {
  const [, name] = LAKE.split('/');
  const { status, text } = await product.get(
    BOB,
    `/v1/datasets/resource/default/${name}/access`,
  );
  if (status !== 200) {
    throw new Error(`Expected the page, got ${status}: ${text}`);
  }
}

import { BOB, LAKE } from './airlineWorld';
import type { TestProduct } from './TestProduct';
import type { WorldEntity } from './world';

/** A snapshot-only dataset that the airline world does not have yet. */
export const POND = 'resource:default/pond';

const SNAPSHOT_ONLY = { 'data-registry/snapshot-only': 'true' };
const TAG_BASED = { 'data-registry/tag-based-access': 'true' };

type Kind = 'snapshot-only' | 'following' | 'tag-based';

const labelsOf: Record<Kind, WorldEntity['labels']> = {
  'snapshot-only': SNAPSHOT_ONLY,
  following: undefined,
  'tag-based': { ...SNAPSHOT_ONLY, ...TAG_BASED },
};

/** A dataset of the airline, or elsewhere, with the labels of its kind. */
export function waters(
  ref: string,
  kind: Kind,
  system = 'booking',
): WorldEntity {
  return {
    ref,
    owners: ['sales'],
    partOf: [system],
    labels: labelsOf[kind],
  };
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

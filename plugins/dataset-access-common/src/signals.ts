/**
 * The signals channel on which open pages learn that something changed.
 *
 * @public
 */
export const DATASET_ACCESS_CHANNEL = 'dataset-access';

/**
 * A hint to load again; it carries refs and ids only, never content, and may be lost.
 *
 * @public
 */
export type DatasetAccessSignal =
  | { type: 'requests-changed'; datasetRef: string; requestIds: string[] }
  /** Policies, roles or responsibilities. */
  | { type: 'rights-changed' };

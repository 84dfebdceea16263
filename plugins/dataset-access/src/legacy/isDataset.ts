import type { Entity } from '@backstage/catalog-model';
import { ApiHolder, configApiRef } from '@backstage/core-plugin-api';
import { datasetFilter } from '../dataset/datasetFilter';

/**
 * Tells datasets from other entities, as a condition for `EntitySwitch.Case` or as a route's `if` with the app's APIs.
 *
 * @public
 */
export function isDataset(
  entity: Entity,
  context: { apis: ApiHolder },
): boolean {
  const config = context.apis.get(configApiRef);
  return Boolean(config && datasetFilter(config)(entity));
}

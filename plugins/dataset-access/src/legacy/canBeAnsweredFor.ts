import type { Entity } from '@backstage/catalog-model';
import { ApiHolder, configApiRef } from '@backstage/core-plugin-api';
import { responsibilityFilter } from '../responsibilities/responsibilityFilter';

/**
 * Tells entities that somebody can answer for from users, groups, templates and the like, as a condition for
 * `EntitySwitch.Case` around `EntityResponsibilitiesCard`.
 *
 * @public
 */
export function canBeAnsweredFor(
  entity: Entity,
  context: { apis: ApiHolder },
): boolean {
  const config = context.apis.get(configApiRef);
  return Boolean(config && responsibilityFilter(config)(entity));
}

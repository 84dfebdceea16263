import type { ConnectorRule } from './ConnectorRule';
import { failureRules } from './failureRules';
import { orderRules } from './orderRules';
import { readingRules } from './readingRules';
import { sharingRules } from './sharingRules';
import { targetRules } from './targetRules';

/**
 * What every connector has to do, to be checked on a bench of one's own by any test framework. With Jest:
 *
 * ```ts
 * for (const { title, needs, check } of connectorRules) {
 *   const possible = needs.every(hook => HOOKS.includes(hook));
 *   (possible ? it : it.skip)(title, async () => check(await createBench()));
 * }
 * ```
 *
 * @public
 */
export const connectorRules: readonly ConnectorRule[] = [
  ...targetRules,
  ...orderRules,
  ...sharingRules,
  ...readingRules,
  ...failureRules,
];

import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  DecisionIndex,
  ResourceFacts,
} from 'backstage-plugin-dataset-access-common';

/**
 * Has the index that decisions are made from.
 *
 * @public
 */
export interface DecisionSource {
  /** `undefined` when nothing was read yet, or too long ago to be relied on: then nothing is allowed. */
  current(): DecisionIndex | undefined;
  /**
   * Tells the index about an entity that was just read, so that nothing has to wait for the next reading of the whole
   * catalog.
   */
  learn(entity: Entity): void;
  /** How policies look at an entity, by the configuration of the plugin; `undefined` before it has started. */
  describe(entity: Entity): ResourceFacts | undefined;
}

/**
 * The one index of a process. The dataset-access plugin keeps it current; the modules that enforce, which belong to other
 * plugins, read it. They have to run in the same backend process.
 *
 * @public
 */
export interface DecisionIndexService extends DecisionSource {
  /** Called by the dataset-access plugin, once. */
  provide(source: DecisionSource): void;
}

/**
 * @public
 */
export const decisionIndexServiceRef = createServiceRef<DecisionIndexService>({
  id: 'dataset-access.decision-index',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: (): DecisionIndexService => {
        let source: DecisionSource | undefined;
        return {
          provide(newSource) {
            source = newSource;
          },
          current: () => source?.current(),
          learn: entity => source?.learn(entity),
          describe: entity => source?.describe(entity),
        };
      },
    }),
});

import type { Entity } from '@backstage/catalog-model';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import type { SourceConnector } from '../SourceConnector';

/**
 * What somebody who wrote a connector supplies so that the rules can be checked on it: the connector, next to a real source in
 * which nobody has anything at first, and ways to look at that source and to meddle with it. Every rule gets a new one.
 *
 * @public
 */
export interface ConnectorBench extends ConnectorBenchHooks {
  connector: SourceConnector;
  /**
   * Two datasets that the connector serves, which are in the source. They overlap, if datasets can: the rules then see
   * whether what one loses is kept for the other. Each has something that the other has not.
   */
  datasets: readonly [Entity, Entity];
  /** Two users or groups that are in the source. */
  subjects: readonly [Entity, Entity];
  /**
   * The highest level at which somebody can really use all of a dataset, found without the connector: at best by trying it,
   * signed in to the source as the subject. `undefined` for none.
   */
  realLevel(dataset: Entity, subject: Entity): Promise<AccessLevel | undefined>;
  /** What must not be in any message, step or target, such as the connector's password. */
  secrets?: readonly string[];
}

/**
 * Ways to meddle with the source. Rules that need one which is not there are left out.
 *
 * @public
 */
export interface ConnectorBenchHooks {
  /** Makes the source unreachable. @returns what makes it reachable again */
  goDown?(): Promise<() => Promise<void>>;
  /** Removes a subject from the source, with what it has there. */
  dropSubject?(subject: Entity): Promise<void>;
  /** Removes what a dataset is in the source, with what others have on it. */
  dropDataset?(dataset: Entity): Promise<void>;
  /** Gives somebody access as a person would who does not know of the connector. */
  grantBehind?(
    dataset: Entity,
    subject: Entity,
    level: AccessLevel,
  ): Promise<void>;
  /** Takes from somebody what the connector gave, without telling it. */
  revokeBehind?(dataset: Entity, subject: Entity): Promise<void>;
}

/**
 * The name of a way to meddle with the source.
 *
 * @public
 */
export type ConnectorBenchHook = keyof ConnectorBenchHooks;

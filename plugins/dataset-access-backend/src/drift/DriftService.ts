import type {
  DriftOutcome,
  DriftPage,
  DriftQuery,
  DriftResolution,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Differences between sources and what they should allow. */
export interface DriftService {
  /** @throws `BAD_CURSOR`, `BAD_ENTITY_REF`, `CATALOG_UNAVAILABLE` */
  list(actor: Actor, query: DriftQuery): Promise<DriftPage>;

  /**
   * @throws `DRIFT_NOT_FOUND`, `USER_REQUIRED`, `FORBIDDEN`, `DRIFT_SOLVED`, `ACTION_NOT_POSSIBLE`, `SOURCE_PROBLEM`,
   * `CATALOG_UNAVAILABLE`
   */
  resolve(
    actor: Actor,
    driftId: string,
    resolution: DriftResolution,
  ): Promise<DriftOutcome>;
}

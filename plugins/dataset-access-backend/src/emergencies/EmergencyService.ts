import type {
  Emergency,
  EmergencyPage,
  EmergencyQuery,
  EmergencyReviewDraft,
  EmergencyWish,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { RequestCriteria } from '../requests/requestCriteria';

/** Limits that a permission policy puts on a list. */
export interface EmergencyListLimits {
  criteria?: RequestCriteria;
}

/** Access that is taken without asking, and its review. */
export interface EmergencyService {
  /** @see TakeEmergencyAccess.run */
  take(
    actor: Actor,
    datasetRef: string,
    wish: EmergencyWish,
    idempotencyKey?: string,
  ): Promise<Emergency>;

  /**
   * What the caller took, and what he is to review or has reviewed; all of them for superusers and services.
   *
   * @throws `BAD_CURSOR`, `CATALOG_UNAVAILABLE`
   */
  list(
    actor: Actor,
    query: EmergencyQuery,
    limits?: EmergencyListLimits,
  ): Promise<EmergencyPage>;

  /** @see ReviewEmergency.run */
  review(
    actor: Actor,
    id: string,
    draft: EmergencyReviewDraft,
  ): Promise<Emergency>;
}

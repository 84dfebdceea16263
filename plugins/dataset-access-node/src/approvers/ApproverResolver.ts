import type { Entity } from '@backstage/catalog-model';
import type {
  Approver,
  ResolutionStep,
  ResolutionWarning,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from '../directory/Directory';

/**
 * Who decides on a dataset's requests, and how that was found.
 *
 * @public
 */
export interface ApproverResolution {
  /** Empty when nobody can decide: requests are then refused. Each exists and has at least one reachable member. */
  approvers: Approver[];
  /** All that was tried, in order, so that "why am I the approver?" has an answer. */
  trail: ResolutionStep[];
  /** For the owner and the administrators, for example an override that names nothing (S0.16). */
  warnings: ResolutionWarning[];
}

/**
 * The settings for one dataset: the general ones of app-config, changed by those of its domains and its own.
 *
 * @public
 */
export interface ApproverSettings {
  /** Whether owners may decide as well when an override is in force. */
  ownerMayAlsoDecide: boolean;
}

/**
 * Finds the approvers of a dataset. Replace the shipped one through {@link approverExtensionPoint}.
 *
 * @public
 */
export interface ApproverResolver {
  /**
   * @param dataset - the whole catalog entity, as it is now
   * @param directory - people and groups, read live
   * @param settings - as configured for this dataset
   * @throws `CATALOG_UNAVAILABLE` when the catalog cannot be read; an answer is never guessed
   */
  resolve(
    dataset: Entity,
    directory: Directory,
    settings: ApproverSettings,
  ): Promise<ApproverResolution>;
}

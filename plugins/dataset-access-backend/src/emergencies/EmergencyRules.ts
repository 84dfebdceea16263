import {
  AccessLevel,
  accessLevels,
  compareLevels,
  DatasetAccessError,
  effectiveAccess,
  EmergencyOffer,
  ErrorCode,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import { DateTime } from 'luxon';
import type { DatasetRouting } from '../approvers/ApproverService';
import { requestRefusal } from '../approvers/requestRefusal';
import { displayName } from '../catalog/displayName';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { AccessReader } from '../grants/AccessReader';
import type { DatabaseEmergencyStore } from './DatabaseEmergencyStore';
import type { EmergencyRecord } from './EmergencyRecord';

/** @see EmergencyRules */
export interface EmergencyRulesOptions {
  emergencies: DatabaseEmergencyStore;
  directory: Directory;
  access: AccessReader;
  config: DatasetAccessConfig;
}

/**
 * Who may take access without asking, and to what (M10): those named in the configuration, for a short while, on datasets
 * that are not left out, and not again before the last time was reviewed. The page and the operation ask the same functions.
 */
export class EmergencyRules {
  readonly #options: EmergencyRulesOptions;

  constructor(options: EmergencyRulesOptions) {
    this.#options = options;
  }

  /**
   * What somebody may take of a dataset.
   *
   * @throws `EMERGENCY_DISABLED`, `EMERGENCY_NOT_ALLOWED`, a code of {@link requestRefusal}, `CATALOG_UNAVAILABLE`
   */
  async levelsFor(
    userRef: string,
    routing: DatasetRouting,
  ): Promise<AccessLevel[]> {
    const { directory, config } = this.#options;
    const { enabled, allowed, maxLevel } = config.emergency;
    if (!enabled || this.#isLeftOut(routing)) {
      throw new DatasetAccessError('EMERGENCY_DISABLED');
    }
    if (!(await directory.membersOf(allowed)).has(userRef)) {
      throw new DatasetAccessError('EMERGENCY_NOT_ALLOWED');
    }
    const refusal = requestRefusal(routing, config);
    if (refusal) {
      throw new DatasetAccessError(refusal);
    }
    return accessLevels.filter(
      level =>
        compareLevels(level, maxLevel) <= 0 &&
        routing.settings.requests.levels.includes(level),
    );
  }

  /**
   * The levels among some that somebody does not have yet.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async missing(
    userRef: string,
    { dataset }: DatasetRouting,
    levels: readonly AccessLevel[],
  ): Promise<AccessLevel[]> {
    const { directory, access } = this.#options;
    const { paths } = await access.of(
      dataset,
      userRef,
      await directory.principalsOf(userRef),
    );
    const { level: held } = effectiveAccess(paths);
    return levels.filter(level => !held || compareLevels(level, held) > 0);
  }

  /** What a page offers; nothing to those who could not take anything whatever was reviewed. */
  async offer(
    userRef: string,
    routing: DatasetRouting,
  ): Promise<EmergencyOffer | undefined> {
    const { emergencies, config } = this.#options;
    if (!config.emergency.enabled) {
      return undefined;
    }
    const levels = await this.#offered(userRef, routing);
    if (levels.length === 0) {
      return undefined;
    }
    const open = await emergencies.openOf(userRef);
    const error = open && (await this.reviewOpen(open));
    return {
      verdict: error
        ? { allowed: false, code: error.code, message: error.message }
        : { allowed: true },
      openReview: open?.id,
      levels,
      maxDuration: config.emergency.maxDuration,
    };
  }

  /** Says which review is to be done first, and who can do it. */
  async reviewOpen(open: EmergencyRecord): Promise<DatasetAccessError> {
    const refs = open.approvers.map(({ ref }) => ref);
    const named = await this.#options.directory.entities(refs);
    const reviewers = [
      ...refs.map(ref => displayName(named.get(ref), ref)),
      'an administrator',
    ];
    const day = DateTime.fromJSDate(open.takenAt, { zone: 'utc' })
      .setLocale('en')
      .toLocaleString(DateTime.DATE_MED);
    return new DatasetAccessError('EMERGENCY_REVIEW_OPEN', {
      message: `Your emergency access to ${
        open.dataset.title
      } of ${day} has not been reviewed yet. It can be reviewed by ${new Intl.ListFormat(
        'en',
        { type: 'disjunction' },
      ).format(reviewers)}.`,
    });
  }

  async #offered(
    userRef: string,
    routing: DatasetRouting,
  ): Promise<AccessLevel[]> {
    try {
      const levels = await this.levelsFor(userRef, routing);
      return await this.missing(userRef, routing, levels);
    } catch (error) {
      if (error instanceof DatasetAccessError && isRefusal(error.code)) {
        return [];
      }
      throw error;
    }
  }

  /** Fail closed: a label that says anything but that it is allowed leaves the dataset out. */
  #isLeftOut({ dataset }: DatasetRouting): boolean {
    const { disablingLabel } = this.#options.config.emergency;
    const value = dataset.entity.metadata.labels?.[disablingLabel];
    return (
      dataset.kind !== 'dataset' || (value !== undefined && value !== 'enabled')
    );
  }
}

function isRefusal(code: ErrorCode): boolean {
  return code !== 'CATALOG_UNAVAILABLE' && code !== 'DECISIONS_UNAVAILABLE';
}

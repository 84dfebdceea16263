import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { Clock, later } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseGrantQueries } from './DatabaseGrantQueries';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import { GrantRecord, MANUAL } from './GrantRecord';
import type { GrantTransition, GrantTransitions } from './GrantTransitions';

/** @see FollowGrants */
export interface FollowGrantsOptions {
  knex: Knex;
  grants: DatabaseGrantStore;
  grantQueries: DatabaseGrantQueries;
  grantTransitions: GrantTransitions;
  directory: Directory;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

const PAGE = 500;
// A catalog that loses much at once has most likely lost it by mistake
const MASS_LOSS = { atLeast: 10, share: 0.3 };

/** Why a grant counts for nothing for the time being. */
type Absence =
  | 'dataset-gone'
  | 'dataset-recreated'
  | 'subject-gone'
  | 'subject-recreated';

/**
 * Suspends grants whose dataset or subject is gone or is another one of the same name, so that the source follows, and
 * resumes them when the same one is back. Decisions never depend on it: they compare uids themselves (P-34).
 */
export class FollowGrants {
  readonly #options: FollowGrantsOptions;

  constructor(options: FollowGrantsOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE`, in which case nothing more is changed */
  async run(signal?: AbortSignal): Promise<void> {
    const { grantQueries, grants, afterChange, clock } = this.#options;
    const lost: Array<[GrantRecord, Absence]> = [];
    let seen = 0;
    let after = '';
    let page: GrantRecord[];
    do {
      page = await grantQueries.openAfter(after, PAGE);
      after = page.at(-1)?.id ?? after;
      seen += page.length;
      const absences = await this.#absences(page);
      const missing = page.filter(
        grant => absences.has(grant.id) && !grant.missingSince,
      );
      await grants.setMissingSince(idsOf(missing), clock.now());
      const back = page.filter(
        grant => !absences.has(grant.id) && grant.missingSince,
      );
      await grants.setMissingSince(idsOf(back), undefined);
      for (const grant of page) {
        const absence = absences.get(grant.id);
        if (absence && this.#isFinal(grant, absence)) {
          lost.push([grant, absence]);
        } else if (!absence && grant.state === 'suspended') {
          await this.#apply(resumption(grant, clock.now()));
        }
      }
    } while (page.length === PAGE && !signal?.aborted);
    await this.#suspend(lost, seen);
    await afterChange();
  }

  async #absences(page: readonly GrantRecord[]): Promise<Map<string, Absence>> {
    const found = await this.#options.directory.entities(
      page.flatMap(({ dataset, subject }) => [dataset.ref, subject.ref]),
    );
    const uid = (ref: string) => found.get(ref)?.metadata.uid;
    return new Map(
      page.flatMap(({ id, dataset, subject }): Array<[string, Absence]> => {
        if (uid(dataset.ref) !== dataset.uid) {
          return [
            [id, found.has(dataset.ref) ? 'dataset-recreated' : 'dataset-gone'],
          ];
        }
        if (uid(subject.ref) !== subject.uid) {
          return [
            [id, found.has(subject.ref) ? 'subject-recreated' : 'subject-gone'],
          ];
        }
        return [];
      }),
    );
  }

  /** Entities can vanish for a minute or two while they move (threat model C2); another one of that name is no such case. */
  #isFinal(grant: GrantRecord, absence: Absence): boolean {
    const { clock, config } = this.#options;
    if (grant.state === 'suspended') {
      return false;
    }
    return (
      absence.endsWith('-recreated') ||
      (grant.missingSince !== undefined &&
        later(grant.missingSince, config.requests.missingGrace) <= clock.now())
    );
  }

  async #suspend(
    lost: ReadonlyArray<[GrantRecord, Absence]>,
    seen: number,
  ): Promise<void> {
    const { clock, logger } = this.#options;
    if (
      lost.length >= MASS_LOSS.atLeast &&
      lost.length > seen * MASS_LOSS.share
    ) {
      logger.error(
        `${lost.length} of ${seen} grants have lost their dataset or subject at once. That looks like a fault of the catalog, so none of them is suspended.`,
      );
      return;
    }
    for (const [grant, because] of lost) {
      await this.#apply({
        grant,
        at: clock.now(),
        type: 'grant-suspended',
        change: { state: 'suspended' },
        facts: { because },
      });
    }
  }

  async #apply(transition: GrantTransition): Promise<void> {
    const { knex, grantTransitions, logger } = this.#options;
    try {
      await runTransaction(knex, trx =>
        grantTransitions.apply(trx, transition),
      );
    } catch (error) {
      logger.warn(
        `Grant ${
          transition.grant.id
        } could not be brought in step with the catalog: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

/** A connector has to make it real again before it counts; nobody has taken it back by hand. */
function resumption(grant: GrantRecord, at: Date): GrantTransition {
  const byHand = grant.activatedAt ? 'active' : 'awaiting-provisioning';
  return {
    grant,
    at,
    type: 'grant-resumed',
    change: {
      state: grant.connector === MANUAL ? byHand : 'provisioning',
      missingSince: null,
    },
    facts: {},
  };
}

function idsOf(grants: readonly GrantRecord[]): string[] {
  return grants.map(({ id }) => id);
}

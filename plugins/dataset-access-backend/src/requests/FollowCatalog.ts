import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  Approver,
  CancelReason,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { Clock, later } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import { formerApproversMessage } from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import type { DatabaseRequestStore } from './DatabaseRequestStore';
import type { RequestSituation, RequestSituations } from './RequestSituations';
import type { RequestTransitions } from './RequestTransitions';

/** @see FollowCatalog */
export interface FollowCatalogOptions {
  knex: Knex;
  store: DatabaseRequestStore;
  queries: DatabaseRequestQueries;
  situations: RequestSituations;
  transitions: RequestTransitions;
  owners: DatabaseDatasetOwners;
  outbox: DatabaseOutboxStore;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

const PAGE = 200;
// A catalog that loses much at once has most likely lost it by mistake
const MASS_LOSS = { atLeast: 10, share: 0.3 };

/**
 * Keeps pending requests in step with the catalog: routes them to new approvers and tells old and new ones, remembers
 * owners, and closes requests whose dataset or beneficiary is gone for good (P-06, P-16). Decisions never depend on it;
 * they read the catalog themselves.
 */
export class FollowCatalog {
  readonly #options: FollowCatalogOptions;

  constructor(options: FollowCatalogOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE`, in which case nothing more is changed */
  async run(signal?: AbortSignal): Promise<void> {
    const { queries, situations, logger, afterChange } = this.#options;
    const gone: RequestSituation[] = [];
    let seen = 0;
    let last: string | undefined;
    do {
      const page = await queries.pendingAfter(last, PAGE);
      last = page.length === PAGE ? page[page.length - 1].id : undefined;
      seen += page.length;
      const looked = await situations.of(page);
      await this.#rememberOwners(looked);
      for (const situation of looked) {
        try {
          if (await this.#follow(situation)) {
            gone.push(situation);
          }
        } catch (error) {
          logger.warn(
            `Request ${
              situation.request.id
            } could not be brought in step with the catalog: ${stringifyError(
              error,
            )}`,
          );
        }
      }
    } while (last && !signal?.aborted);
    await this.#cancel(gone, seen);
    await afterChange();
  }

  /** @returns whether the request has lost its dataset or beneficiary for good */
  async #follow(situation: RequestSituation): Promise<boolean> {
    const { store, config, clock } = this.#options;
    const { request, dataset, beneficiary } = situation;
    const now = clock.now();
    if (dataset === 'recreated' || beneficiary === 'recreated') {
      return true;
    }
    if (dataset === 'missing' || beneficiary === 'missing') {
      if (!request.missingSince) {
        // entities can vanish for a minute or two while they move (threat model C2)
        await store.setMissingSince([request.id], now);
        return false;
      }
      return later(request.missingSince, config.requests.missingGrace) <= now;
    }
    if (request.missingSince) {
      await store.setMissingSince([request.id], undefined);
    }
    await this.#reroute(situation);
    return false;
  }

  async #reroute({ request, deciders }: RequestSituation): Promise<void> {
    const { knex, store, transitions, outbox, clock } = this.#options;
    const approvers = deciders.eligible.size > 0 ? deciders.approvers : [];
    if (refs(approvers) === refs(request.approvers)) {
      return;
    }
    const now = clock.now();
    await runTransaction(knex, async trx => {
      const [changed] = await transitions.apply(trx, {
        requests: [request],
        at: now,
        type: approvers.length > 0 ? 'approver-changed' : 'approver-lost',
        change: { approvers },
        facts: () => ({
          from: request.approvers.map(one => ({ ...one })),
          to: approvers.map(one => ({ ...one })),
        }),
      });
      if (changed) {
        await store.replaceApprovers(trx, request, approvers);
        const former = request.approvers.map(({ ref }) => ref);
        const subject = { ...request, seq: request.head.seq + 1 };
        await outbox.enqueue(
          trx,
          [formerApproversMessage(subject, former)],
          now,
        );
      }
    });
  }

  async #rememberOwners(looked: RequestSituation[]): Promise<void> {
    const { knex, owners } = this.#options;
    const datasets = new Map(
      looked.flatMap(({ routing }) =>
        routing ? [[routing.dataset.ref, routing.dataset.owners]] : [],
      ),
    );
    const known = await owners.of([...datasets.keys()]);
    for (const [ref, current] of datasets) {
      const before = known.get(ref) ?? [];
      if ([...current].sort().join() !== before.join()) {
        await runTransaction(knex, trx => owners.remember(trx, ref, current));
      }
    }
  }

  async #cancel(gone: RequestSituation[], seen: number): Promise<void> {
    const { knex, transitions, clock, logger } = this.#options;
    if (
      gone.length >= MASS_LOSS.atLeast &&
      gone.length > seen * MASS_LOSS.share
    ) {
      logger.error(
        `${gone.length} of ${seen} pending requests have lost their dataset or beneficiary at once. That looks like a fault of the catalog, so none of them is cancelled.`,
      );
      return;
    }
    for (const situation of gone) {
      const cancelReason = cancelReasonOf(situation);
      await runTransaction(knex, trx =>
        transitions.apply(trx, {
          requests: [situation.request],
          at: clock.now(),
          type: 'cancelled',
          change: { status: 'cancelled', newVersion: true, cancelReason },
          facts: () => ({ because: cancelReason }),
        }),
      );
    }
  }
}

function cancelReasonOf({
  dataset,
  beneficiary,
}: RequestSituation): CancelReason {
  if (dataset !== 'present') {
    return dataset === 'recreated' ? 'dataset-recreated' : 'dataset-gone';
  }
  return beneficiary === 'recreated'
    ? 'beneficiary-recreated'
    : 'beneficiary-gone';
}

function refs(approvers: readonly Approver[]): string {
  return approvers
    .map(({ ref }) => ref)
    .sort()
    .join();
}

import {
  DatasetAccessError,
  RequestFacts,
  RequestOperation,
  requestVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import { currentState } from './judgeDecision';
import type { RequestRecord } from './RequestRecord';
import type { RequestSituations } from './RequestSituations';
import type {
  RequestTransition,
  RequestTransitions,
} from './RequestTransitions';

/** A change that somebody wants to make to one request. */
export interface WantedChange {
  requestId: string;
  operation: RequestOperation;
  /** The version the caller looked at. */
  version?: number;
  /** What to write, once it is clear that the caller may. */
  transition(
    request: RequestRecord,
    facts: RequestFacts,
  ): Omit<RequestTransition, 'requests' | 'at' | 'actor'>;
}

/** @see ChangeRequest */
export interface ChangeRequestOptions {
  knex: Knex;
  queries: DatabaseRequestQueries;
  situations: RequestSituations;
  transitions: RequestTransitions;
  clock: Clock;
}

const ATTEMPTS = 5;

/** Changes one pending request: looks, judges, writes, and looks again when somebody else wrote in between. */
export class ChangeRequest {
  readonly #options: ChangeRequestOptions;

  constructor(options: ChangeRequestOptions) {
    this.#options = options;
  }

  /**
   * @throws the code of {@link requestVerdict}, `STALE_VERSION`, `CATALOG_UNAVAILABLE`, `RETRY_LATER`
   */
  async run(actor: Actor, wanted: WantedChange): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await this.#try(actor, wanted)) {
        return;
      }
    }
    throw new DatasetAccessError('RETRY_LATER');
  }

  async #try(actor: Actor, wanted: WantedChange): Promise<boolean> {
    const { knex, queries, situations, transitions, clock } = this.#options;
    const [request] = await queries.get([wanted.requestId]);
    if (!request) {
      throw new DatasetAccessError('REQUEST_NOT_FOUND');
    }
    const [facts] = await situations.facts(
      actor,
      await situations.of([request]),
    );
    const refusal = requestVerdict(wanted.operation, facts);
    if (refusal) {
      throw new DatasetAccessError(refusal, {
        current:
          request.status === 'pending' || refusal === 'REQUEST_NOT_FOUND'
            ? undefined
            : currentState(request),
      });
    }
    if (wanted.version !== undefined && wanted.version !== request.version) {
      throw new DatasetAccessError('STALE_VERSION', {
        current: currentState(request),
      });
    }
    const transition = wanted.transition(request, facts);
    const changed = await runTransaction(knex, trx =>
      transitions.apply(trx, {
        ...transition,
        requests: [request],
        at: clock.now(),
        actor: actor.kind === 'user' ? actor.ref : undefined,
      }),
    );
    return changed.length > 0;
  }
}

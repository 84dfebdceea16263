import type { Actor } from '../actors/Actor';
import type { GrantOrigin, GrantOrigins } from '../grants/GrantOrigins';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import type { RequestSituations } from './RequestSituations';

/** Requests as the origins of grants. */
export class RequestOrigins implements GrantOrigins {
  readonly #queries: DatabaseRequestQueries;
  readonly #situations: RequestSituations;

  constructor(options: {
    queries: DatabaseRequestQueries;
    situations: RequestSituations;
  }) {
    this.#queries = options.queries;
    this.#situations = options.situations;
  }

  async of(actor: Actor, requestId: string): Promise<GrantOrigin | undefined> {
    const [request] = await this.#queries.get([requestId]);
    if (!request) {
      return undefined;
    }
    const [situation] = await this.#situations.of([request]);
    const [facts] = await this.#situations.facts(actor, [situation]);
    return {
      requestId,
      batchId: request.batchId,
      facts,
      routing: situation.routing,
    };
  }
}

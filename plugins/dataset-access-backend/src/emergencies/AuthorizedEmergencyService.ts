import {
  DatasetAccessError,
  Emergency,
  EmergencyPage,
  EmergencyQuery,
  EmergencyReviewDraft,
  EmergencyWish,
  requestDecidePermission,
  requestReadPermission,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { AskingRight } from '../approvers/AskingRight';
import type { VisibleDatasets } from '../datasets/VisibleDatasets';
import type { RequestPolicy } from '../requests/RequestPolicy';
import type { EmergencyService } from './EmergencyService';

/** @see AuthorizedEmergencyService */
export interface AuthorizedEmergencyServiceOptions {
  service: EmergencyService;
  policy: RequestPolicy;
  datasets: VisibleDatasets;
  askingRight: AskingRight;
}

/**
 * Lets the portal's permission policy narrow what may be done in emergencies. Emergency access is recorded as a request, so
 * the permissions on requests count: to take it is to ask, to review it is to decide.
 */
export class AuthorizedEmergencyService implements EmergencyService {
  readonly #options: AuthorizedEmergencyServiceOptions;

  constructor(options: AuthorizedEmergencyServiceOptions) {
    this.#options = options;
  }

  async take(
    actor: Actor,
    datasetRef: string,
    wish: EmergencyWish,
    idempotencyKey?: string,
  ): Promise<Emergency> {
    const { service, askingRight, datasets } = this.#options;
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    // read as the caller, so that a hidden dataset is not given away by a refusal
    const dataset = await datasets.get(actor, datasetRef);
    if (!(await askingRight.of(actor, dataset))) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    return service.take(actor, datasetRef, wish, idempotencyKey);
  }

  async list(actor: Actor, query: EmergencyQuery): Promise<EmergencyPage> {
    const { service, policy } = this.#options;
    const { denied, criteria } = await policy.decide(
      actor,
      requestReadPermission,
    );
    if (denied) {
      return { items: [] };
    }
    const page = await service.list(actor, query, { criteria });
    return { ...page, items: await this.#narrow(actor, page.items) };
  }

  async review(
    actor: Actor,
    id: string,
    draft: EmergencyReviewDraft,
  ): Promise<Emergency> {
    const { service, policy } = this.#options;
    const readable = await policy.allows(actor, requestReadPermission, [id]);
    if (readable.size === 0) {
      throw new DatasetAccessError('EMERGENCY_NOT_FOUND');
    }
    const allowed = await policy.allows(actor, requestDecidePermission, [id]);
    if (allowed.size === 0) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    return service.review(actor, id, draft);
  }

  /** Screens must not offer what is refused. */
  async #narrow(actor: Actor, items: Emergency[]): Promise<Emergency[]> {
    const ids = items
      .filter(({ can }) => can.review.allowed)
      .map(({ id }) => id);
    const allowed = await this.#options.policy.allows(
      actor,
      requestDecidePermission,
      ids,
    );
    return items.map(one =>
      one.can.review.allowed && !allowed.has(one.id)
        ? { ...one, can: { review: toVerdict('FORBIDDEN') } }
        : one,
    );
  }
}

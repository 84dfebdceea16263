import type {
  AccessGrant,
  AccessGrantPage,
  Confirmation,
  GrantQuery,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { ConfirmGrant } from './ConfirmGrant';
import type { GrantCallLimits, GrantService } from './GrantService';
import type { ListGrants } from './ListGrants';

/** @see DefaultGrantService */
export interface DefaultGrantServiceOptions {
  list: ListGrants;
  confirm: ConfirmGrant;
  /** Told after each change, so that what follows from it happens now and not at the next sweep. */
  afterChange: () => Promise<void>;
}

/** Grants with the rules of the product, which hold with the permission framework on or off. */
export class DefaultGrantService implements GrantService {
  readonly #options: DefaultGrantServiceOptions;

  constructor(options: DefaultGrantServiceOptions) {
    this.#options = options;
  }

  async list(
    actor: Actor,
    query: GrantQuery,
    limits?: GrantCallLimits,
  ): Promise<AccessGrantPage> {
    return this.#options.list.run(actor, query, limits);
  }

  async confirm(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant> {
    const grant = await this.#options.confirm.run(actor, grantId, confirmation);
    await this.#options.afterChange();
    return grant;
  }
}

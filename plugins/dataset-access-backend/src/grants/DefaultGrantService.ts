import type {
  AccessGrant,
  AccessGrantDetail,
  AccessGrantPage,
  Confirmation,
  GrantQuery,
  GrantReturn,
  Revocation,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import { COMMENT_BOUNDS, readOptionalText, readText } from '../texts/readText';
import type { ConfirmGrant } from './ConfirmGrant';
import type { ConfirmRemoval } from './ConfirmRemoval';
import type { EndGrant } from './EndGrant';
import type { GrantCallLimits, GrantService } from './GrantService';
import type { ListGrants } from './ListGrants';
import type { ReadGrant } from './ReadGrant';

/** @see DefaultGrantService */
export interface DefaultGrantServiceOptions {
  list: ListGrants;
  read: ReadGrant;
  confirm: ConfirmGrant;
  end: EndGrant;
  removal: ConfirmRemoval;
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

  async get(actor: Actor, grantId: string): Promise<AccessGrantDetail> {
    return this.#options.read.run(actor, grantId);
  }

  async confirm(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant> {
    return this.#changed(
      this.#options.confirm.run(actor, grantId, confirmation),
    );
  }

  async revoke(
    actor: Actor,
    grantId: string,
    { version, reason }: Revocation,
  ): Promise<AccessGrant> {
    const text = readText(reason, COMMENT_BOUNDS, 'reason');
    return this.#changed(
      this.#options.end.run(actor, grantId, {
        reason: 'revoked',
        version,
        text,
      }),
    );
  }

  async return(
    actor: Actor,
    grantId: string,
    { version, comment }: GrantReturn,
  ): Promise<AccessGrant> {
    const text = readOptionalText(comment, 'comment');
    return this.#changed(
      this.#options.end.run(actor, grantId, {
        reason: 'returned',
        version,
        text,
      }),
    );
  }

  async confirmRemoval(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant> {
    return this.#changed(
      this.#options.removal.run(actor, grantId, confirmation),
    );
  }

  async #changed(change: Promise<AccessGrant>): Promise<AccessGrant> {
    const grant = await change;
    await this.#options.afterChange();
    return grant;
  }
}

import {
  AccessGrant,
  Confirmation,
  DatasetAccessError,
  grantStateAt,
  removalVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import { readOptionalText } from '../texts/readText';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import type { GrantFactsReader } from './GrantFactsReader';
import { presentGrant } from './GrantRecord';
import type { GrantTransitions } from './GrantTransitions';

/** @see ConfirmRemoval */
export interface ConfirmRemovalOptions {
  knex: Knex;
  grants: DatabaseGrantStore;
  grantFacts: GrantFactsReader;
  grantTransitions: GrantTransitions;
  clock: Clock;
}

/** Records that a person has taken ended access back in the source. */
export class ConfirmRemoval {
  readonly #options: ConfirmRemovalOptions;

  constructor(options: ConfirmRemovalOptions) {
    this.#options = options;
  }

  /** @throws as {@link GrantService.confirmRemoval} */
  async run(
    actor: Actor,
    grantId: string,
    { version, accessNote }: Confirmation,
  ): Promise<AccessGrant> {
    const { knex, grants, grantFacts, grantTransitions, clock } = this.#options;
    const note = readOptionalText(accessNote, 'access note');
    const [grant] = await grants.get([grantId]);
    if (!grant) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    const refusal = removalVerdict(await grantFacts.of(actor, grant));
    if (refusal || actor.kind !== 'user') {
      throw new DatasetAccessError(refusal ?? 'USER_REQUIRED');
    }
    if (version !== undefined && version !== grant.version) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    const now = clock.now();
    const isExpired = grantStateAt(grant, now) === 'expired';
    const removed = await runTransaction(knex, trx =>
      grantTransitions.apply(trx, {
        grant,
        at: now,
        actor: actor.ref,
        type: 'grant-removed',
        change: {
          state: isExpired ? 'expired' : 'revoked',
          // the sweeper may not have been here yet
          end:
            grant.end ??
            (grant.expiresAt && { at: grant.expiresAt, reason: 'expired' }),
          removedAt: now,
          nextReminderAt: null,
        },
        facts: { connector: grant.connector },
        text: note,
      }),
    );
    if (!removed) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    const [after] = await grants.get([grantId]);
    return presentGrant(after, now);
  }
}

import {
  AccessGrant,
  DatasetAccessError,
  GrantEndReason,
  grantStateAt,
  returnVerdict,
  revokeVerdict,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseGrantStore, GrantChange } from './DatabaseGrantStore';
import type { GrantFactsReader } from './GrantFactsReader';
import { GrantRecord, MANUAL, presentGrant } from './GrantRecord';
import type { GrantTransitions } from './GrantTransitions';

/** How somebody ends access before its time. */
export interface GrantEnding {
  reason: Extract<GrantEndReason, 'revoked' | 'returned'>;
  version?: number;
  text?: string;
}

/** @see EndGrant */
export interface EndGrantOptions {
  knex: Knex;
  grants: DatabaseGrantStore;
  grantFacts: GrantFactsReader;
  grantTransitions: GrantTransitions;
  clock: Clock;
}

const ATTEMPTS = 5;
const verdicts = { revoked: revokeVerdict, returned: returnVerdict };
const events = {
  revoked: 'grant-revoked',
  returned: 'grant-returned',
} as const;

/**
 * Ends access before its time: taken back by who answers for the dataset, or given back by its holder. It counts here at once;
 * the source follows, and until it has, the grant is `revoking` (design §4, threat model H4).
 */
export class EndGrant {
  readonly #options: EndGrantOptions;

  constructor(options: EndGrantOptions) {
    this.#options = options;
  }

  /** @throws as {@link GrantService.revoke} and {@link GrantService.return} */
  async run(
    actor: Actor,
    grantId: string,
    ending: GrantEnding,
  ): Promise<AccessGrant> {
    const { grants, grantFacts, clock } = this.#options;
    // a grant that changes in other ways under our hands ends nevertheless
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const [grant] = await grants.get([grantId]);
      if (!grant) {
        throw new DatasetAccessError('GRANT_NOT_FOUND');
      }
      const now = clock.now();
      if (isRepeated(actor, grant, ending)) {
        return presentGrant(grant, now);
      }
      const refusal = verdicts[ending.reason](
        await grantFacts.of(actor, grant),
      );
      if (refusal || actor.kind !== 'user') {
        throw new DatasetAccessError(refusal ?? 'USER_REQUIRED');
      }
      if (ending.version !== undefined && ending.version !== grant.version) {
        throw new DatasetAccessError('STALE_VERSION');
      }
      if (await this.#end(actor.ref, grant, ending, now)) {
        const [ended] = await grants.get([grantId]);
        return presentGrant(ended, now);
      }
    }
    throw new DatasetAccessError('RETRY_LATER');
  }

  async #end(
    by: string,
    grant: GrantRecord,
    { reason, text }: GrantEnding,
    now: Date,
  ): Promise<boolean> {
    const { knex, grantTransitions } = this.#options;
    const change = endOf(grant, { at: now, reason, by });
    return runTransaction(knex, trx =>
      grantTransitions.apply(trx, {
        grant,
        change,
        at: now,
        actor: by,
        type: events[reason],
        facts: { was: grantStateAt(grant, now) },
        text,
      }),
    );
  }
}

/** What becomes of a grant that ends before its time: what no source ever had is over at once. */
export function endOf(
  grant: GrantRecord,
  end: NonNullable<GrantRecord['end']>,
): GrantChange {
  const neverReal =
    grant.connector === MANUAL && grant.activatedAt === undefined;
  return {
    state: neverReal ? 'revoked' : 'revoking',
    end,
    removedAt: neverReal ? end.at : undefined,
    nextReminderAt: null,
    escalatedAt: null,
  };
}

/** The same person doing the same again, for instance after a lost connection (threat model D3). */
function isRepeated(
  actor: Actor,
  { end }: GrantRecord,
  { reason }: GrantEnding,
): boolean {
  return (
    actor.kind === 'user' && end?.by === actor.ref && end.reason === reason
  );
}

import {
  AccessGrant,
  Confirmation,
  confirmVerdict,
  DatasetAccessError,
  durationEnd,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import { readOptionalText } from '../texts/readText';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import type { GrantFactsReader } from './GrantFactsReader';
import { GrantRecord, presentGrant } from './GrantRecord';
import { firstReminder } from './grantReminders';
import type { GrantTransitions } from './GrantTransitions';

/** @see ConfirmGrant */
export interface ConfirmGrantOptions {
  knex: Knex;
  grants: DatabaseGrantStore;
  grantFacts: GrantFactsReader;
  grantTransitions: GrantTransitions;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** Records that the access exists in the source: the grant becomes active and its clock starts (design §4). */
export class ConfirmGrant {
  readonly #options: ConfirmGrantOptions;

  constructor(options: ConfirmGrantOptions) {
    this.#options = options;
  }

  /** @throws as {@link GrantService.confirm} */
  async run(
    actor: Actor,
    grantId: string,
    { version, accessNote }: Confirmation,
  ): Promise<AccessGrant> {
    const { grants, grantFacts, clock } = this.#options;
    const note = readOptionalText(accessNote, 'access note');
    const [grant] = await grants.get([grantId]);
    if (!grant) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    const refusal = confirmVerdict(await grantFacts.of(actor, grant));
    const isRepeated =
      refusal === 'GRANT_NOT_AWAITING' &&
      actor.kind === 'user' &&
      grant.confirmedBy === actor.ref;
    if (isRepeated) {
      return presentGrant(grant, clock.now());
    }
    if (refusal || actor.kind !== 'user') {
      throw new DatasetAccessError(refusal ?? 'USER_REQUIRED');
    }
    if (version !== undefined && version !== grant.version) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    const now = clock.now();
    if (!(await this.#activate(actor.ref, grant, note, now))) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    const [active] = await grants.get([grantId]);
    return presentGrant(active, now);
  }

  async #activate(
    confirmedBy: string,
    grant: GrantRecord,
    accessNote: string | undefined,
    now: Date,
  ): Promise<boolean> {
    const { knex, grantTransitions, config } = this.#options;
    const expiresAt = grant.duration
      ? durationEnd(grant.duration, now)
      : undefined;
    return runTransaction(knex, trx =>
      grantTransitions.apply(trx, {
        grant,
        at: now,
        actor: confirmedBy,
        type: 'grant-confirmed',
        change: {
          state: 'active',
          confirmedBy,
          accessNote,
          activatedAt: now,
          expiresAt,
          nextReminderAt: firstReminder(expiresAt, now, config),
        },
        facts: { expiresAt: expiresAt?.toISOString() ?? null },
        text: accessNote,
      }),
    );
  }
}

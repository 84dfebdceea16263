import {
  AccessGrant,
  Confirmation,
  confirmVerdict,
  DatasetAccessError,
  durationEnd,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import { appendToChain } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import { noticeMessages } from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { readOptionalText } from '../texts/readText';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import type { GrantFactsReader } from './GrantFactsReader';
import type { GrantOrigin, GrantOrigins } from './GrantOrigins';
import { GrantRecord, presentGrant } from './GrantRecord';
import { confirmation as confirmationEntry } from './newGrant';

/** @see ConfirmGrant */
export interface ConfirmGrantOptions {
  knex: Knex;
  grants: DatabaseGrantStore;
  grantFacts: GrantFactsReader;
  origins: GrantOrigins;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
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
    const { grants, origins, grantFacts, clock } = this.#options;
    const note = readOptionalText(accessNote, 'access note');
    const [grant] = await grants.get([grantId]);
    const origin =
      grant?.requestId && (await origins.of(actor, grant.requestId));
    if (!grant || !origin) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    const refusal = confirmVerdict(
      await grantFacts.of(actor, grant, origin.facts, origin.routing),
    );
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
    if (!(await this.#activate(actor.ref, grant, origin, note, now))) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    const [active] = await grants.get([grantId]);
    return presentGrant(active, now);
  }

  async #activate(
    confirmedBy: string,
    grant: GrantRecord,
    { requestId, batchId }: GrantOrigin,
    accessNote: string | undefined,
    now: Date,
  ): Promise<boolean> {
    const { knex, grants, audit, outbox } = this.#options;
    const expiresAt = grant.duration
      ? durationEnd(grant.duration, now)
      : undefined;
    const event = appendToChain(
      { type: 'grant', id: grant.id },
      grant.head,
      confirmationEntry(confirmedBy, now, expiresAt, accessNote),
    );
    return runTransaction(knex, async trx => {
      const activated = await grants.activate(trx, grant, {
        confirmedBy,
        accessNote,
        activatedAt: now,
        expiresAt,
      });
      if (activated) {
        await audit.append(trx, [event]);
        await outbox.enqueue(
          trx,
          noticeMessages(
            'grant-confirmed',
            [{ id: requestId, batchId, seq: event.seq }],
            confirmedBy,
          ),
          now,
        );
      }
      return activated;
    });
  }
}

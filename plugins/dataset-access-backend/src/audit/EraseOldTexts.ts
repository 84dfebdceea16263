import type { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';

/** @see EraseOldTexts */
export interface EraseOldTextsOptions {
  knex: Knex;
  config: DatasetAccessConfig;
  clock: Clock;
}

const PAGE = 500;
/** Grants in these states give nothing any more, here or in the source. */
const OVER = ['revoked', 'expired'];

/**
 * Erases reasons, comments and notes about requests and grants that are over, once they are as old as configured (threat model
 * K5). Who did what and when stays for ever, and so does that there was a text: its digest keeps the chain whole.
 */
export class EraseOldTexts {
  readonly #options: EraseOldTextsOptions;

  constructor(options: EraseOldTextsOptions) {
    this.#options = options;
  }

  /** Page by page, so that nobody waits for it; does nothing where no age is configured. */
  async run(signal?: AbortSignal): Promise<void> {
    const { knex, config, clock } = this.#options;
    const { eraseTextsAfter } = config.history;
    if (!eraseTextsAfter) {
      return;
    }
    const before = DateTime.fromJSDate(clock.now(), { zone: 'utc' })
      .minus(Duration.fromISO(eraseTextsAfter))
      .toJSDate();
    let erased = PAGE;
    while (erased === PAGE && !signal?.aborted) {
      erased = await knex('audit_events')
        .whereRaw('(subject_type, subject_id, seq) in ?', [
          oldTexts(knex, before),
        ])
        .update({ text: null, text_salt: null });
    }
    await knex('access_grants')
      .whereNotNull('access_note')
      .whereIn('state', OVER)
      .where('updated_at', '<', before)
      .update({ access_note: null });
  }
}

function oldTexts(knex: Knex, before: Date): Knex.QueryBuilder {
  const living = knex('access_grants as g')
    .select(knex.raw('1'))
    .whereRaw('g.request_id = r.id')
    .whereNotIn('g.state', OVER);
  return knex('audit_events as e')
    .select('e.subject_type', 'e.subject_id', 'e.seq')
    .whereNotNull('e.text')
    .where('e.at', '<', before)
    .where(over =>
      over
        .where(ofRequest =>
          ofRequest
            .where('e.subject_type', 'request')
            .whereExists(
              knex('access_requests as r')
                .select(knex.raw('1'))
                .whereRaw('r.id = e.subject_id')
                .whereNot('r.status', 'pending')
                .whereNotExists(living),
            ),
        )
        .orWhere(ofGrant =>
          ofGrant
            .where('e.subject_type', 'grant')
            .whereExists(
              knex('access_grants as g')
                .select(knex.raw('1'))
                .whereRaw('g.id = e.subject_id')
                .whereIn('g.state', OVER),
            ),
        ),
    )
    .orderBy('e.at')
    .limit(PAGE);
}

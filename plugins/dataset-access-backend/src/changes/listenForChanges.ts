import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { CHANGES_CHANNEL } from './DatabaseChanges';

/** @see listenForChanges */
export interface ListenOptions {
  knex: Knex;
  logger: LoggerService;
  /** Something may have changed. */
  onWake: () => void;
  /** Ends the listening. */
  signal: AbortSignal;
}

const HEARTBEAT_MS = 30_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 30_000;

/**
 * Listens on a PostgreSQL connection of its own, outside the pool, for as long as the process runs. After every new
 * connection it wakes once, for what was said while nobody listened.
 *
 * Polling goes on beside it: a pooler in between may swallow what is said here.
 */
export async function listenForChanges(options: ListenOptions): Promise<void> {
  const { logger, signal } = options;
  for (let failures = 0; !signal.aborted; ) {
    try {
      await listenOnce(options, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS);
      failures += 1;
      logger.warn(
        `Lost the channel for changes, trying again in ${delay} ms; polling goes on: ${stringifyError(
          error,
        )}`,
      );
      await sleep(delay, undefined, { signal }).catch(() => {});
    }
  }
}

/** @returns never: it throws when the connection ends */
async function listenOnce(
  { knex, onWake, signal }: ListenOptions,
  onListening: () => void,
): Promise<never> {
  const attempt = new AbortController();
  const client: Client = await knex.client.acquireRawConnection();
  try {
    const ended = new Promise<never>((_, reject) => {
      // stays attached: an error that nobody listens for ends the process
      client.on('error', reject);
      client.on('end', () => reject(new Error('the connection ended')));
      signal.addEventListener('abort', () => reject(signal.reason), {
        once: true,
        signal: attempt.signal,
      });
    });
    ended.catch(() => {}); // it may fail while LISTEN is still under way
    client.on('notification', onWake);
    // the heartbeat replaces LISTEN as what operators see, so the name has to say what this is
    await client.query(`set application_name = 'dataset-access listener'`);
    await client.query(`listen ${client.escapeIdentifier(CHANGES_CHANNEL)}`);
    onListening();
    onWake();
    const heartbeat = setInterval(
      () =>
        client.query('select 1').catch(error => client.emit('error', error)),
      HEARTBEAT_MS,
    );
    return await ended.finally(() => clearInterval(heartbeat));
  } finally {
    attempt.abort();
    await knex.client.destroyRawConnection(client).catch(() => {});
  }
}

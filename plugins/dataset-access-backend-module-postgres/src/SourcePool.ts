import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { DatabaseError, Pool, type PoolClient, type PoolConfig } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { isConflict, toProblem } from './databaseProblem';
import type { SourceOptions } from './sourceOptions';

const MAX_CONNECTIONS = 4;
const CONNECT_MS = 5_000;
/** How much longer we wait than the server works; then the connection is taken for dead. */
const ANSWER_MS = 2_000;
const IDLE_MS = 30_000;
const MAX_ATTEMPTS = 5;

/** `read` sees one state of the database throughout and changes nothing. */
export type TransactionMode = 'read' | 'write';

const BEGIN: Record<TransactionMode, string> = {
  read: 'begin isolation level repeatable read read only',
  // each statement has to see what others did before it got its locks
  write: 'begin isolation level read committed read write',
};

/** The connections to one source. Settings are made per transaction, so that poolers in between do no harm. */
export class SourcePool {
  readonly #pool: Pool;
  readonly #timeoutMs: number;
  readonly #closing = new AbortController();

  constructor(
    readonly name: string,
    { connection, statementTimeoutMs }: SourceOptions,
    logger?: Pick<LoggerService, 'warn'>,
  ) {
    this.#timeoutMs = statementTimeoutMs;
    const where: PoolConfig =
      typeof connection === 'string'
        ? { connectionString: connection }
        : connection;
    this.#pool = new Pool({
      ...where,
      application_name: 'dataset-access',
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      idleTimeoutMillis: IDLE_MS,
      query_timeout: statementTimeoutMs + ANSWER_MS,
      keepAlive: true,
      allowExitOnIdle: true,
    });
    // an idle connection that the server ends is replaced; without a listener it would end the process (J1)
    this.#pool.on('error', error =>
      logger?.warn(
        `Lost an idle connection: ${toProblem(name, error).message}`,
      ),
    );
  }

  /**
   * Does some work in one transaction, all or nothing. Tried again a few times when somebody else changed the same at the
   * same instant.
   *
   * @throws ConnectorProblem, or Error for what PostgreSQL has no words for; neither tells anything of the connection
   */
  async transaction<T>(
    mode: TransactionMode,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(mode, work);
      } catch (error) {
        if (!isConflict(error) || attempt === MAX_ATTEMPTS) {
          throw toProblem(this.name, error);
        }
        await sleep(Math.random() * 20 * 2 ** attempt, undefined, {
          signal: this.#closing.signal,
        });
      }
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#pool.end();
  }

  async #once<T>(
    mode: TransactionMode,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await this.#pool.connect();
    // between two statements nobody else listens for the end of a connection (J1)
    const ignore = () => {};
    client.on('error', ignore);
    let broken = false;
    try {
      await client.query(BEGIN[mode]);
      await client.query(
        `select set_config('search_path', 'pg_catalog', true),
                set_config('statement_timeout', $1, true),
                set_config('lock_timeout', $1, true),
                set_config('idle_in_transaction_session_timeout', $1, true)`,
        [String(this.#timeoutMs)],
      );
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      broken = !(await rolledBack(client, error));
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }
}

/** Whether the transaction was ended and the connection can be used again. */
async function rolledBack(
  client: PoolClient,
  error: unknown,
): Promise<boolean> {
  // after anything else, such as an answer that did not come, it may still be busy
  if (error instanceof DatabaseError || error instanceof ConnectorProblem) {
    return client.query('rollback').then(
      () => true,
      () => false,
    );
  }
  return false;
}

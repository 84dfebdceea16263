import type { Knex } from 'knex';
import { ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { ReplicaOptions } from './replica';

/** An answer over HTTP, or `undefined` status when the process died instead of answering. */
export interface ReplicaAnswer {
  status?: number;
  body?: {
    outcomes?: Array<{ outcome: string; requestId: string }>;
    status?: string;
    decision?: { by: string; outcome: string };
    error?: { code: string; current?: { decidedBy?: string; status?: string } };
  };
}

/** A backend process that tests talk to over HTTP and kill. */
export class ReplicaProcess {
  readonly #child: ChildProcess;
  readonly #port: number;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;

  static async start(options: ReplicaOptions): Promise<ReplicaProcess> {
    const child = fork(join(__dirname, 'replica.ts'), [], {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: { ...process.env, REPLICA: JSON.stringify(options) },
    });
    const gone = new Promise<void>(resolve => {
      child.once('exit', () => resolve());
    });
    const port = await new Promise<number>((resolve, reject) => {
      child.on('message', message => {
        const told = message as { port?: number };
        if (told.port) {
          resolve(told.port);
        }
      });
      // a process may also die on its way up, when what it finds leads it past its crash point
      void gone.then(() => resolve(0));
      child.once('error', reject);
    });
    return new ReplicaProcess(child, port, gone);
  }

  private constructor(child: ChildProcess, port: number, gone: Promise<void>) {
    this.#child = child;
    this.#port = port;
    this.gone = gone;
  }

  async post(
    user: string,
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<ReplicaAnswer> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.#port}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${user}`,
          ...headers,
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    } catch {
      return {};
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.gone;
  }
}

/** How another process reaches a database; knex keeps the password from being listed, and so from being passed on. */
export function connectionOf(knex: Knex): Knex.Config {
  const { client, connection } = knex.client.config;
  return {
    client,
    connection: { ...connection, password: connection.password },
  };
}

/** Looks again until something is true; the test's own time limit ends it. */
export async function until<T>(
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen) {
      return seen;
    }
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

import type { Knex } from 'knex';
import { ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DecisionFlip,
  ReplicaAnnouncement,
  ReplicaCommand,
  ReplicaOptions,
  WatchedDecision,
} from './replica';

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
  /**
   * Processes that were closed. Nothing of what they served is left in them, but their code is loaded, which takes a second
   * otherwise.
   */
  static readonly #idle = new Set<ReplicaProcess>();

  readonly #child: ChildProcess;
  #port = 0;
  /** Code that was replaced by a naive variant stays replaced. */
  #isSpoilt = false;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;

  /** Takes an idle process, or a new one. */
  static async start(options: ReplicaOptions): Promise<ReplicaProcess> {
    const [replica = new ReplicaProcess()] = ReplicaProcess.#idle;
    ReplicaProcess.#idle.delete(replica);
    replica.#isSpoilt = options.naive !== undefined;
    await replica.#tell({ serve: options });
    return replica;
  }

  /** For the end of a test file. */
  static async killIdle(): Promise<void> {
    await Promise.all([...ReplicaProcess.#idle].map(replica => replica.kill()));
    ReplicaProcess.#idle.clear();
  }

  private constructor() {
    this.#child = fork(join(__dirname, 'replica.ts'), [], {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      // where node would put it by itself
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      },
    });
    this.gone = new Promise<void>((resolve, reject) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', reject);
    });
  }

  /** Reports every change of a decision in the replica. */
  async watch(
    decision: WatchedDecision,
    onFlip: (flip: DecisionFlip) => void,
  ): Promise<void> {
    this.#child.on('message', message => {
      if (typeof message === 'object' && 'flippedTo' in message) {
        onFlip(message as DecisionFlip);
      }
    });
    await this.#tell({ watch: decision });
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

  /** Stops it in good order, as a deployment would, and leaves the process to a later start. */
  async close(): Promise<void> {
    await this.#tell('close');
    if (this.#isSpoilt) {
      await this.kill();
    } else {
      ReplicaProcess.#idle.add(this);
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.gone;
  }

  /** @returns when the process has answered, or is gone: it may also die of what it is told to do */
  async #tell(command: ReplicaCommand): Promise<void> {
    const answered = new Promise<void>(resolve => {
      const listen = (message: unknown) => {
        const answer = message as ReplicaAnnouncement;
        const isAnswer =
          answer === 'closed' || answer === 'watching' || 'port' in answer;
        if (isAnswer) {
          if (answer !== 'watching') {
            this.#port = answer === 'closed' ? 0 : answer.port;
          }
          this.#child.off('message', listen);
          resolve();
        }
      };
      this.#child.on('message', listen);
    });
    this.#child.send(command);
    await Promise.race([answered, this.gone]);
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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type {
  DatabaseOutboxStore,
  LaneChoice,
  LaneLease,
  LanePause,
  WaitingMessage,
} from './DatabaseOutboxStore';
import type { OutboxHandler } from './OutboxMessage';

const LANES_PER_CLAIM = 5;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;
/** From here on a failing message is an operator's business. */
const ALARM_AFTER_ATTEMPTS = 8;

/** @see OutboxWorker */
export interface OutboxWorkerOptions {
  store: DatabaseOutboxStore;
  handlers: Record<string, OutboxHandler>;
  clock: Clock;
  logger: LoggerService;
  /** How long a lane stays with a worker that shows no sign of life, in ms. */
  leaseMs: number;
  /** Absent: all lanes. */
  lanes?: LaneChoice;
  /** How long a message that fails waits at most for the next attempt, in ms. Default: five minutes. */
  longestRetryMs?: number;
  /** A message that fails stops its lane until it is delivered, rather than be overtaken. */
  inOrder?: boolean;
}

/**
 * Delivers what the outbox holds, at least once, for as long as it takes: a failed message is tried again with growing
 * pauses up to a longest one and never given up. One bad message never stops the others, unless their order matters.
 *
 * Every replica has one. They share the work by leasing lanes; a lane whose worker died is taken over when its lease
 * has run out.
 */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  readonly #holder = randomUUID();
  #running: Promise<boolean> | undefined;
  #again = false;
  #stopped = false;

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
  }

  /** Starts delivering, and returns at once. Calls while it works make it look once more. */
  wake(): void {
    void this.drain();
  }

  /**
   * Delivers until nothing waits. Never rejects: what fails is logged and tried again later.
   *
   * @returns whether there was anything
   */
  async drain(): Promise<boolean> {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Lets the message in hand finish, and takes no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<boolean> {
    const { store, clock, leaseMs, logger, lanes } = this.#options;
    let worked = false;
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        const now = clock.now();
        const leases = await store.claim(
          this.#holder,
          now,
          new Date(now.getTime() + leaseMs),
          LANES_PER_CLAIM,
          lanes,
        );
        this.#again ||= leases.length > 0;
        worked ||= leases.length > 0;
        await Promise.all(leases.map(lease => this.#deliverLane(lease)));
      }
    } catch (error) {
      logger.warn(
        `The outbox could not be read; the next sweep tries again: ${stringifyError(
          error,
        )}`,
      );
    }
    return worked;
  }

  async #deliverLane(
    lease: LaneLease & Pick<LanePause, 'enqueued'>,
  ): Promise<void> {
    const { store, clock, leaseMs, inOrder } = this.#options;
    let held = true;
    const heartbeat = setInterval(() => {
      const until = new Date(clock.now().getTime() + leaseMs);
      store.extend(lease, until).then(
        stillOurs => {
          held = stillOurs;
        },
        // the next beat tries again; without any the lease runs out, which is what it is for
        () => {},
      );
    }, leaseMs / 3);
    let retryAt: Date | undefined;
    try {
      for (const message of await store.waiting(lease.lane)) {
        if (!held || this.#stopped) {
          break;
        }
        const isDue = !message.retryAt || message.retryAt <= clock.now();
        const retry = isDue
          ? await this.#deliver(lease, message)
          : message.retryAt;
        if (retry && (!retryAt || retry < retryAt)) {
          retryAt = retry;
        }
        if (retry && inOrder) {
          break;
        }
      }
    } finally {
      clearInterval(heartbeat);
      await store.release(
        lease,
        retryAt && { until: retryAt, enqueued: lease.enqueued },
      );
    }
  }

  /** @returns when to try again, if it failed */
  async #deliver(
    lease: LaneLease,
    message: WaitingMessage,
  ): Promise<Date | undefined> {
    const { store, handlers, clock, logger } = this.#options;
    const { longestRetryMs = LONGEST_RETRY_MS } = this.#options;
    try {
      const handler = handlers[message.kind];
      if (!handler) {
        throw new Error(`Nothing delivers messages of kind ${message.kind}`);
      }
      await handler(message.payload);
      await store.complete(lease, message, clock.now());
      return undefined;
    } catch (error) {
      const attempt = message.attempts + 1;
      const text = stringifyError(error);
      const report = `Delivery of ${message.kind} ${message.position} failed (attempt ${attempt}), it will be tried again: ${text}`;
      if (attempt < ALARM_AFTER_ATTEMPTS) {
        logger.warn(report);
      } else if (attempt % Math.ceil(LONGEST_RETRY_MS / longestRetryMs) === 0) {
        // those that are tried more often are reported as often as the others
        logger.error(report);
      }
      const retryAt = new Date(
        clock.now().getTime() + retryDelay(attempt, longestRetryMs),
      );
      await store.recordFailure(message, text, retryAt);
      return retryAt;
    }
  }
}

/** Grows, and differs by up to a quarter, so that what failed together is not tried again together. */
function retryDelay(attempt: number, longestMs: number): number {
  const delay = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), longestMs / 1.25);
  return delay * (0.75 + Math.random() / 2);
}

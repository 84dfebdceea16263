import type { OutboxWorker } from './OutboxWorker';

/** Several workers, each with lanes of its own, so that what is slow in those of one holds up nothing in those of another. */
export class OutboxWorkers {
  readonly #workers: readonly OutboxWorker[];

  constructor(workers: readonly OutboxWorker[]) {
    this.#workers = workers;
  }

  /** Starts delivering, and returns at once. */
  wake(): void {
    this.#workers.forEach(worker => worker.wake());
  }

  /** Delivers until nothing waits. Never rejects. */
  async drain(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.drain()));
  }

  /** Lets the messages in hand finish, and takes no other. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.stop()));
  }
}

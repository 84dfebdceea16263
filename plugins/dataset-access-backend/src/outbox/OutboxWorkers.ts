import type { OutboxWorker } from './OutboxWorker';

/** Several workers, each with lanes of its own, so that what is slow in those of one holds up nothing in those of another. */
export class OutboxWorkers {
  readonly #workers: readonly OutboxWorker[];

  constructor(workers: readonly OutboxWorker[]) {
    this.#workers = workers;
  }

  /** Starts delivering, and returns at once. */
  wake(): void {
    void this.drain();
  }

  /** Delivers until nothing waits, also of what comes from delivering. Never rejects. */
  async drain(): Promise<void> {
    let worked = true;
    while (worked) {
      const each = await Promise.all(
        this.#workers.map(worker => worker.drain()),
      );
      worked = each.some(Boolean);
    }
  }

  /** Lets the messages in hand finish, and takes no other. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.stop()));
  }
}

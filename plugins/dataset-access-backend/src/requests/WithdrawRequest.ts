import {
  isDatasetAccessError,
  Withdrawal,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { ChangeRequest } from './ChangeRequest';

/** Takes a pending request back. Doing it twice is doing it once. */
export class WithdrawRequest {
  readonly #change: ChangeRequest;

  constructor(options: { change: ChangeRequest }) {
    this.#change = options.change;
  }

  /** @throws as {@link ChangeRequest.run} */
  async run(
    actor: Actor,
    requestId: string,
    { version }: Withdrawal,
  ): Promise<void> {
    try {
      await this.#change.run(actor, {
        requestId,
        operation: 'withdraw',
        version,
        transition: () => ({
          type: 'withdrawn',
          change: { status: 'withdrawn', newVersion: true },
        }),
      });
    } catch (error) {
      // who gets this far might have withdrawn it himself, and the answer to a repeated call was lost
      if (!isDatasetAccessError(error) || error.code !== 'REQUEST_WITHDRAWN') {
        throw error;
      }
    }
  }
}

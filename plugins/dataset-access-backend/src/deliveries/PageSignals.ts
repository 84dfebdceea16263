import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { DATASET_ACCESS_CHANNEL } from 'backstage-plugin-dataset-access-common';
import type { OutboxHandler } from '../outbox/OutboxMessage';
import type { DatabaseRequestQueries } from '../requests/DatabaseRequestQueries';
import type { RequestSituations } from '../requests/RequestSituations';
import { NoticeRecipients } from './NoticeRecipients';

/** @see PageSignals */
export interface PageSignalsOptions {
  queries: DatabaseRequestQueries;
  situations: RequestSituations;
  recipients: NoticeRecipients;
  signals: SignalsService;
  logger: LoggerService;
}

/** Makes open pages of everybody concerned load again. A signal is a hint: it may be lost, and carries ids only. */
export class PageSignals {
  readonly #options: PageSignalsOptions;

  constructor(options: PageSignalsOptions) {
    this.#options = options;
  }

  /** By message kind, for the outbox worker. */
  handlers(): Record<string, OutboxHandler> {
    return {
      'signal-pages': async (payload: JsonObject) => {
        const requestIds = payload.requestIds as string[];
        try {
          await this.#publish(requestIds);
        } catch (error) {
          // late is worse than never here: pages look for themselves from time to time
          this.#options.logger.debug(
            `Pages were not told of a change: ${stringifyError(error)}`,
          );
        }
      },
    };
  }

  async #publish(requestIds: string[]): Promise<void> {
    const { queries, situations, recipients, signals } = this.#options;
    const requests = await queries.get(requestIds);
    if (requests.length === 0) {
      return;
    }
    const looked = await situations.of(requests);
    const users = new Set([
      ...requests.map(({ requester }) => requester),
      ...looked.flatMap(({ beneficiaryMembers }) => [...beneficiaryMembers]),
      ...(await recipients.approvers(looked)),
    ]);
    await signals.publish({
      channel: DATASET_ACCESS_CHANNEL,
      recipients: { type: 'user', entityRef: [...users] },
      message: {
        type: 'requests-changed',
        datasetRef: requests[0].dataset.ref,
        requestIds,
      },
    });
  }
}

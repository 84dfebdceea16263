import type { Knex } from 'knex';
import type { DatasetRouting } from '../approvers/ApproverService';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain, ChainHead, EMPTY_CHAIN } from '../audit/eventChain';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import { noticeMessages } from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseRequestStore } from './DatabaseRequestStore';
import type { RequestRecord } from './RequestRecord';

/** @see FileRequests */
export interface FileRequestsOptions {
  store: DatabaseRequestStore;
  owners: DatabaseDatasetOwners;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
}

/** Writes new requests with the beginning of their history and the notices that follow, in the caller's transaction. */
export class FileRequests {
  readonly #options: FileRequestsOptions;

  constructor(options: FileRequestsOptions) {
    this.#options = options;
  }

  /**
   * @param decidedAtOnce - requests that nobody is asked to decide on
   * @returns where the history of those stands that were filed, by id; the others have an open request in their way
   */
  async run(
    trx: Knex.Transaction,
    { dataset, resolution }: DatasetRouting,
    requests: readonly RequestRecord[],
    now: Date,
    decidedAtOnce: { has(id: string): boolean } = new Set<string>(),
  ): Promise<Map<string, ChainHead>> {
    const { store, owners, audit, outbox } = this.#options;
    if (requests.length === 0) {
      return new Map();
    }
    await owners.remember(trx, dataset.ref, dataset.owners);
    const filed = await store.insert(trx, requests);
    const added = requests.filter(({ id }) => filed.has(id));
    const events = added.map(request =>
      appendToChain({ type: 'request', id: request.id }, EMPTY_CHAIN, {
        type: 'filed',
        at: now,
        actor: request.requester,
        // the approvers at filing and how they were found stay on record, whatever the catalog says later (P-06)
        facts: {
          dataset: dataset.ref,
          beneficiary: request.beneficiary.ref,
          level: request.level,
          duration: request.duration ?? null,
          ...(request.datasetLevelAccess === undefined
            ? {}
            : { datasetLevelAccess: request.datasetLevelAccess }),
          approvers: request.approvers.map(approver => ({ ...approver })),
          trail: resolution.trail.map(step => ({ ...step })),
        },
        text: request.reason,
      }),
    );
    await audit.append(trx, events);
    await outbox.enqueue(
      trx,
      noticeMessages(
        'filed',
        added
          .filter(({ id }) => !decidedAtOnce.has(id))
          .map(({ id, batchId }) => ({ id, batchId, seq: 1 })),
        added[0]?.requester,
      ),
      now,
    );
    return new Map(events.map(event => [event.subject.id, event]));
  }
}

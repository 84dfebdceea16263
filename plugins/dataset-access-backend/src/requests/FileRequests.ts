import type { Knex } from 'knex';
import type { DatasetRouting } from '../approvers/ApproverService';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain, EMPTY_CHAIN } from '../audit/eventChain';
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

  /** @returns the ids that were filed; the others have an open request in their way */
  async run(
    trx: Knex.Transaction,
    { dataset, resolution }: DatasetRouting,
    requests: readonly RequestRecord[],
    now: Date,
  ): Promise<Set<string>> {
    const { store, owners, audit, outbox } = this.#options;
    if (requests.length === 0) {
      return new Set();
    }
    await owners.remember(trx, dataset.ref, dataset.owners);
    const filed = await store.insert(trx, requests);
    const added = requests.filter(({ id }) => filed.has(id));
    await audit.append(
      trx,
      added.map(request =>
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
      ),
    );
    await outbox.enqueue(
      trx,
      noticeMessages(
        'filed',
        added.map(({ id, batchId }) => ({ id, batchId, seq: 1 })),
        added[0]?.requester,
      ),
      now,
    );
    return filed;
  }
}

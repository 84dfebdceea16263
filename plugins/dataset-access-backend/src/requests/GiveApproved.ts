import type { Knex } from 'knex';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { Dataset } from '../datasets/Dataset';
import type { Connectors } from '../entitlements/Connectors';
import type { EntitlementWishes } from '../entitlements/EntitlementWishes';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import { GrantRecord, MANUAL } from '../grants/GrantRecord';
import { firstReminder } from '../grants/grantReminders';
import { GrantDecider, GrantTerms, newGrant } from '../grants/newGrant';
import type { RequestRecord } from './RequestRecord';

/** @see GiveApproved */
export interface GiveApprovedOptions {
  grants: DatabaseGrantStore;
  audit: DatabaseAuditStore;
  connectors: Connectors;
  wishes: EntitlementWishes;
  config: DatasetAccessConfig;
}

/** An approved request for a dataset, and what was approved of it. */
export interface ApprovedRequest {
  request: RequestRecord;
  terms: GrantTerms;
  dataset: Dataset;
}

/**
 * Makes grants of approved requests for datasets, whoever or whatever approved them: the grants with their history, and what
 * connectors have to make true. In the transaction of the approval, so that nothing is approved without its grant.
 */
export class GiveApproved {
  readonly #options: GiveApprovedOptions;

  constructor(options: GiveApprovedOptions) {
    this.#options = options;
  }

  /** @returns the grants, in the order of the requests */
  async run(
    trx: Knex.Transaction,
    approved: readonly ApprovedRequest[],
    decider: GrantDecider,
    now: Date,
  ): Promise<GrantRecord[]> {
    const { grants, audit, connectors, wishes, config } = this.#options;
    const created = approved.map(({ request, terms, dataset }) =>
      newGrant({
        request,
        terms,
        connector: connectors.idFor(dataset.entity),
        decider,
        now,
        nextReminder: expiresAt => firstReminder(expiresAt, now, config),
      }),
    );
    const given = created.map(({ grant }) => grant);
    await grants.insert(trx, given);
    await audit.append(
      trx,
      created.flatMap(({ events }) => events),
    );
    await wishes.record(
      trx,
      given.filter(({ connector }) => connector !== MANUAL),
      now,
    );
    return given;
  }
}

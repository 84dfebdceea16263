import {
  AccessGrant,
  AccessRequestDetail,
  Dataset,
} from 'backstage-plugin-dataset-access-common';
import { DateTime } from 'luxon';
import { ANA, BOB, ORDERS, PRODUCTS, STEWARDS } from './people';

export const orders: Dataset = {
  ref: ORDERS,
  title: 'Customer orders',
  source: 'Snowflake',
};
export const products: Dataset = {
  ref: PRODUCTS,
  title: 'Products',
  source: 'BigQuery',
};

/** A request as the backend keeps it; what may be done with it depends on who looks. */
export type StoredRequest = Omit<AccessRequestDetail, 'can'>;

export function daysFromNow(days: number): string {
  return DateTime.utc().plus({ days }).toISO();
}

/** Ana asks for herself, to read the orders for 30 days; the stewards decide. */
export function aRequest(facts: Partial<StoredRequest> = {}): StoredRequest {
  const asked = {
    id: 'request-1',
    batchId: 'batch-1',
    dataset: orders,
    beneficiary: ANA,
    requester: ANA,
    level: 'read-only' as const,
    duration: 'P30D',
    reason: 'Quarterly revenue report',
    createdAt: daysFromNow(-3),
    ...facts,
  };
  return {
    status: 'pending',
    waitingOn: 'approver',
    version: 1,
    approvers: [{ ref: STEWARDS, via: 'override-group' }],
    updatedAt: asked.createdAt,
    pendingUntil: '2031-03-01T12:00:00.000Z',
    history: [
      {
        seq: 1,
        type: 'filed',
        at: asked.createdAt,
        actor: asked.requester,
        text: asked.reason,
        facts: { level: asked.level, duration: asked.duration },
      },
    ],
    historyIntact: true,
    trail: [
      { via: 'override-group', tried: STEWARDS, outcome: 'chosen' },
      { via: 'owner', tried: 'group:default/sales', outcome: 'not-needed' },
    ],
    form: {
      reason: { minLength: 10, maxLength: 200 },
      levels: ['read-only', 'editor', 'owner'],
      defaultLevel: 'read-only',
      durations: ['P7D', 'P30D', 'P90D'],
      defaultDuration: 'P30D',
      indefiniteAllowed: true,
      maxBeneficiaries: 5,
    },
    ...asked,
  };
}

/** What approval of {@link aRequest} leads to. */
export function aGrant(facts: Partial<AccessGrant> = {}): AccessGrant {
  return {
    id: 'grant-1',
    requestId: 'request-1',
    dataset: orders,
    subject: ANA,
    level: 'read-only',
    duration: 'P30D',
    state: 'awaiting-provisioning',
    version: 1,
    createdAt: daysFromNow(-1),
    grantedBy: BOB,
    connector: 'manual',
    pendingInSource: false,
    ...facts,
  };
}

/** A request that Bob approved, with the grant that it led to. */
export function anApprovedRequest(
  grant: Partial<AccessGrant> = {},
  facts: Partial<StoredRequest> = {},
): StoredRequest {
  return aRequest({
    status: 'approved',
    version: 2,
    decision: { by: BOB, at: daysFromNow(-1), outcome: 'approved' },
    grant: aGrant(grant),
    ...facts,
  });
}

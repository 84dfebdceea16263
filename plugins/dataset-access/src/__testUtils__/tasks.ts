import type { GrantTask } from 'backstage-plugin-dataset-access-common';
import { CLEO } from './people';
import { aGrant, daysFromNow, products } from './requests';

/** Ana's approved access to the orders is to be granted in Snowflake. */
export function toGrant(facts: Partial<GrantTask> = {}): GrantTask {
  return {
    kind: 'grant',
    grant: aGrant(),
    since: daysFromNow(-9),
    overdue: true,
    ...facts,
  };
}

/** Cleo's access to the products has ended, and is to be taken back in BigQuery. */
export function toTakeBack(facts: Partial<GrantTask> = {}): GrantTask {
  return {
    kind: 'take-back',
    grant: aGrant({
      id: 'grant-2',
      dataset: products,
      subject: CLEO,
      level: 'editor',
      state: 'revoking',
      pendingInSource: true,
      endReason: 'revoked',
      activatedAt: daysFromNow(-20),
    }),
    since: daysFromNow(-2),
    overdue: false,
    ...facts,
  };
}

import type { Drift } from 'backstage-plugin-dataset-access-common';
import { ANA } from './people';
import { daysFromNow, orders } from './requests';

/** Somebody took away in the source what Ana was granted on the orders. */
export function aDrift(facts: Partial<Drift> = {}): Drift {
  return {
    id: 'drift-1',
    kind: 'missing',
    dataset: orders,
    connector: 'postgres',
    holder: 'ana_reader',
    subject: ANA,
    level: 'read-only',
    privileges: [],
    steps: [
      'GRANT USAGE ON SCHEMA sales TO ana_reader',
      'GRANT SELECT ON TABLE sales.orders TO ana_reader',
    ],
    actions: ['reapply'],
    foundAt: daysFromNow(-2),
    ...facts,
  };
}

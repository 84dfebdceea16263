import { smallWorld } from './smallWorld';
import { WorldEntity, withUids } from './world';

/**
 * The small world with a domain around one more dataset: the ledger belongs to Sales, and to the domain Finance, which
 * belongs to the data office.
 */
export const stepsWorld: WorldEntity[] = withUids([
  ...smallWorld,
  { ref: 'domain:default/finance', owners: ['data-office'] },
  { ref: 'system:default/billing', partOf: ['domain:default/finance'] },
  {
    ref: 'resource:default/ledger',
    title: 'Ledger',
    owners: ['sales'],
    partOf: ['system:default/billing'],
  },
]);

export const LEDGER = 'resource:default/ledger';
export const FINANCE = 'domain:default/finance';

/** In Finance, the owner and then the owner of the domain. */
export const twoSteps = {
  overrides: [
    {
      domain: 'finance',
      approvers: { steps: [{ by: 'owner' }, { by: 'domain-owner' }] },
    },
  ],
};

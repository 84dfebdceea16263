import type { JsonObject } from '@backstage/types';
import { testConfig } from '../__testUtils__/testDirectory';
import { datasetSettings } from './datasetSettings';

const ORDERS = 'resource:default/orders';
/** Innermost first. */
const DOMAINS = [
  'domain:default/payments',
  'domain:default/finance',
  'domain:default/company',
];

function settings(
  overrides: JsonObject[],
  domains = DOMAINS,
  general: JsonObject = {},
) {
  return datasetSettings(
    testConfig({ ...general, overrides }),
    ORDERS,
    domains,
  );
}

const lifetime = (pendingLifetime: string) => ({
  requests: { pendingLifetime },
});
const company = { domain: 'company', ...lifetime('P1D') };
const finance = { domain: 'Domain:default/Finance', ...lifetime('P2D') };
const payments = { domain: 'payments', ...lifetime('P3D') };
const dataset = { dataset: 'Resource:orders', ...lifetime('P4D') };

describe('the settings of a dataset', () => {
  it.each<[string, JsonObject[], string]>([
    ['are the general ones without an override', [], 'P30D'],
    ['are those of its domain', [payments], 'P3D'],
    ['are those of an outer domain', [company], 'P1D'],
    [
      'are those of the innermost domain, however they are ordered',
      [payments, finance, company],
      'P3D',
    ],
    [
      'are those of the innermost domain that has any',
      [finance, company],
      'P2D',
    ],
    [
      'are its own before those of every domain',
      [dataset, payments, finance, company],
      'P4D',
    ],
    [
      'are not those of other domains and datasets',
      [
        { domain: 'research', ...lifetime('P5D') },
        { domain: 'domain:other/finance', ...lifetime('P6D') },
        { dataset: 'api:default/orders', ...lifetime('P7D') },
      ],
      'P30D',
    ],
  ])('%s', (_, overrides, expected) => {
    expect(settings(overrides).requests.pendingLifetime).toBe(expected);
  });

  it('are gathered from all levels, each adding what it names', () => {
    const { requests, approvers } = settings([
      {
        domain: 'company',
        requests: { maxDuration: 'P1Y', selfApproval: 'allow-and-record' },
        approvers: { escalation: ['group:default/office'] },
      },
      { domain: 'finance', requests: { maxDuration: { days: 90 } } },
      { dataset: ORDERS, approvers: { ownerMayAlsoDecide: true } },
    ]);

    expect(requests).toMatchObject({
      maxDuration: 'P90D',
      selfApproval: 'allow-and-record',
      pendingLifetime: 'P30D',
      levels: ['read-only', 'editor', 'owner'],
    });
    expect(approvers).toMatchObject({
      escalation: ['group:default/office'],
      ownerMayAlsoDecide: true,
    });
  });

  it('can change one bound of the reason and keep the other', () => {
    const { requests } = settings([
      { domain: 'company', requests: { reason: { maxLength: 500 } } },
      { domain: 'finance', requests: { reason: { minLength: 40 } } },
    ]);

    expect(requests.reason).toEqual({ minLength: 40, maxLength: 500 });
  });

  it('replace lists, so that a domain can offer less', () => {
    const { requests } = settings([
      {
        domain: 'finance',
        requests: { levels: ['read-only'], durations: ['P1D'], reminders: [] },
      },
    ]);

    expect(requests).toMatchObject({
      levels: ['read-only'],
      durations: ['P1D'],
      reminders: [],
    });
  });

  it('start from the general ones as configured', () => {
    const { requests, approvers } = settings([payments], DOMAINS, {
      requests: { denialNeedsComment: true, reason: { minLength: 1 } },
      approvers: { escalation: ['user:default/olga'] },
    });

    expect(requests).toMatchObject({
      denialNeedsComment: true,
      reason: { minLength: 1, maxLength: 2_000 },
    });
    expect(approvers.escalation).toEqual(['user:default/olga']);
  });

  it('of one dataset leave those of others alone', () => {
    const config = testConfig({
      overrides: [{ dataset: ORDERS, requests: { reason: { minLength: 99 } } }],
    });

    datasetSettings(config, ORDERS, []);
    const other = datasetSettings(config, 'api:default/products', []);

    expect(other.requests.reason).toEqual({ minLength: 10, maxLength: 2_000 });
  });
});

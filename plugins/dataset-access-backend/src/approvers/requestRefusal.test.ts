import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  ErrorCode,
  ResolutionWarning,
} from 'backstage-plugin-dataset-access-common';
import { testConfig } from '../__testUtils__/testDirectory';
import type { DatasetRouting } from './ApproverService';
import { datasetWarnings, requestRefusal } from './requestRefusal';

interface Case {
  labels?: Record<string, string>;
  inRegistry?: boolean;
  /** Default: there is one. */
  approver?: boolean;
  warning?: ResolutionWarning['code'];
  config?: JsonObject;
  refusal?: ErrorCode;
  warnings?: ResolutionWarning['code'][];
}

const SWITCH = 'data-registry/access-requests';

function routingOf(given: Case): DatasetRouting {
  const { labels, inRegistry = true, approver = true, warning } = given;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'orders', labels },
  };
  return {
    dataset: {
      kind: 'dataset',
      entity,
      ref: 'resource:default/orders',
      uid: 'uid-1',
      title: 'orders',
      owners: [],
      inRegistry,
    },
    settings: testConfig(),
    resolution: {
      approvers: approver
        ? [{ ref: 'group:default/stewards', via: 'owner' }]
        : [],
      trail: [],
      warnings: warning ? [{ code: warning, message: 'Mend it.' }] : [],
    },
    members: new Set(approver ? ['user:default/bob'] : []),
  };
}

describe('a dataset', () => {
  it.each<[string, Case]>([
    ['with an approver takes requests', {}],
    ['with other labels takes requests', { labels: { team: 'disabled' } }],
    [
      'takes requests when its label says so',
      { labels: { [SWITCH]: 'enabled' } },
    ],
    [
      'whose label disables requests takes none (S0.13)',
      { labels: { [SWITCH]: 'disabled' }, refusal: 'REQUESTS_DISABLED' },
    ],
    [
      'whose label has an unknown value takes none, with a warning (N1)',
      {
        labels: { [SWITCH]: 'no' },
        refusal: 'REQUESTS_DISABLED',
        warnings: ['UNKNOWN_DISABLING_VALUE'],
      },
    ],
    [
      'whose label has a known value in other letters takes none, with a warning',
      {
        labels: { [SWITCH]: 'Enabled' },
        refusal: 'REQUESTS_DISABLED',
        warnings: ['UNKNOWN_DISABLING_VALUE'],
      },
    ],
    [
      'whose label is empty takes none, with a warning',
      {
        labels: { [SWITCH]: '' },
        refusal: 'REQUESTS_DISABLED',
        warnings: ['UNKNOWN_DISABLING_VALUE'],
      },
    ],
    [
      'outside the data registry takes none (S0.12)',
      { inRegistry: false, refusal: 'NOT_IN_REGISTRY' },
    ],
    [
      'without approver takes none (S0.17)',
      {
        approver: false,
        warning: 'OWNER_NOT_FOUND',
        refusal: 'NO_APPROVER',
        warnings: ['OWNER_NOT_FOUND'],
      },
    ],
    [
      'with too many approvers takes none and says so (B10)',
      {
        approver: false,
        warning: 'APPROVER_SET_TOO_LARGE',
        refusal: 'APPROVER_SET_TOO_LARGE',
        warnings: ['APPROVER_SET_TOO_LARGE'],
      },
    ],
    [
      'takes requests when an override failed and the owner steps in',
      {
        warning: 'OVERRIDE_MATCHES_NOTHING',
        warnings: ['OVERRIDE_MATCHES_NOTHING'],
      },
    ],
    [
      'shows all its warnings',
      {
        labels: { [SWITCH]: 'perhaps' },
        warning: 'OVERRIDE_INVALID',
        refusal: 'REQUESTS_DISABLED',
        warnings: ['UNKNOWN_DISABLING_VALUE', 'OVERRIDE_INVALID'],
      },
    ],
    [
      'follows the label and values that are configured',
      {
        labels: { 'company/requests': 'off', [SWITCH]: 'enabled' },
        config: {
          disablingLabel: 'company/requests',
          disablingValues: ['off', 'closed'],
        },
        refusal: 'REQUESTS_DISABLED',
      },
    ],
    [
      'takes requests with a value that is configured to enable them',
      {
        labels: { [SWITCH]: 'open' },
        config: { enablingValues: ['open', 'enabled'] },
      },
    ],
  ])('%s', (_, given) => {
    const config = testConfig({ requests: given.config ?? {} });
    const routing = routingOf(given);

    expect(requestRefusal(routing, config)).toBe(given.refusal);
    expect(datasetWarnings(routing, config).map(({ code }) => code)).toEqual(
      given.warnings ?? [],
    );
  });

  it('names the unknown value and the known ones in its warning', () => {
    const config = testConfig();
    const routing = routingOf({ labels: { [SWITCH]: 'nope' } });

    expect(datasetWarnings(routing, config)[0].message).toMatch(
      /data-registry\/access-requests.*"nope".*disabled, enabled/,
    );
  });
});

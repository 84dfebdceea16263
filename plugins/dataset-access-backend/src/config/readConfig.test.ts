import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { readConfig } from './readConfig';

const read = (datasetAccess?: JsonValue) =>
  readConfig(
    new ConfigReader(datasetAccess === undefined ? {} : { datasetAccess }),
  );

/** `{ a: { b: value } }` for `a.b`; a number stands for a place in a list. */
function at(path: string, value: JsonValue): JsonObject {
  return path
    .split('.')
    .reduceRight<JsonValue>(
      (inner, key) => (/^\d+$/.test(key) ? [inner] : { [key]: inner }),
      value,
    ) as JsonObject;
}

describe('without any configuration', () => {
  it('every key has the default that its documentation names', () => {
    expect(read()).toEqual({
      dataset: {
        filter: {
          $any: [
            { kind: 'API', 'spec.type': 'dataset' },
            { kind: 'Resource', 'spec.type': 'dataset' },
          ],
        },
        sourceAnnotation: 'data-registry/source',
        domainLabel: 'data-registry/domain',
        visibilityLabel: 'data-registry/visibility',
        visibility: 'discoverable',
      },
      approvers: {
        overrideLabel: 'data-registry/override-approver',
        overrideAnnotation: 'data-registry/override-approver',
        groupNamespace: 'default',
        userNamespace: 'default',
        overrideFallback: 'owner',
        maxMembers: 5_000,
        ownerMayAlsoDecide: false,
        escalation: [],
        requiredPrivileges: [],
        steps: [{ by: 'approvers', needed: 1 }],
      },
      requests: {
        disablingLabel: 'data-registry/access-requests',
        disablingValues: ['disabled'],
        enablingValues: ['enabled'],
        maxBeneficiaries: 50,
        maxOpenPerRequester: 200,
        missingGrace: 'PT1H',
        reason: { minLength: 10, maxLength: 2_000 },
        levels: ['read-only', 'editor', 'owner'],
        defaultLevel: 'read-only',
        durations: ['P7D', 'P30D', 'P90D', 'P1Y'],
        defaultDuration: 'P90D',
        indefiniteAllowed: true,
        pendingLifetime: 'P30D',
        reminders: ['P2D', 'P7D'],
        selfApproval: 'deny',
        denialNeedsComment: false,
      },
      domains: {
        snapshotLabel: 'data-registry/snapshot-only',
        tagBasedLabel: 'data-registry/tag-based-access',
        groupLevelLabel: 'data-registry/group-access',
        groupLevel: 'read-only',
        managers: 'owners',
      },
      superusers: [],
      history: {},
      grants: { reminders: ['P7D', 'P1D'], tasksOverdueAfter: 'P2D' },
      drift: { compareEvery: 'PT15M', onDifference: 'report' },
      reviews: { reminders: ['P7D', 'P1D'], revokeNeedsComment: false },
      notifications: { enabled: true, pagePath: '/dataset-access' },
      overrides: [],
      preApprovals: [],
      emergency: {
        enabled: false,
        allowed: [],
        maxDuration: 'PT1H',
        maxLevel: 'read-only',
        disablingLabel: 'data-registry/emergency-access',
        reviewOverdueAfter: 'P1D',
      },
      roles: {},
      responsibilities: {
        roles: [
          { id: 'data-product-owner', title: 'Data product owner' },
          { id: 'data-steward', title: 'Data steward' },
          { id: 'technical-contact', title: 'Technical contact' },
        ],
      },
      privileges: [],
      policyFiles: [],
      permissionPolicy: { enforced: [] },
      decisions: {
        pollEvery: 'PT0.5S',
        staleAfter: 'PT10S',
        catalogEvery: 'PT1M',
        catalogStaleAfter: 'PT10M',
        listen: true,
      },
      workers: {
        dueEvery: 'PT1M',
        followCatalogEvery: 'PT2M',
        outboxEvery: 'PT5S',
        outboxLease: 'PT15S',
        sourceRetryEvery: 'PT30S',
      },
    });
  });

  it('an empty section changes nothing', () => {
    expect(read({ approvers: {}, requests: { reason: {} } })).toEqual(read());
  });

  it('one key leaves the defaults of the others', () => {
    const { reason, levels } = read({
      requests: { reason: { minLength: 1 } },
    }).requests;

    expect([reason.minLength, reason.maxLength, levels.length]).toEqual([
      ...[1, 2_000, 3],
    ]);
  });
});

describe('a value', () => {
  it.each<[JsonValue, string]>([
    ['P30D', 'P30D'],
    [{ days: 30 }, 'P30D'],
    [{ hours: 36 }, 'PT36H'],
    [{ months: 1, days: 2 }, 'P1M2D'],
    ['PT90M', 'PT90M'],
  ])('that is the duration %j is understood', (value, expected) => {
    const config = read({
      requests: { pendingLifetime: value, reminders: [value] },
    });

    expect(config.requests.pendingLifetime).toBe(expected);
    expect(config.requests.reminders).toEqual([expected]);
  });

  it('that is a ref is kept in its one spelling', () => {
    const config = read({
      superusers: ['Group:Platform-Admins', 'User:Sales/ANA'],
      overrides: [{ domain: 'Finance' }, { dataset: 'API:default/Orders' }],
    });

    expect(config.superusers).toEqual([
      'group:default/platform-admins',
      'user:sales/ana',
    ]);
    expect(config.overrides).toMatchObject([
      { domain: 'domain:default/finance' },
      { dataset: 'api:default/orders' },
    ]);
  });
});

const DURATION = 'expected a duration such as P30D or { days: 30 }';
const LEVELS = 'expected one of "read-only"|"editor"|"owner"';

describe('a wrong value stops the start with its key and what was expected', () => {
  it.each<[string, JsonValue, string]>([
    ['approvers', 'stewards', 'expected object'],
    ['approvers.overrideLabel', 5, 'expected string'],
    ['approvers.overrideLabel', '', '>=1'],
    ['approvers.groupNamespace', '', 'expected the name of a namespace'],
    ['approvers.groupNamespace', 'my groups', 'expected'],
    ['approvers.userNamespace', 'user:default', 'expected'],
    ['approvers.overrideFallback', 'admin', 'expected one of "owner"|"none"'],
    ['approvers.ownerMayAlsoDecide', 'yes', 'expected boolean'],
    ['approvers.maxMembers', 0, '>=1'],
    ['approvers.maxMembers', 1.5, 'expected int'],
    ['approvers.maxMembers', '5000', 'expected number'],
    ['approvers.escalation.0', 'data-office', 'expected an entity ref'],
    ['approvers.escalation.0', 'domain:default/x', 'expected an entity ref'],
    ['dataset.filter', 'dataset', 'expected'],
    ['dataset.filter', { $some: [] }, 'expected'],
    ['dataset.registryFilter', { kind: { $in: 'API' } }, 'expected'],
    ['dataset.sourceAnnotation', '', '>=1'],
    ['requests.disablingValues', [], '>=1'],
    ['requests.disablingValues', 'disabled', 'expected array'],
    ['requests.levels', [], '>=1'],
    ['requests.levels.0', 'admin', LEVELS],
    ['requests.defaultLevel', 'none', LEVELS],
    ['requests.reason.minLength', -1, '>=0'],
    ['requests.reason.maxLength', 100_000, '<=10000'],
    ['requests.maxBeneficiaries', 101, '<=100'],
    ['requests.pendingLifetime', '30 days', DURATION],
    ['requests.pendingLifetime', 30, DURATION],
    ['requests.pendingLifetime', {}, DURATION],
    ['requests.pendingLifetime', { dayz: 3 }, DURATION],
    ['requests.pendingLifetime', 'P0D', DURATION],
    ['requests.pendingLifetime', '-P1D', DURATION],
    ['requests.maxDuration', 'forever', DURATION],
    ['requests.durations.0', 'soon', DURATION],
    [
      'requests.selfApproval',
      'allow',
      'expected one of "deny"|"allow-and-record"',
    ],
    ['superusers', 'group:default/admins', 'expected array'],
    ['superusers.0', 'admins', 'expected an entity ref such as group:default/'],
    ['notifications.enabled', 'no', 'expected boolean'],
    ['notifications.pagePath', 'https://evil.test', 'expected a path'],
    ['notifications.pagePath', '//evil.test', 'expected a path'],
    ['notifications.pagePath', 'dataset-access', 'expected a path'],
    ['overrides', {}, 'expected array'],
    ['overrides.0', {}, 'expected exactly one of domain and dataset'],
    [
      'overrides.0',
      { domain: 'finance', dataset: 'resource:default/orders' },
      'expected exactly one of domain and dataset',
    ],
    ['overrides.0.domain', 'my finance', 'expected an entity ref'],
    ['overrides.0.dataset', 'orders', 'expected an entity ref'],
    ['preApprovals.0.beneficiaries', 'nobody', 'users and groups, or everyone'],
    ['preApprovals.0.beneficiaries', [], '>=1'],
    ['preApprovals.0.name', 'My rule', 'expected an id'],
    ['preApprovals.0.maxLevel', 'admin', LEVELS],
    ['preApprovals.0.maxDuration', 'PT1M', 'between 15 minutes and 20 years'],
    ['emergency.allowed.0', 'on-call', 'expected an entity ref'],
    ['emergency.maxDuration', 'PT25H', 'expected at most PT24H'],
    ['emergency.maxDuration', 'PT1M', 'between 15 minutes and 20 years'],
    ['workers.outboxEvery', 'always', DURATION],
  ])('%s: %j', (path, value, expected) => {
    const message = new RegExp(
      `datasetAccess\\.${escape(path)}: .*${escape(expected)}`,
    );

    expect(() => read(at(path, value))).toThrow(message);
  });

  it.each([
    'approvrs',
    'approvers.overideLabel',
    'requests.reason.min',
    'workers.outboxevery',
    'requests.overrides',
  ])('%s: no such key', path => {
    expect(() => read(at(path, 'x'))).toThrow(
      `datasetAccess.${path}: no such key`,
    );
  });

  it('that does not fit another one', () => {
    expect(() =>
      read({ requests: { reason: { minLength: 500, maxLength: 100 } } }),
    ).toThrow(
      'datasetAccess.requests.reason.minLength: expected at most maxLength (100), got 500',
    );
    expect(() =>
      read({ requests: { levels: ['read-only'], defaultLevel: 'owner' } }),
    ).toThrow(
      'datasetAccess.requests.defaultLevel: expected one of levels (read-only), got "owner"',
    );
  });

  it.each([
    { approvers: { requiredPrivileges: ['marketplace.editr'] } },
    {
      overrides: [
        {
          domain: 'finance',
          approvers: { requiredPrivileges: ['marketplace.editr'] },
        },
      ],
    },
  ])('that names a privilege that does not exist: %j', config => {
    const billing = {
      privileges: [{ name: 'billing.pay', title: 'Pay', type: 'platform' }],
    };

    expect(() => read(config)).toThrow(
      'datasetAccess.approvers.requiredPrivileges: there is no privilege "marketplace.editr"',
    );
    expect(
      read({
        ...billing,
        approvers: { requiredPrivileges: ['billing.pay', 'dataops.editor'] },
      }).approvers.requiredPrivileges,
    ).toEqual(['billing.pay', 'dataops.editor']);
  });

  it('also for a key that cannot differ by domain', () => {
    expect(() =>
      read({
        overrides: [{ domain: 'finance', requests: { disablingLabel: 'x' } }],
      }),
    ).toThrow('datasetAccess.overrides.0.requests.disablingLabel: no such key');
  });

  it('names all of them at once', () => {
    const start = () =>
      read({
        superusers: ['admins'],
        requests: { pendingLifetime: 'soon', levels: ['root'], typo: 1 },
      });

    expect(start).toThrow(/superusers\.0: /);
    expect(start).toThrow(/requests\.pendingLifetime: /);
    expect(start).toThrow(/requests\.levels\.0: /);
    expect(start).toThrow(/requests\.typo: no such key/);
  });
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

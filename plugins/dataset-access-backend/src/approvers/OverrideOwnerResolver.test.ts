import {
  DatasetToResolve,
  resolveApprovers,
} from '../__testUtils__/resolveApprovers';

interface Expected {
  approver: string;
  trail: string[];
  warnings?: string[];
}

const OWNER = 'owner group:default/sales';
const byOwner = (trail: string[], warning?: string): Expected => ({
  approver: OWNER,
  trail: [...trail, `${OWNER}: chosen`],
  warnings: warning ? [warning] : [],
});
const neither = (name: string) => [
  `override-group group:default/${name}: not-found`,
  `override-user user:default/${name}: not-found`,
];

describe('the approver of a dataset of group:default/sales', () => {
  it.each<[string, DatasetToResolve, Expected]>([
    ['without label is its owner', {}, byOwner([])],
    ['with an empty label is its owner', { label: '' }, byOwner([])],
    ['with a blank label is its owner', { label: '  ' }, byOwner([])],
    [
      'whose label names a group is that group',
      { label: 'stewards' },
      {
        approver: 'override-group group:default/stewards',
        trail: [
          'override-group group:default/stewards: chosen',
          'override-user user:default/stewards: not-found',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'whose label names a group in other letters is that group',
      { label: 'StewardS' },
      {
        approver: 'override-group group:default/stewards',
        trail: [
          'override-group group:default/stewards: chosen',
          'override-user user:default/stewards: not-found',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'whose label names a user is that user',
      { label: 'bob' },
      {
        approver: 'override-user user:default/bob',
        trail: [
          'override-group group:default/bob: not-found',
          'override-user user:default/bob: chosen',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'whose label names a group and a user is the group (P-01)',
      { label: 'kim' },
      {
        approver: 'override-group group:default/kim',
        trail: [
          'override-group group:default/kim: chosen',
          'override-user user:default/kim: not-needed',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'whose label names a group without members and a user is the user',
      { label: 'hollow' },
      {
        approver: 'override-user user:default/hollow',
        trail: [
          'override-group group:default/hollow: no-members',
          'override-user user:default/hollow: chosen',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'whose label names a group without members is its owner',
      { label: 'empty' },
      byOwner(
        [
          'override-group group:default/empty: no-members',
          'override-user user:default/empty: not-found',
        ],
        'OVERRIDE_HAS_NO_MEMBERS',
      ),
    ],
    [
      'whose label names nobody is its owner, with a warning (S0.16)',
      { label: 'typo' },
      byOwner(neither('typo'), 'OVERRIDE_MATCHES_NOTHING'),
    ],
    [
      'whose label names a group of another namespace is its owner (P-01)',
      { label: 'auditors' },
      byOwner(neither('auditors'), 'OVERRIDE_MATCHES_NOTHING'),
    ],
    [
      'whose label is the name of an object property is its owner (B7)',
      { label: 'constructor' },
      byOwner(neither('constructor'), 'OVERRIDE_MATCHES_NOTHING'),
    ],
    [
      'whose label names a group with members in child groups only is that group',
      { label: 'parents' },
      {
        approver: 'override-group group:default/parents',
        trail: [
          'override-group group:default/parents: chosen',
          'override-user user:default/parents: not-found',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'whose label names a group in a circle of groups is that group',
      { label: 'ring-a' },
      {
        approver: 'override-group group:default/ring-a',
        trail: [
          'override-group group:default/ring-a: chosen',
          'override-user user:default/ring-a: not-found',
          `${OWNER}: not-needed`,
        ],
      },
    ],
  ])('%s', async (_, dataset, { approver, trail, warnings = [] }) => {
    expect(await resolveApprovers(dataset)).toEqual({
      approvers: [approver],
      trail,
      warnings,
    });
  });

  it.each([
    ['__proto__', '__proto__'],
    ['more than 63 characters', 'a'.repeat(64)],
    ['something that is no name', 'data stewards'],
    ['a look-alike letter', 'st\u0435wards'],
    ['a path', '../stewards'],
    ['a full ref', 'group:default/stewards'],
  ])('whose label is %s is its owner, with a warning', async (_, label) => {
    const { approvers, warnings } = await resolveApprovers({ label });

    expect([approvers, warnings]).toEqual([[OWNER], ['OVERRIDE_INVALID']]);
  });
});

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

describe('the approver of a dataset of group:default/sales', () => {
  it.each<[string, DatasetToResolve, Expected]>([
    ['with an empty annotation is its owner', { annotation: '' }, byOwner([])],
    [
      'whose annotation names a group of another namespace is that group',
      { annotation: 'Group:other/Auditors' },
      {
        approver: 'override-annotation group:other/auditors',
        trail: [
          'override-annotation group:other/auditors: chosen',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'with annotation and label is the one of the annotation',
      { annotation: 'user:other/eve', label: 'stewards' },
      {
        approver: 'override-annotation user:other/eve',
        trail: [
          'override-annotation user:other/eve: chosen',
          'override-group group:default/stewards: not-needed',
          'override-user user:default/stewards: not-found',
          `${OWNER}: not-needed`,
        ],
      },
    ],
    [
      'whose annotation names nobody is the one of the label',
      { annotation: 'user:other/gone', label: 'bob' },
      {
        approver: 'override-user user:default/bob',
        trail: [
          'override-annotation user:other/gone: not-found',
          'override-group group:default/bob: not-found',
          'override-user user:default/bob: chosen',
          `${OWNER}: not-needed`,
        ],
        // a typo is told even where something else makes up for it (S0.16)
        warnings: ['OVERRIDE_MATCHES_NOTHING'],
      },
    ],
    [
      'whose annotation names a namespace that does not exist is its owner',
      { annotation: 'group:nowhere/stewards' },
      byOwner(
        ['override-annotation group:nowhere/stewards: not-found'],
        'OVERRIDE_MATCHES_NOTHING',
      ),
    ],
    [
      'whose annotation is a bare name is its owner',
      { annotation: 'stewards' },
      byOwner(['override-annotation stewards: invalid'], 'OVERRIDE_INVALID'),
    ],
  ])('%s', async (_, dataset, { approver, trail, warnings = [] }) => {
    expect(await resolveApprovers(dataset)).toEqual({
      approvers: [approver],
      trail,
      warnings,
    });
  });

  it.each([
    ['a bare name', 'stewards'],
    ['a kind that is no approver', 'component:default/website'],
    ['a path', 'group:default/../stewards'],
    ['something else', 'ask the stewards'],
  ])(
    'whose annotation is %s is its owner, with a warning',
    async (_, annotation) => {
      const { approvers, warnings } = await resolveApprovers({ annotation });

      expect([approvers, warnings]).toEqual([[OWNER], ['OVERRIDE_INVALID']]);
    },
  );
});

import { testConfig, testDirectory } from '../__testUtils__/testDirectory';
import {
  approverWorld,
  DatasetToResolve,
  resolveApprovers,
} from '../__testUtils__/resolveApprovers';
import { OverrideOwnerResolver } from './OverrideOwnerResolver';

interface Case extends DatasetToResolve {
  approvers: string[];
  trail?: string[];
  warnings?: string[];
}

const label = 'stewards';

describe('the approvers of a dataset', () => {
  it.each<[string, Case]>([
    [
      'without owner are nobody (S0.17)',
      { owners: [], approvers: [], trail: [], warnings: ['NO_OWNER'] },
    ],
    [
      'whose owner does not exist are nobody (P-02)',
      {
        owners: ['gone'],
        approvers: [],
        trail: ['owner group:default/gone: not-found'],
        warnings: ['OWNER_NOT_FOUND'],
      },
    ],
    [
      'whose owner is a group without members are nobody (B8)',
      {
        owners: ['empty'],
        approvers: [],
        trail: ['owner group:default/empty: no-members'],
        warnings: ['OWNER_HAS_NO_MEMBERS'],
      },
    ],
    [
      'whose owner is of another kind are nobody',
      {
        owners: ['component:default/website'],
        approvers: [],
        trail: ['owner component:default/website: not-a-principal'],
        warnings: ['OWNER_NOT_A_PRINCIPAL'],
      },
    ],
    [
      'whose owner is a user are that user',
      {
        owners: ['user:default/dan'],
        approvers: ['owner user:default/dan'],
        trail: ['owner user:default/dan: chosen'],
      },
    ],
    [
      'with two owners are both (B12)',
      {
        owners: ['sales', 'user:default/dan'],
        approvers: ['owner group:default/sales', 'owner user:default/dan'],
        trail: [
          'owner group:default/sales: chosen',
          'owner user:default/dan: chosen',
        ],
      },
    ],
    [
      'with two owners of which one does not exist are the other',
      {
        owners: ['gone', 'sales'],
        approvers: ['owner group:default/sales'],
        trail: [
          'owner group:default/gone: not-found',
          'owner group:default/sales: chosen',
        ],
        warnings: ['OWNER_NOT_FOUND'],
      },
    ],
    [
      'with an override and an owner that does not exist are the override',
      {
        owners: ['gone'],
        label,
        approvers: ['override-group group:default/stewards'],
        warnings: ['OWNER_NOT_FOUND'],
      },
    ],
    [
      'whose override and owner do not exist are nobody (S0.17)',
      {
        owners: ['gone'],
        label: 'typo',
        approvers: [],
        warnings: ['OVERRIDE_MATCHES_NOTHING', 'OWNER_NOT_FOUND'],
      },
    ],
    [
      'where the owner may decide as well are both (S0.18)',
      {
        label,
        config: { ownerMayAlsoDecide: true },
        approvers: [
          'override-group group:default/stewards',
          'owner group:default/sales',
        ],
        trail: [
          'override-group group:default/stewards: chosen',
          'override-user user:default/stewards: not-found',
          'owner group:default/sales: chosen',
        ],
      },
    ],
    [
      'are named once when override and owner are the same',
      {
        owners: ['stewards'],
        label,
        config: { ownerMayAlsoDecide: true },
        approvers: ['override-group group:default/stewards'],
      },
    ],
    [
      'where a failed override closes requests are nobody',
      {
        label: 'typo',
        config: { overrideFallback: 'none' },
        approvers: [],
        trail: [
          'override-group group:default/typo: not-found',
          'override-user user:default/typo: not-found',
          'owner group:default/sales: not-needed',
        ],
        warnings: ['OVERRIDE_MATCHES_NOTHING'],
      },
    ],
    [
      'where a failed override closes requests are the owner without one',
      {
        label: '',
        config: { overrideFallback: 'none' },
        approvers: ['owner group:default/sales'],
        trail: ['owner group:default/sales: chosen'],
      },
    ],
    [
      'are not a group with more members than allowed',
      {
        label: 'crowd',
        config: { maxMembers: 2 },
        approvers: ['owner group:default/sales'],
        trail: [
          'override-group group:default/crowd: too-large',
          'override-user user:default/crowd: not-found',
          'owner group:default/sales: chosen',
        ],
        warnings: ['APPROVER_SET_TOO_LARGE'],
      },
    ],
    [
      'are not an owner with more members than allowed',
      {
        owners: ['crowd'],
        config: { maxMembers: 2 },
        approvers: [],
        trail: ['owner group:default/crowd: too-large'],
        warnings: ['APPROVER_SET_TOO_LARGE'],
      },
    ],
    [
      'are a group with as many members as allowed',
      {
        label: 'pair',
        config: { maxMembers: 2 },
        approvers: ['override-group group:default/pair'],
      },
    ],
    [
      'are looked up as a group in the configured namespace only',
      {
        label,
        config: { groupNamespace: 'other' },
        approvers: ['override-group group:other/stewards'],
      },
    ],
    [
      'are looked up as a user in the configured namespace only',
      {
        label: 'bob',
        config: { userNamespace: 'Other' },
        approvers: ['override-user user:other/bob'],
        trail: [
          'override-group group:default/bob: not-found',
          'override-user user:other/bob: chosen',
          'owner group:default/sales: not-needed',
        ],
      },
    ],
    [
      'follow the label that is configured, and no other',
      {
        label,
        config: { overrideLabel: 'company/approver' },
        approvers: ['owner group:default/sales'],
        trail: ['owner group:default/sales: chosen'],
      },
    ],
  ])('%s', async (_, { approvers, trail, warnings = [], ...dataset }) => {
    const resolution = await resolveApprovers(dataset);

    expect(resolution).toMatchObject({ approvers, ...(trail && { trail }) });
    expect(resolution.warnings).toEqual(warnings);
  });

  it('are never guessed while the catalog cannot be read (B14)', async () => {
    const { catalog, directory } = testDirectory([
      ...approverWorld,
      { ref: 'resource:default/orders', owners: ['sales'] },
    ]);
    const config = testConfig();
    const dataset = catalog.entities().at(-1)!;
    catalog.failure = new Error('connect ECONNREFUSED');

    await expect(
      new OverrideOwnerResolver(config).resolve(
        dataset,
        directory,
        config.approvers,
      ),
    ).rejects.toMatchObject({ code: 'CATALOG_UNAVAILABLE' });
  });

  it('are found however hidden the people are from whoever asks (P-02)', async () => {
    const { catalog, directory } = testDirectory([
      ...approverWorld,
      { ref: 'resource:default/orders', owners: ['sales'] },
    ]);
    const config = testConfig();
    catalog.hide('group:default/sales', 'user:default/dan');

    const { approvers } = await new OverrideOwnerResolver(config).resolve(
      catalog.entities().at(-1)!,
      directory,
      config.approvers,
    );

    expect(approvers).toEqual([{ ref: 'group:default/sales', via: 'owner' }]);
  });
});

import { screen, within } from '@testing-library/react';
import type { PolicyPreview } from 'backstage-plugin-dataset-access-common';
import { DatasetAccessProvider } from '../../api/DatasetAccessProvider';
import { MemoryDatasetAccess } from '../../__testUtils__/MemoryDatasetAccess';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { ANA, BOB, DAN, ORDERS, PRODUCTS } from '../../__testUtils__/people';
import {
  EDIT_DESCRIPTION,
  EDIT_TAGS,
  privileges,
} from '../../__testUtils__/policies';
import { lines } from '../../__testUtils__/policyPages';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { PreviewReport, PreviewReportProps } from './PreviewReport';

const noDifference: PolicyPreview = {
  gains: [],
  losses: [],
  people: 12,
  entities: 37,
  complete: true,
};

function entry(subject: string, privilege: string, resources = 0) {
  const examples = [ORDERS, PRODUCTS].slice(0, resources);
  return { subject, privilege, resources, examples };
}

async function openReport(
  preview: Partial<PolicyPreview>,
  type: PreviewReportProps['type'] = 'metadata',
) {
  const user = renderInPortal(
    <DatasetAccessProvider>
      <PreviewReport preview={{ ...noDifference, ...preview }} type={type} />
    </DatasetAccessProvider>,
    {
      backend: new MemoryDatasetAccess(DAN),
      accessControl: new MemoryPolicies(DAN),
    },
  );
  await screen.findByText(/The policy is for/);
  return user;
}

describe('what a change would do', () => {
  it.each<[Partial<PolicyPreview>, PreviewReportProps['type'], string]>([
    [
      {},
      'metadata',
      'The policy is for 12 people. It covers 37 entities today.',
    ],
    [
      { people: 1, entities: 1 },
      'metadata',
      'The policy is for 1 person. It covers 1 entity today.',
    ],
    [{ entities: 0 }, 'platform', 'The policy is for 12 people.'],
  ])(
    'is told for how many people and entities %#',
    async (facts, type, text) => {
      await openReport(facts, type);

      expect(screen.getByText(/The policy is for/).textContent).toBe(text);
    },
  );

  it('is told person by person in their order, losses and gains apart', async () => {
    await openReport({
      gains: [
        entry(BOB, EDIT_DESCRIPTION, 2),
        entry(ANA, EDIT_TAGS, 1),
        entry(BOB, EDIT_TAGS, 1),
      ],
      losses: [entry(DAN, 'dataset-access.policy.manage')],
    });

    await screen.findByText(/Manage policies/);
    expect(lines('1 person loses')).toEqual(['Dan OwnerManage policies']);
    expect(lines('2 people gain')).toEqual([
      'Ana AnalystEdit tags on 1 entity: Customer orders',
      'Bob StewardEdit description on 2 entities, for example Customer orders, ProductsEdit tags on 1 entity: Customer orders',
    ]);
    expect(screen.queryByText(/Nobody gains/)).toBeNull();
  });

  it('is said plainly to be nothing', async () => {
    await openReport({});

    expect(screen.getByText('Nobody gains or loses anything.')).toBeVisible();
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('is said plainly not to be all there is', async () => {
    await openReport({ complete: false, gains: [entry(BOB, EDIT_TAGS, 1)] });

    expect(screen.getByText('Only a part was compared')).toBeVisible();
    expect(screen.getByText(/More people may gain or lose/)).toBeVisible();
  });

  it('is not said to be nothing when only a part was compared', async () => {
    await openReport({ complete: false });

    expect(screen.queryByText('Nobody gains or loses anything.')).toBeNull();
    expect(screen.getByText(/Nobody of those compared/)).toBeVisible();
  });

  it('begins short where it is long', async () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      entry(`user:default/person-${index}`, EDIT_TAGS, 1),
    );
    const user = await openReport({ gains: many });
    const shown = () => lines('150 people gain');

    expect(shown()).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Show 100 more' }));
    expect(shown()).toHaveLength(120);
    await user.click(screen.getByRole('button', { name: 'Show 30 more' }));

    expect(shown()).toHaveLength(150);
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
  });

  it('shows some privileges of a person, and the others when asked', async () => {
    const user = await openReport({
      gains: privileges.map(({ name }) => entry(BOB, name)),
    });
    const ofBob = () =>
      within(screen.getByRole('list', { name: BOB })).getAllByRole('listitem');

    expect(ofBob()).toHaveLength(6);
    await user.click(screen.getByRole('button', { name: 'Show 1 more' }));

    expect(ofBob()).toHaveLength(7);
  });
});

import { screen, waitFor } from '@testing-library/react';
import { MemoryPolicies } from '../../__testUtils__/MemoryPolicies';
import { ANALYSTS, BOB, CLEO, DAN } from '../../__testUtils__/people';
import { aPolicy, MANAGE_POLICIES } from '../../__testUtils__/policies';
import {
  CATALOG,
  DOCS,
  names,
  openList,
  POLICIES,
  SUPERUSERS,
} from '../../__testUtils__/policyPages';
import { address } from '../../__testUtils__/renderInPortal';
import { cells, column } from '../../__testUtils__/requestList';

describe('the list of policies', () => {
  it('says of each what it is called, its type and state, whom it is for, how much it gives and where it comes from (S2.1, S2.5)', async () => {
    await openList();

    expect(cells()).toEqual([
      [
        CATALOG,
        'Metadata',
        'Inactive',
        'All users',
        '1',
        'Default',
        '5 days ago',
      ],
      [
        `${DOCS}Keeps the documentation of Finance in good hands.`,
        'Metadata',
        'Active',
        'Stewards',
        '1',
        'Written here',
        '2 days ago',
      ],
      [
        SUPERUSERS,
        'Platform',
        'Active',
        'Dan Owner',
        '2',
        'Locked Superusersapp-config: datasetAccess.superusers',
        '9 days ago',
      ],
    ]);
  });

  it('marks locked ones by where they come from (S2.19)', async () => {
    const file = 'policies/finance.yaml:12';
    await openList(
      '',
      new MemoryPolicies(DAN, [
        aPolicy({ id: 'a', name: 'A', origin: 'built-in', editable: false }),
        aPolicy({
          id: 'b',
          name: 'B',
          origin: 'config',
          source: file,
          editable: false,
        }),
        aPolicy({ id: 'c', name: 'C' }),
      ]),
    );

    expect(column(5)).toEqual([
      'Locked Built in',
      `Locked From a file${file}`,
      'Written here',
    ]);
  });

  it('names some of those whom a policy is for, and counts the rest', async () => {
    await openList(
      '',
      new MemoryPolicies(DAN, [
        aPolicy({
          actors: {
            users: [BOB, CLEO],
            groups: [ANALYSTS],
            roles: ['reader'],
            responsibilities: ['data-steward'],
          },
        }),
      ]),
    );

    await waitFor(() =>
      expect(column(3)).toEqual([
        'Data steward of the entity, Role Reader and 3 more',
      ]),
    );
  });

  it('leads to the policy', async () => {
    const { user } = await openList();

    await user.click(screen.getByRole('rowheader', { name: SUPERUSERS }));

    await waitFor(() =>
      expect(address()).toBe(`${POLICIES}/superusers-platform`),
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: SUPERUSERS }),
    ).toBeVisible();
  });

  it('searches', async () => {
    const { user } = await openList();

    await user.click(
      screen.getByRole('searchbox', { name: 'Search policies' }),
    );
    await user.paste('good hands');

    await waitFor(() => expect(names()).toEqual([DOCS]));
    expect(address()).toBe(`${POLICIES}?q=good+hands`);
  });

  it.each([
    [/^Any type/, 'Platform', 'type=platform', [SUPERUSERS]],
    [/^Any state/, 'Inactive', 'state=inactive', [CATALOG]],
    [/^Any origin/, 'Written here', 'origin=custom', [DOCS]],
  ])('filters: %s %s', async (field, option, search, found) => {
    const { take } = await openList();

    await take(field, option);

    await waitFor(() => expect(names()).toEqual(found));
    expect(address()).toBe(`${POLICIES}?${search}`);
  });

  it.each<[string, string[]]>([
    ['?type=metadata', [CATALOG, DOCS]],
    ['?state=active&sort=-name', [SUPERUSERS, DOCS]],
    ['?origin=superusers', [SUPERUSERS]],
    [`?privilege=${MANAGE_POLICIES}`, [SUPERUSERS]],
    [`?actor=${encodeURIComponent(DAN)}`, [SUPERUSERS]],
    ['?sort=-updated', [DOCS, CATALOG, SUPERUSERS]],
    ['?type=nonsense&sort=;--&limit=1e9', [CATALOG, DOCS, SUPERUSERS]],
  ])('shows what a link asks for: %s', async (search, found) => {
    await openList(search);

    expect(names()).toEqual(found);
  });

  it('leaves a link to some policies behind', async () => {
    const { press } = await openList(`?privilege=${MANAGE_POLICIES}`);

    await press('Show everything');

    await waitFor(() => expect(names()).toHaveLength(3));
    expect(address()).toBe(POLICIES);
  });

  it('sorts', async () => {
    const { user } = await openList();

    await user.click(screen.getByRole('columnheader', { name: 'Changed' }));
    await waitFor(() => expect(names()).toEqual([SUPERUSERS, CATALOG, DOCS]));
    await user.click(screen.getByRole('columnheader', { name: 'Changed' }));

    await waitFor(() => expect(names()).toEqual([DOCS, CATALOG, SUPERUSERS]));
    expect(address()).toBe(`${POLICIES}?sort=-updated`);
  });

  it('turns pages, and begins again with another filter', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      aPolicy({
        id: `policy-${index}`,
        name: `Policy ${String(index).padStart(2, '0')}`,
      }),
    );
    const { press, take } = await openList(
      '?limit=10',
      new MemoryPolicies(DAN, many),
    );

    await press(/next/i);
    await waitFor(() => expect(names()).toEqual(['Policy 10', 'Policy 11']));
    expect(address()).toBe(`${POLICIES}?limit=10&cursor=10`);
    await take(/^Any state/, 'Active');

    await waitFor(() => expect(names()).toHaveLength(10));
    expect(address()).toBe(`${POLICIES}?limit=10&state=active`);
  });

  it.each([
    ['', 'Press New policy to say who may do what', []],
    ['?q=nothing', 'Search for something else', [aPolicy()]],
  ])(
    'says what to do next when there is nothing %s',
    async (search, hint, policies) => {
      await openList(search, new MemoryPolicies(DAN, policies));

      expect(await screen.findByText(hint, { exact: false })).toBeVisible();
    },
  );

  it('tells a broken link from its policies, and shows them', async () => {
    const { press } = await openList('?cursor=nonsense');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cursor does not belong to this list.',
    );
    await press('Try again');

    await waitFor(() => expect(names()).toHaveLength(3));
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { DATASET_ACCESS_CHANNEL } from 'backstage-plugin-dataset-access-common';
import { MemorySignals } from '../../__testUtils__/MemorySignals';
import { ANA, ANALYSTS, ORDERS } from '../../__testUtils__/people';
import {
  allSeeTheCatalog,
  aPolicy,
  EDIT_DESCRIPTION,
  FINANCE,
  SEE_CATALOG,
  theSuperusers,
} from '../../__testUtils__/policies';
import {
  beforeDan,
  lines,
  openDialog,
  openPolicy,
  openPolicies,
  POLICIES,
} from '../../__testUtils__/policyPages';
import { address } from '../../__testUtils__/renderInPortal';
import { fact } from '../../__testUtils__/requestPage';

describe('the page of a policy', () => {
  it('says in words for whom it is, what it gives and on what', async () => {
    await openPolicy(
      beforeDan(
        aPolicy({
          privileges: [SEE_CATALOG, EDIT_DESCRIPTION, 'gone.since'],
          actors: {
            users: [ANA],
            groups: [ANALYSTS],
            roles: ['reader'],
            allUsers: true,
            allGroups: true,
            resourceOwners: true,
            responsibilities: ['data-steward'],
          },
        }),
      ),
    );

    expect(await screen.findByText('Data steward of the entity')).toBeVisible();
    expect(lines('For whom')).toEqual([
      'All users',
      'All users who are in a group',
      'Owners of the entity',
      'Data steward of the entity',
      'Role Reader',
      'Analysts',
      'Ana Analyst',
    ]);
    expect(lines('Catalog')[0]).toMatch(/^View entity page/);
    expect(lines('Metadata')[0]).toMatch(/^Edit description/);
    expect(lines('No longer known to this portal')).toEqual(['gone.since']);
    expect(
      screen.getByText('Domain is', { exact: false, selector: 'li *' }),
    ).toHaveTextContent('Domain is Finance or a domain within it');
  });

  it.each<[string, Parameters<typeof aPolicy>[0], string[]]>([
    ['everything', { resources: [] }, ['Every entity of the catalog']],
    [
      'the portal',
      { type: 'platform', resources: [] },
      ['The portal itself, not its entities'],
    ],
    [
      'several conditions',
      {
        resources: [
          {
            field: 'type',
            operator: 'equals',
            values: ['api', 'resource/dataset'],
          },
          { field: 'entity', operator: 'equals', values: [ORDERS] },
          {
            field: 'entity',
            operator: 'starts-with',
            values: ['resource:default/sales-'],
          },
          { field: 'tag', operator: 'equals', values: ['pii'] },
          { field: 'label', operator: 'equals', values: ['tier=gold'] },
          { field: 'owner', operator: 'equals', values: [ANALYSTS] },
        ],
      },
      [
        'Entities for which all of this holds:',
        'Type is api or resource/dataset',
        'Entity is Customer orders',
        'Entity starts with resource:default/sales-',
        'Tag is pii',
        'Label is tier=gold',
        'Owner is Analysts',
      ],
    ],
  ])('says what it is about: %s (S2.7–S2.10)', async (_, facts, words) => {
    await openPolicy(beforeDan(aPolicy(facts)));

    const card = screen
      .getByRole('heading', { name: 'On what' })
      .closest('.bui-Card')!;
    expect(
      [...card.querySelectorAll('p, li')].map(({ textContent }) => textContent),
    ).toEqual(words);
  });

  it('says who wrote it and who changed it, and where it comes from', async () => {
    await openPolicy(
      beforeDan(aPolicy({ createdAt: '2031-03-01T12:00:00.000Z' })),
    );

    expect(fact('Type')).toBe(
      'Metadata: What people may do with entities of the catalog.',
    );
    expect(fact('Origin')).toBe('Written here');
    expect(fact('Written')).toBe('Mar 1, 2031 by Dan Owner');
    expect(fact('Changed')).toMatch(/by Bob Steward$/);
    expect(fact('Version')).toBe('3');
  });

  it.each([
    [
      theSuperusers(),
      'It is for the superusers whom app-config names, so that nobody is ever locked out.',
    ],
    [
      aPolicy({ origin: 'built-in', editable: false }),
      'It comes with the product.',
    ],
    [
      aPolicy({
        origin: 'config',
        source: 'policies/finance.yaml:12',
        editable: false,
      }),
      'It comes from policies/finance.yaml:12. Change it there.',
    ],
  ])(
    'says why it cannot be changed, and what to do instead (S2.19) %#',
    async (policy, because) => {
      await openPolicy(beforeDan(policy));

      expect(
        screen.getByText('This policy cannot be changed here'),
      ).toBeVisible();
      expect(screen.getByText(because, { exact: false })).toHaveTextContent(
        'write a policy of your own beside it',
      );
      expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
      expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    },
  );

  it('offers nothing to change to those who may only read', async () => {
    const backend = beforeDan(aPolicy());
    backend.can.manage = false;
    await openPolicy(backend);

    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Deactivate' })).toBeNull();
  });

  it('says who may see policies to those who may not', async () => {
    const backend = beforeDan(aPolicy());
    backend.can.read = false;
    await openPolicies(backend, '/finance-docs');

    expect(
      await screen.findByText(/for the people who run this portal/),
    ).toBeVisible();
  });

  it('says that there is no such policy', async () => {
    await openPolicies(beforeDan(), '/gone');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such policy.',
    );
  });

  it('shows at once what somebody else made of it', async () => {
    const backend = beforeDan(aPolicy());
    const signals = new MemorySignals();
    await openPolicy(backend, { signals });

    backend.change(backend.policies[0], { name: 'Another name' });
    act(() => signals.publish(DATASET_ACCESS_CHANNEL, { type: 'changed' }));

    expect(
      await screen.findByRole('heading', { name: 'Another name' }),
    ).toBeVisible();
  });
});

describe('what can be done on the page of a policy', () => {
  it('leads to the editor', async () => {
    const { user } = await openPolicy(beforeDan(aPolicy()));

    await user.click(await screen.findByRole('link', { name: 'Edit' }));

    await waitFor(() =>
      expect(address()).toBe(`${POLICIES}/finance-docs/edit`),
    );
  });

  it('activates, after it has shown who gains what, and stays (S2.18)', async () => {
    const { press, user } = await openPolicy(beforeDan(allSeeTheCatalog()));

    await press('Activate');
    const dialog = await openDialog();
    expect(
      await dialog.findByRole('heading', { name: '4 people gain' }),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Activate' }));

    expect(await screen.findByText('Active')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(
      await screen.findByRole('button', { name: 'Deactivate' }),
    ).toBeVisible();
  });

  it('deletes, and goes back to the others (S2.17)', async () => {
    const backend = beforeDan(aPolicy(), theSuperusers());
    const { press, user } = await openPolicy(backend);

    await press('Delete');
    const dialog = await openDialog();
    await dialog.findByText('2 people lose');
    await user.click(dialog.getByRole('button', { name: 'Delete' }));

    await waitFor(() => expect(address()).toBe(POLICIES));
    const table = within(await screen.findByRole('grid'));
    expect(await table.findByText('Superusers: platform')).toBeVisible();
    expect(backend.policies).toHaveLength(1);
  });

  it(`leads to the domain, the people and the roles that it names`, async () => {
    await openPolicy(
      beforeDan(aPolicy({ actors: { users: [ANA], roles: ['admin'] } })),
    );

    expect(
      await screen.findByRole('link', { name: 'Role Admin' }),
    ).toHaveAttribute('href', '/dataset-access/roles/admin');
    expect(screen.getByRole('link', { name: 'Ana Analyst' })).toHaveAttribute(
      'title',
      ANA,
    );
    expect(screen.getByRole('link', { name: 'Finance' })).toHaveAttribute(
      'title',
      FINANCE,
    );
  });
});

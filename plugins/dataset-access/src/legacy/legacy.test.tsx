import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InMemoryBackend } from './__testUtils__/InMemoryBackend';
import { renderLegacyApp } from './__testUtils__/renderLegacyApp';

jest.setTimeout(60_000);

const PARCELS = '/catalog/default/resource/parcels';

async function menuItems(): Promise<Array<string | null>> {
  await userEvent.click(
    await screen.findByRole('button', { name: 'More actions' }),
  );
  const items = await screen.findAllByRole('menuitem');
  return items.map(({ textContent }) => textContent);
}

async function openDialog(): Promise<HTMLElement> {
  await userEvent.click(
    await screen.findByRole('button', { name: 'More actions' }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'Request access' }),
  );
  return screen.findByRole('dialog', { name: 'Request Dataset Access' });
}

const address = () => screen.getByLabelText('Address').textContent;

describe('entity pages', () => {
  it.each(['resource/parcels', 'api/routes'])(
    'offer access to the dataset %s in the menu, beside the items of others',
    async dataset => {
      renderLegacyApp(`/catalog/default/${dataset}`);
      expect(await menuItems()).toEqual([
        'Request access',
        'Unregister entity',
        'Inspect entity',
        'Copy entity URL',
      ]);
    },
  );

  it('show the card of a dataset, with who decides and a way to ask', async () => {
    renderLegacyApp(PARCELS);
    expect(
      await screen.findByRole('heading', { name: 'Your access' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('You have no access to this dataset.'),
    ).toBeInTheDocument();
    expect(screen.getByText('(owner)')).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Request access' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('main')).toHaveLength(1);
  });

  it.each(['api/routes', 'resource/parcel-bucket'])(
    'say who answers for %s',
    async entity => {
      renderLegacyApp(`/catalog/default/${entity}`);
      expect(
        await screen.findByRole('heading', { name: 'Responsibilities' }),
      ).toBeVisible();
      const list = screen.getByRole('list', { name: 'Who answers for it' });
      expect(within(list).getByText('Data steward')).toBeVisible();
      expect(
        await within(list).findByRole('link', { name: 'Logistics' }),
      ).toBeVisible();
    },
  );

  it('offer no access to what is no dataset', async () => {
    renderLegacyApp('/catalog/default/resource/parcel-bucket');
    expect(await menuItems()).not.toContain('Request access');
    expect(screen.queryByText('Your access')).not.toBeInTheDocument();
  });

  it('show nothing of ours on a group', async () => {
    const backend = renderLegacyApp('/catalog/default/group/logistics');
    expect(await screen.findByText('Everything about it')).toBeInTheDocument();
    expect(await menuItems()).toEqual([
      'Unregister entity',
      'Inspect entity',
      'Copy entity URL',
    ]);
    expect(screen.queryByText('Your access')).not.toBeInTheDocument();
    expect(screen.queryByText('Responsibilities')).not.toBeInTheDocument();
    expect(backend.calls).toEqual([]);
  });

  it('say on a tab who was granted a dataset', async () => {
    renderLegacyApp(PARCELS);
    await userEvent.click(await screen.findByRole('tab', { name: 'Grants' }));
    expect(address()).toBe(`${PARCELS}/grants`);
    expect(
      await screen.findByRole('button', {
        name: 'Revoke the access of Gus Guest',
      }),
    ).toBeVisible();
  });

  it('say on a tab who has access to a domain', async () => {
    renderLegacyApp('/catalog/default/domain/freight');
    await userEvent.click(await screen.findByRole('tab', { name: 'Access' }));
    expect(address()).toBe('/catalog/default/domain/freight/access');
    expect(
      await screen.findByRole('button', { name: 'Provide access' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('rowheader', { name: 'Logistics' }),
    ).toBeVisible();
    expect(screen.getByText('Nothing has happened yet')).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'Domains' })).toBeNull();
  });

  it('say on a tab which domains a group has, a toggle each', async () => {
    renderLegacyApp('/catalog/default/group/logistics/domains');
    expect(
      await screen.findByRole('switch', { name: 'Datasets of Freight' }),
    ).toBeChecked();
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(
      'Domains',
    );
    expect(screen.queryByRole('tab', { name: 'Access' })).toBeNull();
  });

  it('go by what app-config says a dataset is', async () => {
    const filter = { kind: 'Resource', 'spec.type': 's3-bucket' };
    renderLegacyApp('/catalog/default/resource/parcel-bucket', {
      config: { datasetAccess: { dataset: { filter } } },
    });
    expect(await menuItems()).toContain('Request access');
    expect(screen.getByText('Your access')).toBeInTheDocument();
  });
});

describe('the menu item', () => {
  it('opens the dialog, which files the request that the card then shows', async () => {
    const backend = renderLegacyApp(PARCELS);
    const dialog = await openDialog();
    // the menu has had the focus until now
    await waitFor(() =>
      expect(dialog).toContainElement(document.activeElement as HTMLElement),
    );
    expect(await within(dialog).findByText('Parcels')).toBeVisible();
    expect(
      within(dialog).getByRole('link', { name: 'Logistics' }),
    ).toBeVisible();

    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Delays by region, for the monthly report',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Send request' }),
    );
    const results = await within(dialog).findByRole('list', {
      name: 'What happens now',
    });
    expect(results).toHaveTextContent('Gus Guest');
    expect(results).toHaveTextContent('Requested');
    expect(backend.requests).toMatchObject([
      {
        dataset: { ref: 'resource:default/parcels' },
        beneficiary: 'user:default/guest',
        reason: 'Delays by region, for the monthly report',
      },
    ]);

    await userEvent.click(within(dialog).getByText('Close'));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    const request = await screen.findByRole('link', { name: /Read-only/ });
    expect(request).toHaveAttribute(
      'href',
      '/dataset-access/requests/request-1',
    );
    await userEvent.click(request);
    expect(
      await screen.findByRole('heading', { name: 'Parcels for Gus Guest' }),
    ).toBeInTheDocument();
  });

  it('has the focus again after the dialog was cancelled, and opens it again', async () => {
    renderLegacyApp(PARCELS);
    const dialog = await openDialog();
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'More actions' }),
      ).toHaveFocus(),
    );
    expect(await openDialog()).toBeInTheDocument();
  });

  it('leaves no dialog behind when somebody goes to another page', async () => {
    renderLegacyApp(PARCELS);
    const dialog = await openDialog();
    await userEvent.click(
      await within(dialog).findByRole('link', { name: 'Logistics' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(address()).toBe('/catalog/default/group/logistics');
    await userEvent.click(screen.getByRole('button', { name: 'Go back' }));
    expect(await screen.findByText('Your access')).toBeInTheDocument();
    expect(address()).toBe(PARCELS);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('the page', () => {
  it.each(['/dataset-access', '/dataset-access/no-such-list'])(
    'opens with the inbox at %s',
    async path => {
      renderLegacyApp(path);
      expect(await screen.findByText('Nothing waits for you')).toBeVisible();
      expect(address()).toBe('/dataset-access/inbox');
      expect(
        screen.getByRole('heading', { name: 'Dataset access' }),
      ).toBeVisible();
      expect(screen.getAllByRole('main')).toHaveLength(1);
      await waitFor(() =>
        expect(document.title).toBe('Inbox | Dataset access | Portal'),
      );
    },
  );

  it('leads to the own requests by its second tab', async () => {
    renderLegacyApp('/dataset-access');
    await userEvent.click(
      await screen.findByRole('tab', { name: 'My requests' }),
    );
    expect(await screen.findByText('No requests')).toBeVisible();
    expect(address()).toBe('/dataset-access/requests');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(
      'My requests',
    );
  });

  it('lists what waits for a decision, each row leading to it', async () => {
    const backend = new InMemoryBackend();
    backend.addToInbox('r1', 'Planning of the new hub');
    renderLegacyApp('/dataset-access/inbox', { backend });
    await userEvent.click(
      await screen.findByRole('rowheader', { name: /Parcels/ }),
    );
    await waitFor(() => expect(address()).toBe('/dataset-access/inbox/r1'));
  });

  it.each([
    { origin: 'inbox', tab: 'Inbox' },
    { origin: 'requests', tab: 'My requests' },
  ])('shows a request at /dataset-access/$origin/:id', async row => {
    const backend = new InMemoryBackend();
    backend.addToInbox('r1', 'Planning of the new hub');
    renderLegacyApp(`/dataset-access/${row.origin}/r1`, { backend });
    expect(await screen.findByText('Planning of the new hub')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Approve' })).toBeVisible();
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(
      row.tab,
    );
    expect(screen.getAllByRole('main')).toHaveLength(1);

    await userEvent.click(screen.getByRole('link', { name: `← ${row.tab}` }));
    await waitFor(() =>
      expect(address()).toBe(`/dataset-access/${row.origin}`),
    );
  });

  it.each([
    { section: 'policies', tab: 'Policies', row: /Edit documentation/ },
    { section: 'roles', tab: 'Roles', row: 'Reader' },
  ])(
    'lists $section on a tab, each row leading to its page',
    async ({ section, tab, row }) => {
      renderLegacyApp('/dataset-access');
      await userEvent.click(await screen.findByRole('tab', { name: tab }));
      expect(address()).toBe(`/dataset-access/${section}`);
      await waitFor(() =>
        expect(document.title).toBe(`${tab} | Dataset access | Portal`),
      );
      await userEvent.click(
        await screen.findByRole('rowheader', { name: row }),
      );
      expect(
        await screen.findByRole('heading', { level: 1, name: row }),
      ).toBeVisible();
      expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(
        tab,
      );
      expect(screen.getAllByRole('main')).toHaveLength(1);
    },
  );

  it('lists what the user has on a tab, each row leading to the grant', async () => {
    renderLegacyApp('/dataset-access');
    await userEvent.click(
      await screen.findByRole('tab', { name: 'My access' }),
    );
    expect(address()).toBe('/dataset-access/grants');
    await userEvent.click(
      await screen.findByRole('rowheader', { name: /Parcels/ }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Parcels for Gus Guest' }),
    ).toBeVisible();
    expect(address()).toBe('/dataset-access/grants/grant-1');
    expect(screen.getAllByRole('main')).toHaveLength(1);
  });

  it('says on the tab how many tasks there are, and lists them', async () => {
    renderLegacyApp('/dataset-access');
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Tasks (1)' }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Done: Grant Parcels, Gus Guest',
      }),
    ).toBeVisible();
    expect(address()).toBe('/dataset-access/tasks');
  });

  it('says on a tab what differs in the sources', async () => {
    renderLegacyApp('/dataset-access');
    await userEvent.click(await screen.findByRole('tab', { name: 'Drift' }));
    expect(
      await screen.findByText('The sources allow what they should.'),
    ).toBeVisible();
    expect(address()).toBe('/dataset-access/drift');
  });

  it('has access reviews on a tab', async () => {
    renderLegacyApp('/dataset-access');
    await userEvent.click(await screen.findByRole('tab', { name: 'Reviews' }));
    expect(await screen.findByText('No access reviews')).toBeVisible();
    expect(address()).toBe('/dataset-access/reviews');
  });

  it('explains decisions on its last tab', async () => {
    renderLegacyApp('/dataset-access');
    await userEvent.click(await screen.findByRole('tab', { name: 'Explain' }));
    expect(await screen.findByText('Ask a question')).toBeVisible();
    expect(address()).toBe('/dataset-access/explain');
  });

  it('says so when there is no such request', async () => {
    renderLegacyApp('/dataset-access/requests/r9');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such request.',
    );
  });
});

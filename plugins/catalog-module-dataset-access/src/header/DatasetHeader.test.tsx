import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Fact,
  facts,
  page,
  readMenu,
  surroundings,
} from '../__testUtils__/entityHeader';
import { openEntityPage } from '../__testUtils__/renderPortal';
import { brokenPlugin, openedTickets } from '../__testUtils__/ticketsPlugin';

jest.setTimeout(60_000);

// a tab of another plugin: the overview has cards of ours, with buttons of their own
const PARCELS = 'resource/parcels/tickets';
const BUCKET = 'resource/parcel-bucket/tickets';
const withoutOurs = [{ 'entity-header-layout:catalog/dataset-access': false }];

const accessButton = { name: 'Request access' };

describe('the header of a dataset page', () => {
  it('has the access button, which opens the dialog', async () => {
    const asked = await openEntityPage(PARCELS);
    await screen.findByText('Tickets about it');
    await waitFor(() => expect(asked).toEqual(['resource:default/parcels']));
    await userEvent.click(await page().findByRole('button', accessButton));
    expect(
      await screen.findByRole('dialog', { name: 'Request Dataset Access' }),
    ).toBeVisible();
  });

  it('makes a favourite of the dataset, and takes it back', async () => {
    await openEntityPage(PARCELS);
    for (const name of ['Add to favorites', 'Remove from favorites']) {
      await userEvent.click(await page().findByRole('button', { name }));
    }
    expect(
      await page().findByRole('button', { name: 'Add to favorites' }),
    ).toBeVisible();
  });

  it('leads to the owner', async () => {
    await openEntityPage(PARCELS);
    await userEvent.click(
      await page().findByRole('link', { name: 'Logistics' }),
    );
    expect(
      await page().findByRole('heading', { name: 'Logistics' }),
    ).toBeVisible();
  });

  it('leads to the tabs of other plugins', async () => {
    await openEntityPage('resource/parcels');
    await userEvent.click(await page().findByRole('link', { name: 'Tickets' }));
    expect(await screen.findByText('Tickets about it')).toBeVisible();
    expect(page().getByRole('link', { name: 'Tickets' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(await page().findByRole('button', accessButton)).toBeVisible();
  });
});

const inWarehouse = {
  label: 'System',
  text: null,
  links: [{ name: 'warehouse', href: '/catalog/default/system/warehouse' }],
};

const standardFacts: Array<{ dataset: string; said: Fact[] }> = [
  {
    dataset: 'resource/parcels',
    said: [
      {
        label: 'Owner',
        text: null,
        links: [
          { name: 'Logistics', href: '/catalog/default/group/logistics' },
        ],
      },
      inWarehouse,
    ],
  },
  {
    dataset: 'api/routes',
    said: [
      { label: 'Lifecycle', text: 'production', links: [] },
      {
        label: 'Owner',
        text: null,
        links: [
          { name: 'Logistics', href: '/catalog/default/group/logistics' },
          { name: 'Ana Costa', href: '/catalog/default/user/ana' },
        ],
      },
      inWarehouse,
      {
        label: 'Domain',
        text: null,
        links: [
          { name: 'transport', href: '/catalog/default/domain/transport' },
        ],
      },
      {
        label: 'Part of',
        text: null,
        links: [
          { name: 'planner', href: '/catalog/default/component/planner' },
        ],
      },
    ],
  },
  { dataset: 'resource/orphan', said: [] },
];

describe.each(standardFacts)('the header of $dataset', ({ dataset, said }) => {
  const path = `${dataset}/tickets`;

  /** Reads the same of our header and of the standard one. */
  async function readBoth<T>(read: () => Promise<T>): Promise<[T, T]> {
    await openEntityPage(path);
    expect(await page().findByRole('button', accessButton)).toBeVisible();
    const ours = await read();
    cleanup();
    await openEntityPage(path, { extensions: withoutOurs });
    return [ours, await read()];
  }

  it('has everything that the standard header has', async () => {
    const [ours, standard] = await readBoth(async () => {
      expect(await screen.findByText('Tickets about it')).toBeVisible();
      // names of owners come later than the rest
      await waitFor(() => expect(facts()).toEqual(said));
      return surroundings();
    });
    expect(ours).toEqual(standard);
  });

  it('has the same menu, of all plugins', async () => {
    const [ours, standard] = await readBoth(readMenu);
    expect(ours).toEqual(standard);
  });
});

describe('the menu in the header of a dataset page', () => {
  it('has the items of other plugins for this entity, and not those for others', async () => {
    await openEntityPage(PARCELS);
    const names = (await readMenu()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Open a ticket', 'All tickets']),
    );
    cleanup();
    await openEntityPage('api/routes/tickets');
    const namesOfApi = (await readMenu()).map(({ name }) => name);
    expect(namesOfApi).toContain('Open a ticket');
    expect(namesOfApi).not.toContain('All tickets');
  });

  it('does what another plugin does with its item', async () => {
    openedTickets.splice(0);
    await openEntityPage(PARCELS);
    await readMenu();
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Open a ticket' }),
    );
    await waitFor(() =>
      expect(openedTickets).toEqual(['resource:default/parcels']),
    );
    await waitFor(() =>
      expect(screen.queryByRole('menu')).not.toBeInTheDocument(),
    );
  });

  it('goes without the item of a plugin that fails', async () => {
    const error = jest.spyOn(console, 'error').mockReturnValue();
    await openEntityPage(PARCELS, { features: [brokenPlugin] });
    expect((await readMenu()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Inspect entity', 'Open a ticket']),
    );
    error.mockRestore();
  });

  it('opens what the catalog itself offers there', async () => {
    await openEntityPage(PARCELS);
    await readMenu();
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Inspect entity' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Entity Inspector')).toBeVisible();
  });
});

describe('the header of an entity that is no dataset', () => {
  it('is the standard one', async () => {
    const asked = await openEntityPage(BUCKET);
    expect(await screen.findByText('Tickets about it')).toBeVisible();
    expect(surroundings()).toMatchObject({
      title: 'parcel-bucket',
      tags: ['Resource', 's3-bucket'],
      buttons: ['Add to favorites', 'More actions'],
    });
    expect(screen.queryByRole('button', accessButton)).not.toBeInTheDocument();
    expect(asked).toEqual([]);
  });
});

describe('which entities have our header', () => {
  const filter = { kind: 'Resource', 'spec.type': 's3-bucket' };

  it.each([
    {
      by: 'what app-config says a dataset is',
      portal: { config: { datasetAccess: { dataset: { filter } } } },
    },
    {
      by: 'the filter of the extension',
      portal: {
        extensions: [
          {
            'entity-header-layout:catalog/dataset-access': {
              config: { filter },
            },
          },
        ],
      },
    },
  ])('goes by $by', async ({ portal }) => {
    await openEntityPage(BUCKET, portal);
    expect(await page().findByRole('button', accessButton)).toBeVisible();
    cleanup();
    await openEntityPage(PARCELS, portal);
    expect(await screen.findByText('Tickets about it')).toBeVisible();
    expect(page().queryByRole('button', accessButton)).not.toBeInTheDocument();
  });
});

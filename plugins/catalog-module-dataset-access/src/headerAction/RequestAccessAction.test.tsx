import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entities } from '../__testUtils__/catalog';
import { page } from '../__testUtils__/entityHeader';
import {
  openEntityPage,
  Portal,
  renderPortal,
} from '../__testUtils__/renderPortal';
import { ticketHeaderPlugin } from '../__testUtils__/ticketsPlugin';

jest.setTimeout(60_000);

const PARCELS = 'resource/parcels/tickets';
const HEADER = 'entity-header-layout:catalog/dataset-access';
const ACTION = 'plugin-header-action:catalog/dataset-access';
const accessButton = { name: 'Request access' };

/** Opens a page, and waits until both the page and the bar above it know the entity. */
async function openPage(path: string, portal: Portal = {}): Promise<void> {
  const catalog = catalogApiMock({ entities });
  const load = jest.spyOn(catalog, 'getEntityByRef');
  await openEntityPage(path, { ...portal, catalog });
  await screen.findByText('Tickets about it');
  await waitFor(() => expect(load.mock.results.length).toBeGreaterThan(1));
  await act(async () => {
    await Promise.all(load.mock.results.map(({ value }) => value));
  });
}

describe('the access button of a dataset page', () => {
  it.each<{ portal: Portal; what: string; where: 'header' | 'bar' }>([
    { portal: {}, what: 'without further ado', where: 'header' },
    {
      portal: { extensions: [{ [HEADER]: false }] },
      what: 'with our header switched off',
      where: 'bar',
    },
    {
      portal: {
        extensions: [{ [HEADER]: { config: { filter: { kind: 'api' } } } }],
      },
      what: 'with our header for other datasets only',
      where: 'bar',
    },
  ])('is there once: $what, in the $where', async ({ portal, where }) => {
    await openPage(PARCELS, portal);
    const [button, ...others] = await screen.findAllByRole(
      'button',
      accessButton,
    );
    expect(button).toBeVisible();
    expect(others).toEqual([]);
    expect(screen.getByRole('main').contains(button)).toBe(where === 'header');
  });

  it('goes into the bar when another plugin draws the header', async () => {
    await openPage(PARCELS, {
      features: [ticketHeaderPlugin],
    });
    expect(await screen.findByText('Header of somebody else')).toBeVisible();
    expect(await screen.findAllByRole('button', accessButton)).toHaveLength(1);
    expect(page().queryByRole('button', accessButton)).not.toBeInTheDocument();
  });

  it('opens the dialog from the bar as well', async () => {
    await openPage('api/routes/tickets', {
      extensions: [{ [HEADER]: false }],
    });
    await userEvent.click(await screen.findByRole('button', accessButton));
    expect(
      await screen.findByRole('dialog', { name: 'Request Dataset Access' }),
    ).toBeVisible();
  });

  it('is nowhere when both places are switched off', async () => {
    await openEntityPage(PARCELS, {
      extensions: [{ [HEADER]: false }, { [ACTION]: false }],
    });
    expect(await screen.findByText('Tickets about it')).toBeVisible();
    expect(screen.queryByRole('button', accessButton)).not.toBeInTheDocument();
  });
});

describe('the bar above other pages of the catalog', () => {
  it('has no access button on an entity that is no dataset', async () => {
    await openPage('resource/parcel-bucket/tickets', {
      extensions: [{ [HEADER]: false }],
    });
    expect(screen.queryByRole('button', accessButton)).not.toBeInTheDocument();
  });

  it('has none on the list of entities', async () => {
    const asked = renderPortal('/catalog', {
      extensions: [{ [HEADER]: false }],
    });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Catalog',
    );
    expect(screen.queryByRole('button', accessButton)).not.toBeInTheDocument();
    expect(asked).toEqual([]);
  });
});

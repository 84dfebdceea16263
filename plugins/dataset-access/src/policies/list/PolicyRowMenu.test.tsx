import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import {
  CATALOG,
  DOCS,
  lines,
  names,
  openDialog,
  openList,
  openPolicies,
  POLICIES,
  portal,
  SUPERUSERS,
} from '../../__testUtils__/policyPages';
import { address } from '../../__testUtils__/renderInPortal';
import { column } from '../../__testUtils__/requestList';

describe('who may do what with the list', () => {
  it('says who may see policies to those who may not', async () => {
    const backend = portal();
    backend.can.read = false;
    await openPolicies(backend);

    expect(
      await screen.findByRole('heading', {
        name: 'Policies are for the people who run this portal',
      }),
    ).toBeVisible();
    expect(screen.getByText(/privilege “Read policies”/)).toBeVisible();
    expect(screen.queryByRole('search')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers nothing to change to those who may only read', async () => {
    const backend = portal();
    backend.can.manage = false;
    const { user } = await openList('', backend);

    expect(screen.queryByRole('link', { name: 'New policy' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    await user.click(
      screen.getByRole('button', { name: `Actions for ${DOCS}` }),
    );
    expect(await menu()).toEqual(['View', 'View history']);
  });

  it('offers nothing to change about a locked policy', async () => {
    const { user } = await openList();

    await user.click(
      screen.getByRole('button', { name: `Actions for ${SUPERUSERS}` }),
    );

    expect(await menu()).toEqual(['View', 'View history']);
  });

  it.each([
    [DOCS, 'Deactivate'],
    [CATALOG, 'Activate'],
  ])('offers what can be done with %s', async (name, toggle) => {
    const { user } = await openList();

    await user.click(
      screen.getByRole('button', { name: `Actions for ${name}` }),
    );

    expect(await menu()).toEqual([
      'View',
      'Edit',
      toggle,
      'View history',
      'Delete',
    ]);
  });

  it.each([
    ['Edit', `${POLICIES}/finance-docs/edit`],
    ['View history', `${POLICIES}/finance-docs`],
  ])('goes where the menu says: %s', async (item, path) => {
    const { choose } = await openList();

    await choose(DOCS, item);

    await waitFor(() => expect(address()).toBe(path));
  });

  it('leads to the editor', async () => {
    const { user } = await openList();

    await user.click(screen.getByRole('link', { name: 'New policy' }));

    await waitFor(() => expect(address()).toBe(`${POLICIES}/new`));
  });

  it('works by keyboard', async () => {
    const { user } = await openList();

    await user.click(screen.getByRole('searchbox'));
    // past the filters into the list, down to the policy and to the end of its row
    await user.tab();
    await user.tab();
    await user.tab();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(
      screen.getByRole('button', { name: `Actions for ${DOCS}` }),
    ).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findByRole('menu');
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');

    expect(
      await screen.findByRole('dialog', { name: `Deactivate “${DOCS}”?` }),
    ).toBeVisible();
  });
});

describe('changing a policy from the list', () => {
  it('deactivates after it has shown who loses what (S2.18)', async () => {
    const backend = portal();
    const { choose, user } = await openList('', backend);

    await choose(DOCS, 'Deactivate');
    const dialog = await openDialog();
    expect(
      await dialog.findByRole('heading', { name: '2 people lose' }),
    ).toBeVisible();
    expect(lines('2 people lose', dialog)).toEqual([
      'Bob StewardEdit description on 1 entity: Customer orders',
      'Cleo StewardEdit description on 1 entity: Customer orders',
    ]);
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }));

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(column(2)).toEqual(['Inactive', 'Inactive', 'Active']);
  });

  it('deletes in the version that was seen (S2.17)', async () => {
    const backend = portal();
    const removed = jest.spyOn(backend, 'deletePolicy');
    const { choose, user } = await openList('', backend);

    await choose(DOCS, 'Delete');
    const dialog = await openDialog();
    expect(dialog.getByText(/cannot be brought back/)).toBeVisible();
    await dialog.findByRole('heading', { name: '2 people lose' });
    await user.click(dialog.getByRole('button', { name: 'Delete' }));

    await waitFor(() => expect(names()).toEqual([CATALOG, SUPERUSERS]));
    expect(removed).toHaveBeenCalledWith('finance-docs', 3);
  });

  it('changes nothing when it is not confirmed', async () => {
    const backend = portal();
    const { choose, user } = await openList('', backend);

    await choose(DOCS, 'Delete');
    const dialog = await openDialog();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(names()).toContain(DOCS);
  });

  it('tries again where the server could not be reached', async () => {
    const backend = portal();
    jest
      .spyOn(backend, 'listPolicies')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press } = await openList('', backend);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy.',
    );
    await press('Try again');

    await waitFor(() => expect(names()).toHaveLength(3));
  });
});

async function menu(): Promise<Array<string | null>> {
  return within(await screen.findByRole('menu'))
    .getAllByRole('menuitem')
    .map(({ textContent }) => textContent);
}

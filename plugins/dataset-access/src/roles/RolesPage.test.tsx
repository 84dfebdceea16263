import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryRoles } from '../__testUtils__/MemoryRoles';
import { ANA, ANALYSTS, BOB, DAN } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';
import { cells, row } from '../__testUtils__/requestList';
import { openRoles } from '../__testUtils__/rolePages';

const ROLES = '/dataset-access/roles';

describe('the roles', () => {
  it('are shown with where they come from, whom they were given to, and which one everybody has', async () => {
    await openRoles(new MemoryRoles(BOB, { reader: [ANA, ANALYSTS] }));

    await waitFor(() =>
      expect(cells()).toEqual([
        ['Admin', '0', 'Shipped', 'Add people'],
        ['Editor', '0', 'Shipped', 'Add people'],
        [
          'ReaderSees all metadata.',
          '2',
          'ShippedEverybody has it',
          'Add people',
        ],
        ['Data curator', '0', 'Custom', 'Add people'],
      ]),
    );
  });

  it('lead each to its page', async () => {
    const { user } = await openRoles(new MemoryRoles(BOB));
    await waitFor(() => expect(cells()).toHaveLength(4));

    await user.click(within(row('Reader')).getByRole('rowheader'));

    expect(
      await screen.findByRole('heading', { level: 1, name: 'Reader' }),
    ).toBeVisible();
    expect(address()).toBe(`${ROLES}/reader`);
  });

  it('of one person are a link away (S4.4)', async () => {
    await openRoles(
      new MemoryRoles(BOB, { reader: [ANA], editor: [DAN], curator: [ANA] }),
      `?subject=${ANA}`,
    );

    await waitFor(() =>
      expect(cells().map(([title]) => title)).toEqual([
        'ReaderSees all metadata.',
        'Data curator',
      ]),
    );
    expect(
      screen.getByRole('button', { name: /Ana Analyst.*Held by/ }),
    ).toBeVisible();
  });

  it('of somebody without any say how to give one', async () => {
    await openRoles(new MemoryRoles(BOB), `?subject=${ANA}`);

    expect(
      await screen.findByText('No role was given to them directly'),
    ).toBeVisible();
    expect(screen.getByText(/Press Add people/)).toBeVisible();
  });

  it('are filtered by whom somebody picks', async () => {
    const { user, press } = await openRoles(
      new MemoryRoles(BOB, { editor: [DAN] }),
    );
    await press(/Held by/);

    await user.click(await screen.findByRole('option', { name: /^Dan Owner/ }));

    await waitFor(() =>
      expect(cells().map(([title]) => title)).toEqual(['Editor']),
    );
    expect(address()).toBe(`${ROLES}?subject=${encodeURIComponent(DAN)}`);
  });

  it('can only be looked at by who may not give them', async () => {
    const accessControl = new MemoryRoles(ANA);
    accessControl.may = 'read';
    await openRoles(accessControl);

    await waitFor(() => expect(cells()).toHaveLength(4));
    expect(screen.queryByRole('button', { name: /Add people/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'New role' })).toBeNull();
  });

  it('are not for everybody, who is told what to do instead', async () => {
    const accessControl = new MemoryRoles(ANA);
    accessControl.may = 'nothing';
    await openRoles(accessControl);

    expect(
      await screen.findByText('Roles are for those who manage access'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'What may I do?' }),
    ).toHaveAttribute('href', '/dataset-access/explain');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be loaded again when that failed', async () => {
    const accessControl = new MemoryRoles(BOB);
    jest
      .spyOn(accessControl, 'listRoles')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press } = await openRoles(accessControl);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy.',
    );

    await press('Try again');

    await waitFor(() => expect(cells()).toHaveLength(4));
  });
});

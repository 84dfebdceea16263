import { screen, waitFor, within } from '@testing-library/react';
import { MemoryRoles } from '../__testUtils__/MemoryRoles';
import { ANA, ANALYSTS, BOB, CLEO, DAN } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';
import { cells, row } from '../__testUtils__/requestList';
import { openRoles, outcomes } from '../__testUtils__/rolePages';
import { aRolePolicy } from '../__testUtils__/roles';

const ROLES = '/dataset-access/roles';

async function openRole(accessControl: MemoryRoles, rest = '/reader') {
  const page = await openRoles(accessControl, rest);
  await screen.findByRole('heading', { level: 1 });
  return {
    ...page,
    async pick(...names: string[]) {
      for (const name of names) {
        await waitFor(() => expect(row(name)).toBeDefined());
        await page.user.click(within(row(name)).getByRole('checkbox'));
      }
    },
    /** Presses a button of the open dialog. */
    async confirm(title: string, name: string) {
      const dialog = await screen.findByRole('dialog', { name: title });
      await page.user.click(within(dialog).getByRole('button', { name }));
    },
  };
}

describe('the page of a role (S4.3)', () => {
  it('shows who holds it, who gave it and when', async () => {
    await openRole(new MemoryRoles(BOB, { reader: [ANA, ANALYSTS] }));

    await waitFor(() =>
      expect(cells()).toEqual([
        ['Ana Analyst', 'Bob Steward', '3 days ago'],
        ['Analysts', 'Bob Steward', '3 days ago'],
      ]),
    );
    expect(screen.getByRole('link', { name: 'Ana Analyst' })).toHaveAttribute(
      'href',
      '/catalog/default/user/ana',
    );
  });

  it('marks who is gone, and does not lead to whoever has the name now (P-34)', async () => {
    const accessControl = new MemoryRoles(BOB, { reader: [ANA] });
    accessControl.members.get('reader')![0].exists = false;
    await openRole(accessControl);

    expect(await screen.findByText('No longer in the catalog')).toBeVisible();
    expect(screen.getByText(ANA)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Ana Analyst' })).toBeNull();
  });

  it('shows the policies behind it, what is locked and what is inactive (S4.2)', async () => {
    const accessControl = new MemoryRoles(BOB);
    accessControl.policies = [
      aRolePolicy(),
      aRolePolicy({
        id: 'extra',
        name: 'Readers may tag',
        editable: true,
        state: 'inactive',
        privileges: ['metadata.edit-tags'],
      }),
      aRolePolicy({ id: 'other', actors: { roles: ['editor'] } }),
    ];
    await openRole(accessControl);

    expect(await outcomes('What it gives')).toEqual([
      'Reader: metadataLockedMetadata policy · 2 privileges',
      'Readers may tagInactiveMetadata policy · 1 privilege',
    ]);
    expect(
      screen.getByRole('link', { name: 'Reader: metadata' }),
    ).toHaveAttribute('href', '/dataset-access/policies/role-reader-metadata');
  });

  it('says that a role without policies gives nothing, and what to do', async () => {
    await openRole(new MemoryRoles(BOB), '/curator');

    expect(screen.getByText('No policy names this role')).toBeVisible();
    expect(await screen.findByText('Nobody holds this role')).toBeVisible();
  });

  it('turns the pages of its members, in the address', async () => {
    const crowd = Array.from({ length: 30 }, (_, n) => `user:default/u${n}`);
    const { press } = await openRole(new MemoryRoles(BOB, { reader: crowd }));
    await waitFor(() => expect(cells()).toHaveLength(25));

    await press('Next table page');

    await waitFor(() => expect(cells()).toHaveLength(5));
    expect(address()).toBe(`${ROLES}/reader?cursor=25`);
    await press('Previous table page');
    await waitFor(() => expect(cells()).toHaveLength(25));
  });

  it('goes back to the first page when there is nothing on this one any more', async () => {
    await openRole(
      new MemoryRoles(BOB, { reader: [ANA] }),
      '/reader?cursor=25',
    );

    await waitFor(() => expect(cells()).toHaveLength(1));
    expect(address()).toBe(`${ROLES}/reader`);
  });

  it('says that there is no such role', async () => {
    await openRoles(new MemoryRoles(BOB), '/nobody');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such role.',
    );
    expect(screen.getByRole('link', { name: /Roles/ })).toHaveAttribute(
      'href',
      ROLES,
    );
  });

  it('is not for everybody', async () => {
    const accessControl = new MemoryRoles(ANA);
    accessControl.may = 'nothing';
    await openRoles(accessControl, '/reader');

    expect(
      await screen.findByText('Roles are for those who manage access'),
    ).toBeVisible();
  });

  it('can only be looked at by who may not give it', async () => {
    const accessControl = new MemoryRoles(ANA, { curator: [DAN] });
    accessControl.may = 'read';
    await openRole(accessControl, '/curator');

    await waitFor(() => expect(cells()).toHaveLength(1));
    expect(screen.queryByRole('checkbox')).toBeNull();
    for (const name of ['Add people', 'Rename', 'Delete role']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});

describe('taking a role away', () => {
  it('asks once, and says for each what became of it', async () => {
    const accessControl = new MemoryRoles(BOB, {
      reader: [ANA, ANALYSTS, DAN],
    });
    const { press, pick, confirm, close } = await openRole(accessControl);
    await pick('Ana Analyst', 'Analysts');
    await press('Take the role away');
    expect(await outcomes('Who loses the role')).toEqual([
      'Ana Analyst',
      'Analysts',
    ]);
    expect(accessControl.holders('reader')).toHaveLength(3);

    await confirm('Take the role Reader away?', 'Take the role away');

    expect(await outcomes('What became of it')).toEqual([
      'Ana AnalystNo longer has the role',
      'AnalystsNo longer has the role',
    ]);
    expect(accessControl.holders('reader')).toEqual([DAN]);
    await close();
    await waitFor(() => expect(cells()).toHaveLength(1));
  });

  it('does not remove the last admin, and says so', async () => {
    const accessControl = new MemoryRoles(BOB, { admin: [BOB, CLEO] });
    accessControl.lastAdmin = BOB;
    const { press, pick, confirm } = await openRole(accessControl, '/admin');
    await pick('Bob Steward');
    await press('Take the role away');

    await confirm('Take the role Admin away?', 'Take the role away');

    expect(await outcomes('What became of it')).toEqual([
      'Bob StewardNot possibleNobody would be left who can manage policies.',
    ]);
  });

  it('can be thought over', async () => {
    const accessControl = new MemoryRoles(BOB, { reader: [ANA] });
    const { press, pick, confirm } = await openRole(accessControl);
    await pick('Ana Analyst');
    await press('Take the role away');

    await confirm('Take the role Reader away?', 'Cancel');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(accessControl.holders('reader')).toEqual([ANA]);
  });
});

describe('a role that was made here', () => {
  it('can be renamed', async () => {
    const { press, write } = await openRole(new MemoryRoles(BOB), '/curator');
    await press('Rename');
    await write('Title', 'Curator of data');
    await write('Description', 'Keeps the metadata tidy.');

    await press('Save');

    expect(
      await screen.findByRole('heading', { name: 'Curator of data' }),
    ).toBeVisible();
    expect(screen.getByText('Keeps the metadata tidy.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be deleted, after asking once', async () => {
    const accessControl = new MemoryRoles(BOB);
    const { press, confirm } = await openRole(accessControl, '/curator');
    await press('Delete role');
    expect(accessControl.roles).toHaveLength(4);

    await confirm('Delete Data curator?', 'Delete role');

    await waitFor(() => expect(address()).toBe(ROLES));
    expect(accessControl.roles).toHaveLength(3);
  });

  it('cannot be deleted while policies name it, and says which', async () => {
    const accessControl = new MemoryRoles(BOB);
    accessControl.policies = [
      aRolePolicy({ name: 'Curators edit', actors: { roles: ['curator'] } }),
    ];
    const { press, confirm } = await openRole(accessControl, '/curator');
    await press('Delete role');

    await confirm('Delete Data curator?', 'Delete role');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Policies still name this role: "Curators edit".',
    );
    expect(accessControl.roles).toHaveLength(4);
  });
});

it('a role that comes with the product cannot be changed, and says so (S4.1)', async () => {
  await openRole(new MemoryRoles(BOB));

  expect(
    screen.getByText(/^This role comes with the product and cannot be changed/),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Rename' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Delete role' })).toBeNull();
});

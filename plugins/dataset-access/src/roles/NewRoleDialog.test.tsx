import { screen } from '@testing-library/react';
import { MemoryRoles } from '../__testUtils__/MemoryRoles';
import { BOB } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';
import { openRoles } from '../__testUtils__/rolePages';

const ROLES = '/dataset-access/roles';

describe('a new role (S4.10)', () => {
  it('gets its id from its title, and leads to its page', async () => {
    const accessControl = new MemoryRoles(BOB);
    const { press, write } = await openRoles(accessControl);
    await press('New role');
    await write('Title', 'Data Steward, EMEA');
    expect(screen.getByRole('textbox', { name: 'Id' })).toHaveValue(
      'data-steward-emea',
    );

    await press('Create role');

    expect(
      await screen.findByRole('heading', { name: 'Data Steward, EMEA' }),
    ).toBeVisible();
    expect(address()).toBe(`${ROLES}/data-steward-emea`);
    expect(accessControl.roles.at(-1)).toMatchObject({ shipped: false });
  });

  it('keeps the id that somebody wrote', async () => {
    const { press, write } = await openRoles(new MemoryRoles(BOB));
    await press('New role');
    await write('Id', 'emea');

    await write('Title', 'Data Steward, EMEA');

    expect(screen.getByRole('textbox', { name: 'Id' })).toHaveValue('emea');
  });

  it('needs a title and an id that can be used', async () => {
    const accessControl = new MemoryRoles(BOB);
    const { press, write } = await openRoles(accessControl);
    await press('New role');
    await write('Id', 'No Id');

    await press('Create role');

    expect(await screen.findByText('Write a title.')).toBeVisible();
    expect(screen.getByText(/^Begin with a letter or digit/)).toBeVisible();
    expect(accessControl.roles).toHaveLength(4);
  });

  it('is not made twice; what was written stays', async () => {
    const { press, write } = await openRoles(new MemoryRoles(BOB));
    await press('New role');
    await write('Title', 'Curator');

    await press('Create role');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is already a role of this id or title.',
    );
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(
      'Curator',
    );
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryRoles } from '../__testUtils__/MemoryRoles';
import { ANA, ANALYSTS, BOB, CLEO, DAN } from '../__testUtils__/people';
import { row } from '../__testUtils__/requestList';
import { openRoles, outcomes } from '../__testUtils__/rolePages';

describe('adding people (S4.5)', () => {
  it('says first what would happen to each, and changes nothing', async () => {
    const accessControl = new MemoryRoles(BOB, {
      reader: [CLEO],
      editor: [ANA],
    });
    const { press, choose } = await openRoles(accessControl);
    await press('Add people to Reader');
    await choose('Ana Analyst', 'Cleo Steward', 'Analysts');

    await press('Check what happens');

    expect(await outcomes('What would happen')).toEqual([
      'Ana AnalystGets the roleLoses the role Editor, which this one takes the place of',
      'Cleo StewardHas it already',
      'AnalystsGets the role',
    ]);
    expect(screen.getByText('Nothing has been changed yet.')).toBeVisible();
    expect(accessControl.holders('reader')).toEqual([CLEO]);
    expect(accessControl.holders('editor')).toEqual([ANA]);
  });

  it('gives the role, and says for each what became of it', async () => {
    const accessControl = new MemoryRoles(BOB, {
      reader: [CLEO],
      editor: [ANA],
    });
    const { press, choose, close } = await openRoles(accessControl);
    await press('Add people to Reader');
    await choose('Ana Analyst', 'Cleo Steward', 'Analysts');
    await press('Check what happens');

    await press('Give the role');

    expect(await outcomes('What became of it')).toEqual([
      'Ana AnalystHas the role nowNo longer has the role Editor',
      'Cleo StewardHad it already',
      'AnalystsHas the role now',
    ]);
    expect(accessControl.holders('reader')).toEqual([CLEO, ANA, ANALYSTS]);
    expect(accessControl.holders('editor')).toEqual([]);
    await close();
    await waitFor(() => expect(row('Reader')).toHaveTextContent('3'));
  });

  it('leaves out who cannot get it, and gives it to the others', async () => {
    const accessControl = new MemoryRoles(BOB);
    const { press, choose } = await openRoles(accessControl);
    await press('Add people to Reader');
    await choose('Ana Analyst', 'Dan Owner');
    await press('Check what happens');
    await outcomes('What would happen');
    jest.spyOn(accessControl, 'assignRole').mockResolvedValueOnce({
      outcomes: [
        {
          subject: ANA,
          outcome: 'refused',
          code: 'LAST_ADMIN',
          message: 'Nobody would be left who can manage policies.',
        },
        { subject: DAN, outcome: 'assigned' },
      ],
    });

    await press('Give the role');

    expect(await outcomes('What became of it')).toEqual([
      'Ana AnalystNot possibleNobody would be left who can manage policies.',
      'Dan OwnerHas the role now',
    ]);
  });

  it('has nothing to give when all have it', async () => {
    const { press, choose } = await openRoles(
      new MemoryRoles(BOB, { reader: [ANA] }),
    );
    await press('Add people to Reader');
    await choose('Ana Analyst');
    await press('Check what happens');

    expect(
      await screen.findByText('There is nobody to give the role to.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Give the role' })).toBeNull();
  });

  it('can be thought over, with the choice kept', async () => {
    const { press, choose } = await openRoles(new MemoryRoles(BOB));
    await press('Add people to Reader');
    await choose('Ana Analyst', 'Dan Owner');
    await press('Check what happens');

    await press('Change the choice');

    const chosen = within(
      await screen.findByRole('grid', { name: 'Chosen users and groups' }),
    );
    expect(
      chosen.getAllByRole('row').map(({ textContent }) => textContent),
    ).toEqual(['Ana Analyst', 'Dan Owner']);
  });

  it('says why somebody may not give the role, and keeps the choice', async () => {
    const accessControl = new MemoryRoles(BOB);
    jest
      .spyOn(accessControl, 'assignRole')
      .mockRejectedValueOnce(new DatasetAccessError('ESCALATION'));
    const { press, choose } = await openRoles(accessControl);
    await press('Add people to Admin');
    await choose('Ana Analyst');

    await press('Check what happens');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You cannot hand out a privilege that you do not hold yourself.',
    );
    expect(
      screen.getByRole('button', { name: 'Remove Ana Analyst' }),
    ).toBeVisible();
  });

  it('needs somebody', async () => {
    const accessControl = new MemoryRoles(BOB);
    const asked = jest.spyOn(accessControl, 'assignRole');
    const { press } = await openRoles(accessControl);
    await press('Add people to Reader');

    await press('Check what happens');

    expect(
      await screen.findByText('Choose at least one user or group.'),
    ).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });
});

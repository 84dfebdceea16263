import { screen, waitFor } from '@testing-library/react';
import { DateTime } from 'luxon';
import {
  aResponsibility,
  MemoryResponsibilities,
} from '../__testUtils__/MemoryResponsibilities';
import { BOB, CLEO, DAN } from '../__testUtils__/people';
import { daysFromNow } from '../__testUtils__/requests';
import { openCard } from '../__testUtils__/responsibilitiesCard';

describe('changing a responsibility', () => {
  const STEWARD = 'Data steward, Bob Steward';

  it('gives it another end', async () => {
    const accessControl = new MemoryResponsibilities(DAN, [aResponsibility()]);
    const { act, press, writeDay } = await openCard(accessControl);
    const last = DateTime.now().plus({ days: 10 });
    await act(STEWARD, 'Change the end');
    await writeDay('Until (optional)', last);

    await press('Save');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(accessControl.items[0]).toMatchObject({
      endsAt: last.endOf('day').toUTC().toISO(),
      version: 2,
    });
  });

  it('leaves the end to the moment when nothing was changed', async () => {
    const endsAt = '2031-03-01T12:00:00.000Z';
    const accessControl = new MemoryResponsibilities(DAN, [
      aResponsibility({ endsAt }),
    ]);
    const { act, press } = await openCard(accessControl);
    await act(STEWARD, 'Change the end');

    await press('Save');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(accessControl.items[0].endsAt).toBe(endsAt);
  });

  it('does not let it end in the past', async () => {
    const accessControl = new MemoryResponsibilities(DAN, [aResponsibility()]);
    const { act, press, writeDay } = await openCard(accessControl);
    await act(STEWARD, 'Change the end');
    await writeDay('Until (optional)', DateTime.now().minus({ days: 2 }));

    await press('Save');

    expect(
      await screen.findByText('Choose a day that is not over yet.'),
    ).toBeVisible();
    expect(accessControl.items[0].version).toBe(1);
  });

  it('says that somebody else was faster', async () => {
    const accessControl = new MemoryResponsibilities(DAN, [aResponsibility()]);
    const { act, press } = await openCard(accessControl);
    await act(STEWARD, 'Change the end');
    accessControl.items[0].version = 2;

    await press('Save');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This changed since you looked at it.',
    );
  });

  it('ends it now, after asking once, and keeps it on record', async () => {
    const accessControl = new MemoryResponsibilities(DAN, [aResponsibility()]);
    const { act, press } = await openCard(accessControl);
    await act(STEWARD, 'End it now');
    await screen.findByRole('dialog', {
      name: 'End this responsibility now?',
    });
    expect(accessControl.items[0].state).toBe('active');

    await press('End it now');

    expect(
      await screen.findByRole('button', { name: 'Earlier (1)' }),
    ).toBeVisible();
    expect(accessControl.items[0].state).toBe('terminated');
  });

  it('removes one that should never have been', async () => {
    const accessControl = new MemoryResponsibilities(DAN, [
      aResponsibility(),
      aResponsibility({ id: 'b', subject: CLEO, startsAt: daysFromNow(-2) }),
    ]);
    const { act, press } = await openCard(accessControl);
    await act('Data steward, Cleo Steward', 'Remove');
    await screen.findByRole('dialog', {
      name: 'Remove this responsibility?',
    });

    await press('Remove');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(accessControl.items.map(({ subject }) => subject)).toEqual([BOB]);
  });

  it('offers only to remove what is over', async () => {
    const { press, user } = await openCard(
      new MemoryResponsibilities(DAN, [aResponsibility({ state: 'ended' })]),
    );
    await press('Earlier (1)');
    await user.click(
      await screen.findByRole('button', { name: `Change: ${STEWARD}` }),
    );

    const items = await screen.findAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(['Remove']);
  });
});

import { screen, waitFor } from '@testing-library/react';
import { DateTime } from 'luxon';
import {
  aResponsibility,
  MemoryResponsibilities,
} from '../__testUtils__/MemoryResponsibilities';
import { ANA, ANALYSTS, DAN, ORDERS } from '../__testUtils__/people';
import { lines, openCard } from '../__testUtils__/responsibilitiesCard';

describe('giving a responsibility', () => {
  it('takes who, as what, and the days', async () => {
    const accessControl = new MemoryResponsibilities(DAN);
    const { press, pick, writeDay } = await openCard(accessControl);
    const [first, last] = [30, 60].map(days => DateTime.now().plus({ days }));
    await press('Give a responsibility');
    await pick(/As what\?/, /^Data steward/);
    await pick(/Who\?/, /^Analysts/);
    await writeDay('From (optional)', first);
    await writeDay('Until (optional)', last);

    await press('Give it');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(accessControl.items).toMatchObject([
      { role: 'data-steward', subject: ANALYSTS, resource: ORDERS },
    ]);
    expect(accessControl.items[0].startsAt).toBe(
      first.startOf('day').toUTC().toISO(),
    );
    expect(accessControl.items[0].endsAt).toBe(
      last.endOf('day').toUTC().toISO(),
    );
    expect(await lines('Who answers for it')).toHaveLength(1);
  });

  it('is from now on and without an end when no day is chosen', async () => {
    const accessControl = new MemoryResponsibilities(DAN);
    const given = jest.spyOn(accessControl, 'createResponsibility');
    const { press, pick } = await openCard(accessControl);
    await press('Give a responsibility');
    await pick(/As what\?/, /^Data product owner/);
    await pick(/Who\?/, /^Ana Analyst/);

    await press('Give it');

    await waitFor(() =>
      expect(given).toHaveBeenCalledWith({
        role: 'data-product-owner',
        subject: ANA,
        resource: ORDERS,
      }),
    );
  });

  it('needs somebody and something', async () => {
    const accessControl = new MemoryResponsibilities(DAN);
    const { press } = await openCard(accessControl);
    await press('Give a responsibility');

    await press('Give it');

    expect(
      await screen.findByText('Choose what they answer as.'),
    ).toBeVisible();
    expect(screen.getByText('Choose a user or group.')).toBeVisible();
    expect(accessControl.items).toEqual([]);
  });

  it('does not end before it begins', async () => {
    const accessControl = new MemoryResponsibilities(DAN);
    const { press, pick, writeDay } = await openCard(accessControl);
    await press('Give a responsibility');
    await pick(/As what\?/, /^Data steward/);
    await pick(/Who\?/, /^Ana Analyst/);
    await writeDay('From (optional)', DateTime.now().plus({ days: 9 }));
    await writeDay('Until (optional)', DateTime.now().plus({ days: 2 }));

    await press('Give it');

    expect(
      await screen.findByText('The last day cannot be before the first.'),
    ).toBeVisible();
    expect(accessControl.items).toEqual([]);
  });

  it('says that they have it already, and keeps what was chosen', async () => {
    const { press, pick } = await openCard(
      new MemoryResponsibilities(DAN, [aResponsibility()]),
    );
    await press('Give a responsibility');
    await pick(/As what\?/, /^Data steward/);
    await pick(/Who\?/, /^Bob Steward/);

    await press('Give it');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'They already hold this responsibility there.',
    );
    expect(
      screen.getByRole('button', { name: /Bob Steward.*Who/ }),
    ).toBeVisible();
  });
});

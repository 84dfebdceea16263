import { act, screen, waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import {
  aResponsibility,
  MemoryResponsibilities,
} from '../__testUtils__/MemoryResponsibilities';
import { ANA, ANALYSTS, BOB, DAN } from '../__testUtils__/people';
import { lines, openCard } from '../__testUtils__/responsibilitiesCard';

const NOON = {
  starts: '2031-03-01T12:00:00.000Z',
  ends: '2031-06-30T12:00:00.000Z',
};

describe('the responsibilities of an entity (S3.4, S3.11)', () => {
  it('say who answers as what, from when until when', async () => {
    await openCard(
      new MemoryResponsibilities(BOB, [
        aResponsibility({
          id: 'a',
          state: 'planned',
          subject: ANALYSTS,
          startsAt: NOON.starts,
          endsAt: NOON.ends,
        }),
        aResponsibility({
          id: 'b',
          role: 'data-product-owner',
          subject: DAN,
          startsAt: '2021-03-01T12:00:00.000Z',
        }),
      ]),
    );

    expect(await lines('Who answers for it')).toEqual([
      'Data stewardPlannedAnalystsFrom Mar 1, 2031 until Jun 30, 2031',
      'Data product ownerActiveDan OwnerFrom Mar 1, 2021 until it is ended',
    ]);
    expect(screen.getByRole('link', { name: 'Dan Owner' })).toBeVisible();
  });

  it('keep those on record that are over, folded away', async () => {
    const { press } = await openCard(
      new MemoryResponsibilities(BOB, [
        aResponsibility({
          id: 'a',
          state: 'terminated',
          subject: ANA,
          startsAt: '2021-03-01T12:00:00.000Z',
          endsAt: '2031-03-01T12:00:00.000Z',
          terminatedAt: '2022-04-01T12:00:00.000Z',
          terminatedBy: DAN,
        }),
        aResponsibility({
          id: 'b',
          state: 'ended',
          role: 'no-longer-configured',
          startsAt: '2021-03-01T12:00:00.000Z',
          endsAt: '2021-05-01T12:00:00.000Z',
        }),
      ]),
    );
    expect(
      await screen.findByText('Nobody answers for this yet'),
    ).toBeVisible();
    expect(
      screen.queryByRole('list', { name: 'Who answered for it earlier' }),
    ).toBeNull();

    await press('Earlier (2)');

    expect(await lines('Who answered for it earlier')).toEqual([
      'Data stewardEnded earlyAna AnalystFrom Mar 1, 2021 until Apr 1, 2022 · Ended by Dan Owner',
      'no-longer-configuredOverBob StewardFrom Mar 1, 2021 until May 1, 2021',
    ]);
  });

  it('are no card at all for who may not read them', async () => {
    const accessControl = new MemoryResponsibilities(ANA, [aResponsibility()]);
    accessControl.may = 'nothing';
    const asked = jest.spyOn(accessControl, 'listResponsibilities');
    await openCard(accessControl);

    await waitFor(() => expect(asked).toHaveBeenCalled());
    await expect(asked.mock.results[0].value).rejects.toThrow();
    // whatever would come of it is there now
    await act(async () => {});

    expect(screen.queryByText('Responsibilities')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can only be looked at by who may not change them', async () => {
    const accessControl = new MemoryResponsibilities(ANA, [aResponsibility()]);
    accessControl.may = 'read';
    await openCard(accessControl);

    expect(await lines('Who answers for it')).toHaveLength(1);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('say what went wrong, and load again', async () => {
    const accessControl = new MemoryResponsibilities(BOB, [aResponsibility()]);
    jest
      .spyOn(accessControl, 'listResponsibilities')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press } = await openCard(accessControl);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy.',
    );

    await press('Try again');

    expect(await lines('Who answers for it')).toHaveLength(1);
  });

  it('are loaded a page at a time', async () => {
    const { press } = await openCard(
      new MemoryResponsibilities(
        BOB,
        Array.from({ length: 60 }, (_, n) => aResponsibility({ id: `r${n}` })),
      ),
    );
    expect(await lines('Who answers for it')).toHaveLength(50);

    await press('Show more');

    await waitFor(async () =>
      expect(await lines('Who answers for it')).toHaveLength(60),
    );
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });
});

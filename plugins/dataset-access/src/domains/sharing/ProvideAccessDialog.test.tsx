import { screen, waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { DateTime } from 'luxon';
import { aDomainGrant, AIRLINE } from '../../__testUtils__/domains';
import { lines } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANA, DAN } from '../../__testUtils__/people';
import { datasets, openDialog, WHO } from '../../__testUtils__/provideAccess';
import { cells } from '../../__testUtils__/requestList';
import { daysFromNow } from '../../__testUtils__/requests';

const REACH = 'What dataset-level access covers';

describe('providing access to a user (S1.5, S1.17)', () => {
  it('takes who, the level, whether the datasets come with it, and the last day', async () => {
    const domainAccess = new MemoryDomains(DAN);
    const {
      user,
      pick,
      writeDay,
      send: press,
      isDone,
    } = await openDialog(domainAccess);
    const last = DateTime.now().plus({ days: 30 });
    await pick(WHO, /^Ana Analyst/);
    await user.click(screen.getByRole('radio', { name: 'Editor' }));
    await user.click(await datasets());
    await writeDay('Until (optional)', last);

    await press();

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toMatchObject({
      level: 'editor',
      datasetLevelAccess: true,
      expiresAt: last.endOf('day').toUTC().toISO(),
    });
    await waitFor(() =>
      expect(cells()[0].slice(0, 3)).toEqual([
        'Ana Analyst',
        'Editor',
        'Included',
      ]),
    );
  });

  it('gives nothing on the datasets unless that is wanted (S1.4)', async () => {
    const domainAccess = new MemoryDomains(DAN);
    const { pick, send: press, isDone } = await openDialog(domainAccess);
    expect(
      screen.getByText('Only the domain itself, and none of its datasets.'),
    ).toBeVisible();
    await pick(WHO, /^Ana Analyst/);

    await press();

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toMatchObject({
      level: 'read-only',
      datasetLevelAccess: false,
    });
    expect(domainAccess.of(ANA, AIRLINE)?.expiresAt).toBeUndefined();
  });

  it('says how many datasets that would be before anything is saved', async () => {
    const domainAccess = new MemoryDomains(DAN);
    const { user } = await openDialog(domainAccess);

    await user.click(await datasets());

    expect(await lines(REACH)).toEqual([
      'Covers 37 datasets today, and later ones.',
      '3 of them are snapshot-only: only those count that are in the domain now.',
      '4 tag-based datasets are left out: their tags say who may use them.',
    ]);
    expect(domainAccess.grants).toEqual([]);
  });

  it.each([
    [
      { covered: 0, snapshotOnly: 0, tagBased: 0 },
      [
        'There are no datasets to cover yet. Those that come later are covered.',
      ],
    ],
    [
      { covered: 12_345, snapshotOnly: 1, tagBased: 1, subdomains: 2 },
      [
        'Covers 12,345 datasets today, and later ones.',
        '1 of them is snapshot-only: only those count that are in the domain now.',
        '1 tag-based dataset is left out: its tags say who may use it.',
        'Includes 2 sub-domains.',
      ],
    ],
  ])('has words for a reach of %j', async (reach, words) => {
    const domainAccess = new MemoryDomains(DAN);
    domainAccess.reach = reach;
    const { user } = await openDialog(domainAccess);

    await user.click(await datasets());

    expect(await lines(REACH)).toEqual(words);
  });

  it('says that they have access already, and keeps what was entered', async () => {
    const { pick, send: press } = await openDialog(
      new MemoryDomains(DAN, [aDomainGrant({ subject: ANA })]),
    );
    await pick(WHO, /^Ana Analyst/);

    await press();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'They have access to this domain already.',
    );
    expect(
      screen.getByRole('button', { name: /Ana Analyst.*Who gets access/ }),
    ).toBeVisible();
  });

  it('says that somebody may no longer do it, and keeps what was entered', async () => {
    const domainAccess = new MemoryDomains(DAN);
    const { user, pick, send: press } = await openDialog(domainAccess);
    await pick(WHO, /^Ana Analyst/);
    await user.click(screen.getByRole('radio', { name: 'Owner' }));
    domainAccess.owned = [];

    await press();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Only an owner of this domain may say who has access to it.',
    );
    expect(screen.getByRole('radio', { name: 'Owner' })).toBeChecked();
  });

  it('needs somebody, and a day that is not over', async () => {
    const domainAccess = new MemoryDomains(DAN);
    const { writeDay, send: press } = await openDialog(domainAccess);
    await writeDay('Until (optional)', DateTime.now().minus({ days: 2 }));

    await press();

    expect(await screen.findByText('Choose a user or group.')).toBeVisible();
    expect(
      screen.getByText('Choose a day that is not over yet.'),
    ).toBeVisible();
    expect(domainAccess.grants).toEqual([]);
  });

  it('tells how far the recording of snapshot-only datasets has come', async () => {
    const domainAccess = new MemoryDomains(DAN);
    let finish: (failure: Error) => void = () => {};
    jest.spyOn(domainAccess, 'createDomainGrant').mockReturnValue(
      new Promise((_, reject) => {
        finish = reject;
      }),
    );
    const { pick, send: press } = await openDialog(domainAccess);
    await pick(WHO, /^Ana Analyst/);
    const soFar = (found: number) => [
      { subject: ANA, datasets: found, startedAt: daysFromNow(0) },
    ];
    domainAccess.captures = soFar(12_000);

    await press();

    const progress = await screen.findByText(/^Recording snapshot-only/);
    expect(progress).toHaveTextContent('for Ana Analyst: 12,000 so far');
    domainAccess.captures = soFar(24_000);
    await waitFor(() =>
      expect(screen.getByText(/^Recording snapshot-only/)).toHaveTextContent(
        '24,000 so far',
      ),
    );

    domainAccess.captures = [];
    finish(new DatasetAccessError('CATALOG_UNAVAILABLE'));
    await waitFor(() =>
      expect(screen.queryByText(/^Recording snapshot-only/)).toBeNull(),
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The catalog cannot be read right now. Nothing was changed.',
    );
  });
});

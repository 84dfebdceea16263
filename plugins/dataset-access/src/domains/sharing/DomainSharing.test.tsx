import { act, screen, waitFor } from '@testing-library/react';
import {
  DATASET_ACCESS_CHANNEL,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import { aDomainGrant } from '../../__testUtils__/domains';
import { openDomain } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANA, ANALYSTS, BOB, CLEO, DAN } from '../../__testUtils__/people';
import { cells } from '../../__testUtils__/requestList';
import { daysFromNow } from '../../__testUtils__/requests';

const JUNE = '2031-06-01T12:00:00.000Z';

describe('who has access to a domain (S1.17)', () => {
  it('is told with the level, the datasets, since when, by whom and until when', async () => {
    await openDomain(
      new MemoryDomains(DAN, [
        aDomainGrant({
          id: 'b',
          subject: ANA,
          level: 'owner',
          expiresAt: JUNE,
          grantedBy: BOB,
        }),
        aDomainGrant({
          id: 'a',
          datasetLevelAccess: true,
          datasetLevelAccessBy: CLEO,
          datasetLevelAccessSince: daysFromNow(-2),
          snapshot: { datasets: 12_000, takenAt: '2026-11-20T12:00:00.000Z' },
        }),
      ]),
    );

    expect(cells()).toEqual([
      [
        'Ana Analyst',
        'Owner',
        'Not included',
        '9 days ago, by Bob Steward',
        'Jun 1, 2031',
        'Active',
      ],
      [
        'Analysts',
        'Read-only',
        'Included2 days ago, by Cleo Steward12,000 snapshot-only datasets recorded, Nov 20, 2026',
        '9 days ago, by Dan Owner',
        'Until removed',
        'Active',
      ],
    ]);
    expect(screen.getByRole('link', { name: 'Analysts' })).toBeVisible();
  });

  it.each([
    ['domain-gone', 'The domain is not in the catalog at the moment.'],
    ['domain-replaced', 'It was given for an earlier domain of this name.'],
    ['subject-gone', 'They are not in the catalog at the moment.'],
    ['subject-replaced', 'It was given to an earlier one of this name.'],
  ] as const)(
    'says why nothing follows from it: %s',
    async (suspendedBecause, why) => {
      await openDomain(
        new MemoryDomains(DAN, [
          aDomainGrant({ state: 'suspended', suspendedBecause }),
        ]),
      );

      expect(cells()[0].at(-1)).toBe(`Suspended${why}`);
    },
  );

  it('does not call one by the name of who bears it now', async () => {
    await openDomain(
      new MemoryDomains(DAN, [
        aDomainGrant({
          state: 'suspended',
          suspendedBecause: 'subject-replaced',
        }),
      ]),
    );

    expect(cells()[0][0]).toBe(ANALYSTS);
    expect(screen.queryByRole('link', { name: 'Analysts' })).toBeNull();
  });

  it('says what to do when nobody has any', async () => {
    await openDomain(new MemoryDomains(DAN));

    expect(
      await screen.findByText('Nobody has been given access yet'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Press Provide access to share this domain with a person or a group.',
      ),
    ).toBeVisible();
  });

  it('is shown as far as it reaches him to who may not share it, with the reason', async () => {
    const domainAccess = new MemoryDomains(ANA, [
      aDomainGrant({ id: 'b', subject: BOB }),
      aDomainGrant({ id: 'a' }),
    ]);
    domainAccess.owned = [];
    domainAccess.principals = [ANA, ANALYSTS];
    await openDomain(domainAccess);

    expect(
      await screen.findByText(
        'Only an owner of this domain may say who has access to it. What reaches you is shown here.',
      ),
    ).toBeVisible();
    expect(cells().map(([who]) => who)).toEqual(['Analysts']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says where to turn to who has nothing and may not share it', async () => {
    const domainAccess = new MemoryDomains(ANA, [aDomainGrant()]);
    domainAccess.owned = [];
    await openDomain(domainAccess);

    expect(
      await screen.findByText('No access to this domain has been given to you'),
    ).toBeVisible();
    expect(screen.getByText(/^Ask one of its owners/)).toBeVisible();
  });

  it('says what went wrong, and loads again', async () => {
    const domainAccess = new MemoryDomains(DAN, [aDomainGrant()]);
    jest
      .spyOn(domainAccess, 'listDomainGrants')
      .mockRejectedValueOnce(new DatasetAccessError('CATALOG_UNAVAILABLE'));
    const { press } = await openDomain(domainAccess);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog cannot be read right now.',
    );

    await press('Try again');

    await waitFor(() => expect(cells()).toHaveLength(1));
  });

  it('follows what others do', async () => {
    const domainAccess = new MemoryDomains(DAN, [aDomainGrant()]);
    const { signals } = await openDomain(domainAccess);
    expect(cells()).toHaveLength(1);
    domainAccess.grants.unshift(aDomainGrant({ id: 'b', subject: ANA }));

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, { type: 'changed' }));

    await waitFor(() => expect(cells()).toHaveLength(2));
  });

  it('tells how far a snapshot has come that somebody else takes', async () => {
    const domainAccess = new MemoryDomains(DAN, [aDomainGrant()]);
    domainAccess.captures = [
      { subject: ANALYSTS, datasets: 12_000, startedAt: daysFromNow(0) },
    ];
    await openDomain(domainAccess);

    expect(
      await screen.findByText(/^Recording snapshot-only datasets for/),
    ).toHaveTextContent(
      'Recording snapshot-only datasets for Analysts: 12,000 so far',
    );
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { aDomainGrant } from '../../__testUtils__/domains';
import { lines, openDomain } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANA, ANALYSTS, BOB, DAN } from '../../__testUtils__/people';
import { daysFromNow } from '../../__testUtils__/requests';
import type { DomainEvent } from './domainEvents';

const HISTORY = 'What happened, the latest first';
const JUNE = '2031-06-01T12:00:00.000Z';
const at = daysFromNow(-2);

const event = (facts: Partial<DomainEvent>): DomainEvent => ({
  grantId: 'domain-grant-1',
  subject: ANALYSTS,
  type: 'domain-access-given',
  at,
  by: BOB,
  level: 'read-only',
  ...facts,
});

async function open(events: DomainEvent[], me = DAN) {
  const domainAccess = new MemoryDomains(me, [aDomainGrant()]);
  domainAccess.events.push(...events);
  return { domainAccess, ...(await openDomain(domainAccess)) };
}

describe('the history of a domain', () => {
  it('tells the story of what was done, the latest first', async () => {
    const domainAccess = new MemoryDomains(DAN);
    const { user, pick, choose, press, isDone } = await openDomain(
      domainAccess,
    );
    await press('Provide access');
    await pick(/Who gets access\?/, /^Analysts/);
    await user.click(
      screen.getByRole('switch', { name: 'Dataset-level access' }),
    );
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Provide access',
      }),
    );
    await isDone();
    await choose('Analysts', 'Revoke dataset access');
    await press('Revoke dataset access');
    await isDone();
    await choose('Analysts', 'Remove access');
    await press('Remove access');
    await isDone();

    await waitFor(async () =>
      expect(await lines(HISTORY)).toEqual([
        'Dan Owner removed the access of Analysts just now',
        'Dan Owner revoked the dataset-level access of Analysts just now',
        'Dan Owner gave Analysts read-only access with the datasets just now',
      ]),
    );
  });

  it.each<[words: string, events: Partial<DomainEvent>[]]>([
    [
      'Bob Steward gave Analysts editor access, until Jun 1, 2031',
      [{ level: 'editor', expiresAt: JUNE }],
    ],
    [
      'Bob Steward gave Analysts dataset-level access',
      [{ type: 'dataset-level-access-given' }],
    ],
    [
      'Bob Steward gave Analysts dataset-level access again',
      [{ type: 'dataset-level-access-given-again' }],
    ],
    [
      'Bob Steward changed the level of Analysts from read-only to owner',
      [{ type: 'level-changed', level: 'owner', levelBefore: 'read-only' }],
    ],
    [
      'Bob Steward let the access of Analysts end on Jun 1, 2031',
      [{ type: 'end-changed', expiresAt: JUNE }],
    ],
    [
      'Bob Steward took away the end of the access of Analysts',
      [{ type: 'end-changed' }],
    ],
    [
      'Bob Steward removed the access of Analysts, and dataset-level access with it',
      [
        { type: 'domain-access-revoked' },
        { type: 'dataset-level-access-revoked' },
      ],
    ],
    [
      'The access of Analysts ended',
      [{ type: 'domain-access-expired', by: undefined }],
    ],
    [
      'The access of Analysts ended, and dataset-level access with it',
      [
        { type: 'domain-access-expired', by: undefined },
        { type: 'dataset-level-access-revoked', by: undefined },
      ],
    ],
    [
      'The portal revoked the dataset-level access of Analysts',
      [{ type: 'dataset-level-access-revoked', by: undefined }],
    ],
  ])('says: %s', async (words, events) => {
    await open(events.map(event));

    expect(await lines(HISTORY)).toEqual([`${words} 2 days ago`]);
  });

  it('says what came of it beside: datasets recorded, own benefit, the request', async () => {
    await open([
      event({ subject: ANA, ownBenefit: true, requestId: 'request-7' }),
      event({ type: 'dataset-level-access-given', snapshotDatasets: 1_200 }),
    ]);

    expect(await lines(HISTORY)).toEqual([
      'Bob Steward gave Ana Analyst read-only access with the datasets 2 days ago1,200 snapshot-only datasets recorded · for their own benefit · Request',
    ]);
    expect(screen.getByRole('link', { name: 'Request' })).toHaveAttribute(
      'href',
      '/dataset-access/requests/request-7',
    );
  });

  it('shows older events when asked', async () => {
    const { press } = await open(
      Array.from({ length: 25 }, (_, n) =>
        event({ type: 'level-changed', at: daysFromNow(-n) }),
      ),
    );
    expect(await lines(HISTORY)).toHaveLength(20);

    await press('Show older');

    await waitFor(async () => expect(await lines(HISTORY)).toHaveLength(25));
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('says that there is none yet', async () => {
    await open([]);

    expect(await screen.findByText('Nothing has happened yet')).toBeVisible();
  });

  it('is not there for who may not know', async () => {
    const domainAccess = new MemoryDomains(ANA);
    domainAccess.owned = [];
    const asked = jest
      .spyOn(domainAccess, 'getDomainHistory')
      .mockRejectedValue(new DatasetAccessError('FORBIDDEN'));
    await openDomain(domainAccess);

    await waitFor(() => expect(asked).toHaveBeenCalled());
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: 'History' })).toBeNull(),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

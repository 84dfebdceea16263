import { act, screen, waitFor, within } from '@testing-library/react';
import { aDomainGrant, AIRLINE } from '../../__testUtils__/domains';
import { lines, openDomain } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANA, DAN } from '../../__testUtils__/people';
import { cells } from '../../__testUtils__/requestList';

/** Ana reads the airline and its datasets. */
const anas = (facts = {}) =>
  aDomainGrant({ subject: ANA, datasetLevelAccess: true, ...facts });

/** What can be done with the access of somebody, as the menu has it. */
async function choices(domainAccess: MemoryDomains, who: string) {
  const { user } = await openDomain(domainAccess);
  await user.click(
    await screen.findByRole('button', { name: `Change the access of ${who}` }),
  );
  const items = await screen.findAllByRole('menuitem');
  return items.map(({ textContent }) => textContent);
}

const inDialog = () => within(screen.getByRole('dialog'));

describe('what can be done with the access of somebody (S1.19)', () => {
  it.each([
    [
      'without datasets',
      anas({ datasetLevelAccess: false }),
      ['Provide dataset access', 'Change level or end', 'Remove access'],
    ],
    [
      'with datasets',
      anas(),
      ['Revoke dataset access', 'Change level or end', 'Remove access'],
    ],
    [
      'with recorded datasets',
      anas({ snapshot: { datasets: 3, takenAt: AIRLINE.title } }),
      [
        'Revoke dataset access',
        'Give dataset access again',
        'Change level or end',
        'Remove access',
      ],
    ],
    [
      'suspended',
      anas({ state: 'suspended', suspendedBecause: 'domain-replaced' }),
      ['Remove access'],
    ],
  ])('%s', async (_, grant, expected) => {
    expect(
      await choices(new MemoryDomains(DAN, [grant]), 'Ana Analyst'),
    ).toEqual(expected);
  });

  it('of a group', async () => {
    expect(
      await choices(new MemoryDomains(DAN, [aDomainGrant()]), 'Analysts'),
    ).toEqual(['Provide dataset access', 'Change the level', 'Remove access']);
  });

  it('is nothing when it is over', async () => {
    await openDomain(new MemoryDomains(DAN, [anas({ state: 'expired' })]));

    expect(await screen.findByText('Ended')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Change the access of/ }),
    ).toBeNull();
  });
});

describe('dataset access of a user', () => {
  it('is provided to who has the domain, after saying how far it reaches (S1.6)', async () => {
    const domainAccess = new MemoryDomains(DAN, [
      anas({ datasetLevelAccess: false, level: 'editor' }),
    ]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Provide dataset access');
    expect(
      inDialog().getByText(
        'They get editor access to the datasets of Airline. Their access to the domain stays as it is.',
      ),
    ).toBeVisible();
    expect(await lines('What dataset-level access covers')).toContain(
      'Covers 37 datasets today, and later ones.',
    );

    await press('Provide dataset access');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toMatchObject({
      datasetLevelAccess: true,
      level: 'editor',
    });
  });

  it('is revoked alone: the domain stays (S1.7)', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas()]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Revoke dataset access');
    expect(
      await screen.findByText('It reaches 37 datasets today.'),
    ).toBeVisible();
    expect(
      screen.getByText(/^They lose the access to datasets/),
    ).toHaveTextContent(
      'Their access to the domain stays, and so does what they have on datasets otherwise.',
    );
    expect(domainAccess.of(ANA, AIRLINE)?.datasetLevelAccess).toBe(true);

    await press('Revoke dataset access');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)?.datasetLevelAccess).toBe(false);
  });

  it('is given again, so that what is there now is recorded (S1.11)', async () => {
    const domainAccess = new MemoryDomains(DAN, [
      anas({ snapshot: { datasets: 1, takenAt: '2026-01-01T12:00:00.000Z' } }),
    ]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Give dataset access again');

    await press('Give dataset access again');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)?.snapshot?.datasets).toBe(3);
    expect(cells()[0][2]).toMatch(/^Included3 snapshot-only datasets recorded/);
  });

  it('goes with the domain when that is removed (S1.9)', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas()]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Remove access');
    expect(
      inDialog().getByText(
        /and with it the access to its datasets\. What they have otherwise, .* stays\.$/,
      ),
    ).toBeVisible();

    await press('Remove access');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toBeUndefined();
    expect(
      await screen.findByText('Nobody has been given access yet'),
    ).toBeVisible();
  });

  it('is not changed over the head of somebody else: what it is now is shown, and a second press does it', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas()]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Revoke dataset access');
    domainAccess.grants.splice(0, 1, anas({ level: 'owner', version: 2 }));

    await press('Revoke dataset access');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This access changed since you opened itNow: Owner, with its datasets.',
    );
    expect(domainAccess.of(ANA, AIRLINE)?.datasetLevelAccess).toBe(true);

    await press('Revoke dataset access');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)).toMatchObject({
      level: 'owner',
      datasetLevelAccess: false,
    });
  });

  it('can be kept', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas()]);
    const { choose, press, isDone } = await openDomain(domainAccess);
    await choose('Ana Analyst', 'Revoke dataset access');

    await press('Keep it');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)?.version).toBe(1);
  });

  it('can be revoked by keyboard alone', async () => {
    const domainAccess = new MemoryDomains(DAN, [anas()]);
    const { user, isDone } = await openDomain(domainAccess);
    const menu = await screen.findByRole('button', {
      name: 'Change the access of Ana Analyst',
    });
    act(() => menu.focus());
    await user.keyboard('{Enter}');
    await screen.findByRole('menu');
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog');
    await waitFor(() =>
      expect(screen.getByRole('dialog')).toContainElement(
        document.activeElement as HTMLElement,
      ),
    );
    while (document.activeElement?.textContent !== 'Revoke dataset access') {
      await user.tab();
    }

    await user.keyboard('{Enter}');

    await isDone();
    expect(domainAccess.of(ANA, AIRLINE)?.datasetLevelAccess).toBe(false);
  });
});

import { act, screen, waitFor } from '@testing-library/react';
import { DATASET_ACCESS_CHANNEL } from 'backstage-plugin-dataset-access-common';
import {
  aDomainGrant,
  AIRLINE,
  CARGO,
  HOTELS,
} from '../../__testUtils__/domains';
import { lines } from '../../__testUtils__/domainPages';
import {
  airline,
  cargo,
  datasetsOf,
  listed,
  openList,
  PREVIEW,
} from '../../__testUtils__/groupDomains';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANALYSTS, BOB, DAN } from '../../__testUtils__/people';

describe('when somebody else changes the list meanwhile (P-31)', () => {
  const others = {
    added: aDomainGrant({ id: 'hotels', domain: HOTELS, grantedBy: BOB }),
    changed: { ...cargo, datasetLevelAccess: true, datasetLevelAccessBy: BOB },
  };

  it('says what they did and who, keeps the draft, and saves it on top of theirs', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline, cargo]);
    const { user, press, preview, isDone } = await openList(domainAccess);
    await user.click(await datasetsOf('Airline'));
    await preview();
    domainAccess.grants.splice(0, 2, others.added, airline, {
      ...others.changed,
      version: 2,
    });

    await press('Save');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody changed the domains of Analysts',
    );
    expect(await lines('What is different')).toEqual([
      'HotelsAdded: Read-only, without its datasets, by Bob Steward',
      'CargoDataset-level access given, by Bob Steward',
    ]);
    expect(domainAccess.of(ANALYSTS, AIRLINE)).toBe(airline);
    expect(await lines(PREVIEW)).toEqual([
      'AirlineDataset-level access revoked',
    ]);

    await press('Save');

    await isDone();
    expect(domainAccess.of(ANALYSTS, AIRLINE)?.datasetLevelAccess).toBe(false);
    expect(domainAccess.of(ANALYSTS, HOTELS)).toBe(others.added);
    expect(domainAccess.of(ANALYSTS, CARGO)?.datasetLevelAccess).toBe(true);
  });

  it('says so already while the draft is written, until that is understood', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline, cargo]);
    const { signals, press } = await openList(domainAccess);
    await press('Remove Airline');
    domainAccess.grants.splice(1, 1);

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, { type: 'changed' }));

    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('Somebody changed the domains of Analysts');
    expect(await lines('What is different')).toEqual([
      'CargoRemoved: Editor, without its datasets',
    ]);
    expect(await listed()).toHaveLength(1);

    await press('Understood');

    await waitFor(() => expect(note).not.toBeInTheDocument());
    expect(screen.getByText('1 change, not saved yet')).toBeVisible();
  });

  it('just shows the list as it is now when there is no draft', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline]);
    const { signals } = await openList(domainAccess);
    await datasetsOf('Airline');
    domainAccess.grants.push(cargo);

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, { type: 'changed' }));

    expect(await datasetsOf('Cargo')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not give back what they took away when only its level was to change', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline, cargo]);
    const { signals, level } = await openList(domainAccess);
    await level('Cargo', 'Owner');
    domainAccess.grants.splice(1, 1);

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, { type: 'changed' }));

    await screen.findByRole('alert');
    expect(await listed()).toHaveLength(1);
    expect(screen.getByText('No unsaved changes')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Preview and save' }),
    ).toBeDisabled();
  });
});

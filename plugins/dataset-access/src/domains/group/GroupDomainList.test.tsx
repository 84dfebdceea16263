import { screen, waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import {
  aDomainGrant,
  AIRLINE,
  CARGO,
  HOTELS,
} from '../../__testUtils__/domains';
import {
  airline,
  cargo,
  datasetsOf,
  listed,
  openList,
} from '../../__testUtils__/groupDomains';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANA, ANALYSTS, BOB, DAN } from '../../__testUtils__/people';

describe('the domains of a group (S1.14)', () => {
  it('are told with one toggle each, and the level', async () => {
    await openList(new MemoryDomains(DAN, [airline, cargo]));

    expect(await datasetsOf('Airline')).toBeChecked();
    expect(await datasetsOf('Cargo')).not.toBeChecked();
    expect(
      screen.getByRole('button', { name: /Editor.*Level on Cargo/ }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Airline' })).toBeVisible();
    expect(screen.getByText('No unsaved changes')).toBeVisible();
  });

  it('can be looked at only where somebody else owns the domain', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline, cargo]);
    domainAccess.owned = [CARGO];
    await openList(domainAccess);

    expect(await datasetsOf('Cargo')).toBeVisible();
    expect(await listed()).toContain('AirlineRead-onlyWith its datasets');
    expect(
      screen.queryByRole('switch', { name: 'Datasets of Airline' }),
    ).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove Airline' })).toBeNull();
  });

  it('say why nothing can be changed to who owns none', async () => {
    const domainAccess = new MemoryDomains(ANA, [airline]);
    domainAccess.owned = [];
    await openList(domainAccess);

    expect(
      await screen.findByText(
        'Only an owner of a domain may change who has access to it. You may change none of these.',
      ),
    ).toBeVisible();
    expect(await listed()).toEqual(['AirlineRead-onlyWith its datasets']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['who shares domains', [AIRLINE], /^Choose domains above/],
    ['who does not', [], /^The owner of a domain can share it/],
  ])('say what to do when there are none, to %s', async (_, owned, hint) => {
    const domainAccess = new MemoryDomains(DAN);
    domainAccess.owned = owned;
    await openList(domainAccess);

    expect(await screen.findByText(hint)).toBeVisible();
  });

  it('are not shown to who has nothing to do with the group', async () => {
    const domainAccess = new MemoryDomains(BOB, [airline]);
    domainAccess.maySeeGroups = false;
    await openList(domainAccess);

    expect(
      await screen.findByText('The domains of this group are not shown to you'),
    ).toBeVisible();
  });

  it('show what is suspended and why, and leave it out of the list that is saved (P-32)', async () => {
    const domainAccess = new MemoryDomains(DAN, [
      { ...airline, state: 'suspended', suspendedBecause: 'domain-replaced' },
      cargo,
    ]);
    const { user, preview } = await openList(domainAccess);
    expect(await listed()).toContain(
      'AirlineSuspendedIt was given for an earlier domain of this name.Read-onlyWith its datasets',
    );
    await user.click(await datasetsOf('Cargo'));

    expect(await preview()).toHaveLength(1);
  });

  it('say what went wrong, and load again', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline]);
    jest
      .spyOn(domainAccess, 'getGroupDomains')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press } = await openList(domainAccess);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy.',
    );

    await press('Try again');

    expect(await datasetsOf('Airline')).toBeVisible();
  });
});

describe('changing the domains of a group (S1.14–S1.16)', () => {
  it('is a draft until it was looked at as a whole and saved', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline, cargo]);
    const { user, add, level, press, preview, isDone } = await openList(
      domainAccess,
    );
    await user.click(await datasetsOf('Airline'));
    await press('Remove Cargo');
    await add('Hotels');
    await level('Hotels', 'Owner');
    await user.click(await datasetsOf('Hotels'));
    expect(screen.getByText('3 changes, not saved yet')).toBeVisible();
    expect(await listed()).toContain(
      'CargoWill be removedEditorWithout its datasetsKeep',
    );

    expect(await preview()).toEqual([
      expect.stringMatching(/^HotelsAdded: Owner, with its datasets/),
      'AirlineDataset-level access revoked',
      'CargoRemoved: Editor, without its datasets',
    ]);
    expect(
      await screen.findByText('Covers 37 datasets today, and later ones.'),
    ).toBeVisible();
    expect(screen.getByText('Nothing has been changed yet.')).toBeVisible();
    expect(domainAccess.of(ANALYSTS, HOTELS)).toBeUndefined();
    expect(domainAccess.of(ANALYSTS, CARGO)).toBe(cargo);

    await press('Save');

    await isDone();
    expect(domainAccess.of(ANALYSTS, HOTELS)).toMatchObject({
      level: 'owner',
      datasetLevelAccess: true,
    });
    expect(domainAccess.of(ANALYSTS, AIRLINE)).toMatchObject({
      level: 'read-only',
      datasetLevelAccess: false,
    });
    expect(domainAccess.of(ANALYSTS, CARGO)).toBeUndefined();
    expect(await screen.findByText('No unsaved changes')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Cargo' })).toBeNull();
  });

  it('offers only what the user may share and the group has not', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline]);
    domainAccess.owned = [AIRLINE, HOTELS];
    const { press } = await openList(domainAccess);
    await datasetsOf('Airline');

    await press(/Add domains/);

    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      `Hotels ${HOTELS.ref}`,
    ]);
  });

  it('asks the backend when somebody searches', async () => {
    const { user, press } = await openList(new MemoryDomains(DAN));
    await press(/Add domains/);
    await screen.findByRole('option', { name: /^Airline/ });

    await user.click(screen.getByRole('searchbox'));
    await user.paste('HOT');

    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(screen.getByRole('option', { name: /^Hotels/ })).toBeVisible();
  });

  it('can be taken back, one by one or all at once', async () => {
    const { user, press, add } = await openList(
      new MemoryDomains(DAN, [airline, cargo]),
    );
    await press('Remove Cargo');
    await press('Keep Cargo');
    await user.click(await datasetsOf('Airline'));
    await user.click(await datasetsOf('Airline'));
    expect(screen.getByText('No unsaved changes')).toBeVisible();
    await add('Hotels');
    await press('Remove Airline');
    expect(screen.getByText('2 changes, not saved yet')).toBeVisible();

    await press('Discard');

    expect(screen.getByText('No unsaved changes')).toBeVisible();
    expect(await listed()).toHaveLength(2);
  });

  it('keeps the draft when the preview is left', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline]);
    const { press, preview, isDone } = await openList(domainAccess);
    await press('Remove Airline');
    await preview();
    expect(
      screen.getByText(/^With access to a domain goes access to its datasets/),
    ).toBeVisible();

    await press('Back');

    await isDone();
    expect(screen.getByText('1 change, not saved yet')).toBeVisible();
    expect(domainAccess.of(ANALYSTS, AIRLINE)).toBe(airline);
  });

  it('is refused for who no longer owns the domain; the draft stays', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline]);
    const { press, isDone } = await openList(domainAccess);
    await press('Remove Airline');
    domainAccess.owned = [];

    await press('Preview and save');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Only an owner of this domain may say who has access to it.',
    );
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await press('Back');
    await isDone();
    expect(screen.getByText('1 change, not saved yet')).toBeVisible();
  });
});

it('many domains are shown a part at a time', async () => {
  const many = Array.from({ length: 70 }, (_, n) =>
    aDomainGrant({
      id: `grant-${n}`,
      domain: { ref: `domain:default/d${n}`, title: `Domain ${n}` },
    }),
  );
  const domainAccess = new MemoryDomains(DAN, many);
  domainAccess.owned = [];
  const { press } = await openList(domainAccess);
  expect(await listed()).toHaveLength(50);

  await press('Show 20 more');

  expect(await listed()).toHaveLength(70);
});

import { act, screen, waitFor } from '@testing-library/react';
import {
  DATASET_ACCESS_CHANNEL,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import {
  aDomainGrant,
  AIRLINE,
  CARGO,
  HOTELS,
} from '../../__testUtils__/domains';
import { lines, openGroup } from '../../__testUtils__/domainPages';
import { MemoryDomains } from '../../__testUtils__/MemoryDomains';
import { ANA, ANALYSTS, BOB, DAN } from '../../__testUtils__/people';

const LIST = 'Domains and the access to each';
const PREVIEW = 'What will change for Analysts';

const airline = aDomainGrant({ id: 'airline', datasetLevelAccess: true });
const cargo = aDomainGrant({ id: 'cargo', domain: CARGO, level: 'editor' });

const listed = () => lines(LIST);
const datasetsOf = (domain: string) =>
  screen.findByRole('switch', { name: `Datasets of ${domain}` });

async function open(domainAccess: MemoryDomains) {
  const acts = await openGroup(domainAccess);
  const { user, press } = acts;
  return {
    ...acts,
    /** Chooses another level. */
    async level(domain: string, option: string) {
      await press(new RegExp(`Level on ${domain}`));
      await user.click(await screen.findByRole('option', { name: option }));
    },
    /** Chooses domains to add. */
    async add(...names: string[]) {
      await press(/Add domains/);
      for (const name of names) {
        await user.click(
          await screen.findByRole('option', { name: new RegExp(`^${name}`) }),
        );
      }
      await user.keyboard('{Escape}');
    },
    async preview() {
      await press('Preview and save');
      return lines(PREVIEW);
    },
  };
}

describe('the domains of a group (S1.14)', () => {
  it('are told with one toggle each, and the level', async () => {
    await open(new MemoryDomains(DAN, [airline, cargo]));

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
    await open(domainAccess);

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
    await open(domainAccess);

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
    await open(domainAccess);

    expect(await screen.findByText(hint)).toBeVisible();
  });

  it('are not shown to who has nothing to do with the group', async () => {
    const domainAccess = new MemoryDomains(BOB, [airline]);
    domainAccess.maySeeGroups = false;
    await open(domainAccess);

    expect(
      await screen.findByText('The domains of this group are not shown to you'),
    ).toBeVisible();
  });

  it('show what is suspended and why, and leave it out of the list that is saved (P-32)', async () => {
    const domainAccess = new MemoryDomains(DAN, [
      { ...airline, state: 'suspended', suspendedBecause: 'domain-replaced' },
      cargo,
    ]);
    const { user, preview } = await open(domainAccess);
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
    const { press } = await open(domainAccess);
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
    const { user, add, level, press, preview, isDone } = await open(
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
    const { press } = await open(domainAccess);
    await datasetsOf('Airline');

    await press(/Add domains/);

    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      `Hotels ${HOTELS.ref}`,
    ]);
  });

  it('asks the backend when somebody searches', async () => {
    const { user, press } = await open(new MemoryDomains(DAN));
    await press(/Add domains/);
    await screen.findByRole('option', { name: /^Airline/ });

    await user.click(screen.getByRole('searchbox'));
    await user.paste('HOT');

    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(screen.getByRole('option', { name: /^Hotels/ })).toBeVisible();
  });

  it('can be taken back, one by one or all at once', async () => {
    const { user, press, add } = await open(
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
    const { press, preview, isDone } = await open(domainAccess);
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
    const { press, isDone } = await open(domainAccess);
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

describe('when somebody else changes the list meanwhile (P-31)', () => {
  const others = {
    added: aDomainGrant({ id: 'hotels', domain: HOTELS, grantedBy: BOB }),
    changed: { ...cargo, datasetLevelAccess: true, datasetLevelAccessBy: BOB },
  };

  it('says what they did and who, keeps the draft, and saves it on top of theirs', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline, cargo]);
    const { user, press, preview, isDone } = await open(domainAccess);
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
    const { signals, press } = await open(domainAccess);
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
    const { signals } = await open(domainAccess);
    await datasetsOf('Airline');
    domainAccess.grants.push(cargo);

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, { type: 'changed' }));

    expect(await datasetsOf('Cargo')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not give back what they took away when only its level was to change', async () => {
    const domainAccess = new MemoryDomains(DAN, [airline, cargo]);
    const { signals, level } = await open(domainAccess);
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

it('many domains are shown a part at a time', async () => {
  const many = Array.from({ length: 70 }, (_, n) =>
    aDomainGrant({
      id: `grant-${n}`,
      domain: { ref: `domain:default/d${n}`, title: `Domain ${n}` },
    }),
  );
  const domainAccess = new MemoryDomains(DAN, many);
  domainAccess.owned = [];
  const { press } = await open(domainAccess);
  expect(await listed()).toHaveLength(50);

  await press('Show 20 more');

  expect(await listed()).toHaveLength(70);
});

import { act, screen, waitFor, within } from '@testing-library/react';
import {
  DATASET_ACCESS_CHANNEL,
  DatasetAccessError,
  Drift,
} from 'backstage-plugin-dataset-access-common';
import { aDrift } from '../__testUtils__/drifts';
import { actsOf } from '../__testUtils__/grantPages';
import { MemoryGrants } from '../__testUtils__/MemoryGrants';
import { MemorySignals } from '../__testUtils__/MemorySignals';
import { BOB, PRODUCTS } from '../__testUtils__/people';
import { address, renderInPortal } from '../__testUtils__/renderInPortal';
import { fact } from '../__testUtils__/requestPage';
import { products } from '../__testUtils__/requests';
import { DriftSection } from './DriftSection';

const DRIFT = '/dataset-access/drift';
const GRANTS = [
  'GRANT USAGE ON SCHEMA sales TO ana_reader',
  'GRANT SELECT ON TABLE sales.orders TO ana_reader',
].join('\n');

/** Bob answers for what differs. */
function bob(...drift: Drift[]): MemoryGrants {
  const backend = new MemoryGrants(BOB);
  backend.drift = drift;
  return backend;
}

async function openDrift(backend: MemoryGrants, search = '') {
  const signals = new MemorySignals();
  const user = renderInPortal(<DriftSection />, {
    backend,
    grantAccess: backend,
    signals,
    mountPath: DRIFT,
    path: DRIFT + search,
  });
  await screen.findByText(/allows something else than was granted here/);
  return { ...actsOf(user), signals };
}

/** The titles of what differs. */
async function titles() {
  const list = await screen.findByRole('list', { name: 'Differences' });
  return within(list)
    .getAllByRole('heading')
    .map(({ textContent }) => textContent);
}

const steps = (name: string) => screen.findByRole('group', { name });

describe('what differs in the sources', () => {
  it('says who has what there, for whom, since when, and what would mend it, word for word', async () => {
    await openDrift(bob(aDrift()));

    expect(await titles()).toEqual(['Less than was granted']);
    expect(fact('Dataset')).toBe('Customer orders · Snowflake');
    expect(fact('Holder in the source')).toBe('ana_reader');
    expect(fact('Stands for')).toBe('Ana Analyst');
    expect(fact('What the source allows')).toBe('Nothing');
    expect(fact('Found')).toBe('2 days ago');
    expect((await steps('What mends it')).textContent).toBe(GRANTS);
  });

  it('says so of more than was granted, of somebody unknown', async () => {
    await openDrift(
      bob(
        aDrift({
          kind: 'excess',
          subject: undefined,
          privileges: ['INSERT', 'SELECT'],
          level: 'editor',
          actions: ['revoke'],
        }),
      ),
    );

    expect(await titles()).toEqual(['More than was granted']);
    expect(fact('Stands for')).toBe('Nobody that the portal knows');
    expect(fact('What the source allows')).toBe('INSERT, SELECT (Editor)');
  });

  it('offers nothing for what others gave to somebody unknown, and says what can be done', async () => {
    await openDrift(bob(aDrift({ kind: 'unmanaged', actions: [], steps: [] })));

    expect(await titles()).toEqual(['Given in the source by others']);
    expect(
      screen.getByText(/Nothing can be done about it from here/),
    ).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('copies the steps', async () => {
    const { press } = await openDrift(bob(aDrift()));
    const copied = jest.spyOn(navigator.clipboard, 'writeText');

    await press('Copy the steps');

    expect(await screen.findByText('Copied')).toBeVisible();
    expect(copied).toHaveBeenCalledWith(GRANTS);
  });

  it('says so where the browser does not let it copy', async () => {
    const { press } = await openDrift(bob(aDrift()));
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValueOnce(new DOMException('NotAllowedError'));

    await press('Copy the steps');

    expect(
      await screen.findByText('This browser does not let us copy'),
    ).toBeVisible();
  });

  it('shows one dataset only, and all again', async () => {
    const backend = bob(
      aDrift(),
      aDrift({ id: 'drift-2', dataset: products, kind: 'excess' }),
    );
    const { press } = await openDrift(
      backend,
      `?dataset=${encodeURIComponent(PRODUCTS)}`,
    );
    expect(await titles()).toEqual(['More than was granted']);
    expect(screen.getByText('Only Products')).toBeVisible();

    await press('Show all datasets');

    await waitFor(async () => expect(await titles()).toHaveLength(2));
    expect(address()).toBe(DRIFT);
  });

  it('shows more of many', async () => {
    const { press } = await openDrift(
      bob(
        ...Array.from({ length: 26 }, (_, index) =>
          aDrift({ id: `drift-${index}` }),
        ),
      ),
    );
    expect(await titles()).toHaveLength(25);

    await press('Show more');

    await waitFor(async () => expect(await titles()).toHaveLength(26));
  });

  it('says that all is well', async () => {
    await openDrift(bob());

    expect(
      await screen.findByText('The sources allow what they should.'),
    ).toBeVisible();
  });

  it('follows what happens elsewhere', async () => {
    const backend = bob(aDrift());
    const { signals } = await openDrift(backend);
    await titles();
    backend.drift = [];

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, {}));

    expect(
      await screen.findByText('The sources allow what they should.'),
    ).toBeVisible();
  });
});

describe('mending', () => {
  it('shows what the source says would be done, and does nothing before it is told', async () => {
    const backend = bob(aDrift());
    const asked = jest.spyOn(backend, 'resolveDrift');
    const { press, pressIn, isDone } = await openDrift(backend);

    await press('Give it again: ana_reader on Customer orders');

    expect((await steps('What will be done')).textContent).toBe(GRANTS);
    await pressIn('Cancel');
    await isDone();
    expect(asked.mock.calls).toEqual([
      ['drift-1', { action: 'reapply', dryRun: true }],
    ]);
    expect(await titles()).toHaveLength(1);
  });

  it('is done once, with a reason, and says what became of it', async () => {
    const backend = bob(aDrift());
    const asked = jest.spyOn(backend, 'resolveDrift');
    const { press, write, dialog, user } = await openDrift(backend);
    await press('Give it again: ana_reader on Customer orders');
    await steps('What will be done');

    await write('Reason (optional)', 'Revoked by mistake');
    await user.dblClick(
      (await dialog()).getByRole('button', { name: 'Give it again' }),
    );

    expect(
      await screen.findByText('The source allows what it should.'),
    ).toBeVisible();
    expect(asked.mock.calls.filter(([, { dryRun }]) => !dryRun)).toEqual([
      [
        'drift-1',
        { action: 'reapply', dryRun: false, reason: 'Revoked by mistake' },
      ],
    ]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not claim to be done while the source has not followed (H8)', async () => {
    const backend = bob(aDrift({ kind: 'excess', actions: ['revoke'] }));
    const { press, pressIn } = await openDrift(backend);
    await press('Take it back: ana_reader on Customer orders');
    await steps('What will be done');
    jest
      .spyOn(backend, 'resolveDrift')
      .mockResolvedValueOnce({ steps: [], done: false });

    await pressIn('Take it back');

    expect(
      await screen.findByText(/again and again until it has/),
    ).toBeVisible();
    expect(screen.queryByText('The source allows what it should.')).toBeNull();
  });

  it('adopts what others gave, without a step in the source', async () => {
    const backend = bob(
      aDrift({
        kind: 'unmanaged',
        privileges: ['SELECT'],
        steps: [],
        actions: ['adopt'],
      }),
    );
    const { press, pressIn, dialog } = await openDrift(backend);
    await press('Adopt: ana_reader on Customer orders');
    expect(
      await (
        await dialog()
      ).findByText('Nothing has to be done in the source.'),
    ).toBeVisible();

    await pressIn('Adopt');

    expect(
      await screen.findByText('There is a grant for it now.'),
    ).toBeVisible();
    expect(backend.drift).toEqual([]);
  });

  it('says why the source cannot say what would be done, and asks it again', async () => {
    const backend = bob(aDrift());
    jest.spyOn(backend, 'resolveDrift').mockRejectedValueOnce(
      new DatasetAccessError('SOURCE_PROBLEM', {
        message: 'The table sales.orders does not exist.',
      }),
    );
    const { press } = await openDrift(backend);
    await press('Give it again: ana_reader on Customer orders');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The table sales.orders does not exist.',
    );

    await press('Try again');

    expect((await steps('What will be done')).textContent).toBe(GRANTS);
  });

  it('keeps the reason when it did not work', async () => {
    const backend = bob(aDrift());
    const { press, write, pressIn } = await openDrift(backend);
    await press('Give it again: ana_reader on Customer orders');
    await steps('What will be done');
    await write('Reason (optional)', 'Revoked by mistake');
    jest
      .spyOn(backend, 'resolveDrift')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));

    await pressIn('Give it again');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /This was not done.*The database is busy/,
    );
    expect(screen.getByRole('textbox')).toHaveValue('Revoked by mistake');
  });
});

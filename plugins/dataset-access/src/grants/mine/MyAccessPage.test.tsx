import { act, screen, waitFor, within } from '@testing-library/react';
import {
  DATASET_ACCESS_CHANNEL,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import { GRANTS, openGrants } from '../../__testUtils__/grantPages';
import { MemoryGrants } from '../../__testUtils__/MemoryGrants';
import { ANA, ANALYSTS, BOB } from '../../__testUtils__/people';
import { address } from '../../__testUtils__/renderInPortal';
import { cells, column, row } from '../../__testUtils__/requestList';
import { aGrant, daysFromNow, products } from '../../__testUtils__/requests';

const active = (facts: Parameters<typeof aGrant>[0] = {}) =>
  aGrant({
    state: 'active',
    activatedAt: daysFromNow(-2),
    expiresAt: daysFromNow(20.5),
    ...facts,
  });
const problem = {
  code: 'SUBJECT_MISSING',
  message: 'There is no role ana in the database.',
  since: daysFromNow(-1),
  attempts: 7,
};

describe('my access', () => {
  it('shows what the user has, also through a group, how it stands and how long it lasts', async () => {
    await openGrants(
      new MemoryGrants(ANA, [
        active(),
        active({
          id: 'products',
          dataset: products,
          subject: ANALYSTS,
          level: 'editor',
          expiresAt: undefined,
        }),
        active({ id: 'of-bob', subject: BOB }),
      ]),
    );

    await waitFor(() => expect(cells()).toHaveLength(2));
    const [first, second] = cells();
    expect(first.slice(0, 3)).toEqual([
      'Customer ordersSnowflake',
      'Read-only',
      'Active',
    ]);
    expect(first[3]).toMatch(/^in 20 days/);
    expect(second.slice(0, 4)).toEqual([
      'ProductsBigQuerythrough Analysts',
      'Editor',
      'Active',
      'Until revoked',
    ]);
  });

  it.each<[string, Parameters<typeof aGrant>[0]]>([
    ['Being set up by hand in Snowflake', {}],
    [
      'Being set up in Snowflake by itself',
      { state: 'provisioning', connector: 'postgres' },
    ],
    [
      'Could not be set up in Snowflake yetThere is no role ana in the database.',
      { state: 'failed', problem },
    ],
    ['Ends in 3 days', { state: 'active', expiresAt: daysFromNow(3.5) }],
    ['Suspended', { state: 'suspended' }],
    [
      'Revoked here; still to be taken back in Snowflake',
      { state: 'revoking', endReason: 'revoked', pendingInSource: true },
    ],
    [
      'Given back here; still to be taken back in Snowflake',
      { state: 'revoking', endReason: 'returned', pendingInSource: true },
    ],
    [
      'Ended here; still to be taken back in Snowflake',
      { state: 'expired', pendingInSource: true },
    ],
  ])('says in words: %s', async (words, facts) => {
    await openGrants(new MemoryGrants(ANA, [aGrant(facts)]));

    await waitFor(() => expect(column(2)).toEqual([words]));
  });

  it('shows also what is over, and says so in the address', async () => {
    const { user } = await openGrants(
      new MemoryGrants(ANA, [
        active(),
        aGrant({ id: 'old', dataset: products, state: 'expired' }),
      ]),
      '?cursor=0',
    );
    await waitFor(() =>
      expect(column(0)).toEqual(['Customer ordersSnowflake']),
    );

    await user.click(
      screen.getByRole('checkbox', { name: 'Also what is over' }),
    );

    await waitFor(() =>
      expect(column(0)).toEqual([
        'Customer ordersSnowflake',
        'ProductsBigQuery',
      ]),
    );
    expect(address()).toBe(`${GRANTS}?over=1`);
  });

  it('leads to the grant', async () => {
    const { user } = await openGrants(new MemoryGrants(ANA, [active()]));

    await waitFor(() => expect(cells()).toHaveLength(1));
    await user.click(within(row('Customer')).getByRole('rowheader'));

    await waitFor(() => expect(address()).toBe(`${GRANTS}/grant-1`));
  });

  it('turns pages', async () => {
    const grants = Array.from({ length: 12 }, (_, index) =>
      active({ id: `grant-${index}` }),
    );
    const { press } = await openGrants(
      new MemoryGrants(ANA, grants),
      '?limit=10',
    );
    await waitFor(() => expect(cells()).toHaveLength(10));

    await press('Next table page');

    await waitFor(() => expect(cells()).toHaveLength(2));
    expect(address()).toBe(`${GRANTS}?limit=10&cursor=10`);
  });

  it('says that there is nothing, and what to do next', async () => {
    await openGrants(new MemoryGrants(ANA));

    expect(
      await screen.findByText('You hold no access by request'),
    ).toBeVisible();
    expect(screen.getByText(/press Request access/)).toBeVisible();
  });

  it('says what went wrong, and tries again', async () => {
    const backend = new MemoryGrants(ANA, [active()]);
    jest
      .spyOn(backend, 'listGrants')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press } = await openGrants(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy.',
    );

    await press('Try again');

    await waitFor(() => expect(column(2)).toEqual(['Active']));
  });

  it('follows what happens elsewhere', async () => {
    const backend = new MemoryGrants(ANA, [aGrant()]);
    const { signals } = await openGrants(backend);
    await waitFor(() => expect(cells()).toHaveLength(1));
    backend.grants.splice(0, 1, active());

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, {}));

    await waitFor(() => expect(column(2)).toEqual(['Active']));
  });
});

describe('giving access back', () => {
  it('says what it means, and gives it back with a comment', async () => {
    const backend = new MemoryGrants(ANA, [active()]);
    const { press, write, pressIn, isDone, dialog } = await openGrants(backend);
    await press('Give back Customer orders');
    expect(
      (await dialog()).getByText(/You lose this access at once/),
    ).toBeVisible();

    await write('Comment (optional)', 'The report is done');
    await pressIn('Give back');

    await isDone();
    expect(column(2)).toEqual([
      'Given back here; still to be taken back in Snowflake',
    ]);
    expect(backend.histories.get('grant-1')).toMatchObject([
      { type: 'grant-returned', text: 'The report is done' },
    ]);
  });

  it('can be thought over', async () => {
    const backend = new MemoryGrants(ANA, [active()]);
    const { press, pressIn, isDone } = await openGrants(backend);
    await press('Give back Customer orders');

    await pressIn('Keep it');

    await isDone();
    expect(backend.grants[0].state).toBe('active');
  });

  it('is sent once, however often the button is pressed', async () => {
    const backend = new MemoryGrants(ANA, [active()]);
    const sent = jest.spyOn(backend, 'returnGrant');
    const { press, dialog, user, isDone } = await openGrants(backend);
    await press('Give back Customer orders');

    await user.dblClick(
      (await dialog()).getByRole('button', { name: 'Give back' }),
    );

    await isDone();
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('keeps the comment when it did not work', async () => {
    const backend = new MemoryGrants(ANA, [active()]);
    jest
      .spyOn(backend, 'returnGrant')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press, write, pressIn } = await openGrants(backend);
    await press('Give back Customer orders');
    await write('Comment (optional)', 'The report is done');

    await pressIn('Give back');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The access was not given back.*The database is busy/,
    );
    expect(screen.getByRole('textbox')).toHaveValue('The report is done');
  });

  it.each<[string, Parameters<typeof aGrant>[0]]>([
    ['what a group has', { subject: ANALYSTS }],
    ['what is over', { state: 'revoking', pendingInSource: true }],
  ])('is not offered for %s', async (_, facts) => {
    await openGrants(new MemoryGrants(ANA, [active(facts)]));
    await waitFor(() => expect(cells()).toHaveLength(1));

    expect(screen.queryByRole('button', { name: /^Give back/ })).toBeNull();
  });
});

describe('extending access', () => {
  it('asks for the same again, filled in, and says that nothing lapses', async () => {
    const backend = new MemoryGrants(ANA, [active({ level: 'editor' })]);
    const { press, dialog, write, pressIn } = await openGrants(backend);

    await press('Extend Customer orders');

    const form = await dialog();
    expect(await form.findByRole('radio', { name: 'Editor' })).toBeChecked();
    expect(form.getByText(/nothing lapses in between/)).toBeVisible();
    await write('Reason', 'The next quarter as well');
    await pressIn('Send request');
    expect(await form.findByText('Requested')).toBeVisible();
    expect(backend.requests).toMatchObject([
      { beneficiary: ANA, level: 'editor', duration: 'P30D' },
    ]);
  });

  it('asks for the group that has it', async () => {
    const backend = new MemoryGrants(ANA, [active({ subject: ANALYSTS })]);
    const { press, write, pressIn } = await openGrants(backend);
    await press('Extend Customer orders');
    await write('Reason', 'The next quarter as well');

    await pressIn('Send request');

    await waitFor(() =>
      expect(backend.requests).toMatchObject([{ beneficiary: ANALYSTS }]),
    );
  });

  it.each<[string, Parameters<typeof aGrant>[0]]>([
    ['what has no end', { expiresAt: undefined }],
    ['what is not there yet', { state: 'provisioning', expiresAt: undefined }],
    ['what is suspended', { state: 'suspended' }],
    ['what is over', { state: 'expired', pendingInSource: true }],
  ])('is not offered for %s', async (_, facts) => {
    await openGrants(new MemoryGrants(ANA, [active(facts)]));
    await waitFor(() => expect(cells()).toHaveLength(1));

    expect(screen.queryByRole('button', { name: /^Extend/ })).toBeNull();
  });
});

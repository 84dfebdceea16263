import { screen, waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { openGrant, openGrants, GRANTS } from '../../__testUtils__/grantPages';
import { MemoryGrants } from '../../__testUtils__/MemoryGrants';
import { ANA, ANALYSTS, BOB, CLEO, DAN } from '../../__testUtils__/people';
import { address } from '../../__testUtils__/renderInPortal';
import { fact, timeline } from '../../__testUtils__/requestPage';
import { aGrant, aRequest, daysFromNow } from '../../__testUtils__/requests';

const MARCH = '2031-03-01T12:00:00.000Z';
const CONFIRM = { name: 'I have granted it' };
const REMOVED = { name: 'I have taken it back' };

const active = (facts: Parameters<typeof aGrant>[0] = {}) =>
  aGrant({
    state: 'active',
    activatedAt: '2031-01-30T12:00:00.000Z',
    expiresAt: MARCH,
    ...facts,
  });
const pending = (facts: Parameters<typeof aGrant>[0] = {}) =>
  active({
    state: 'revoking',
    pendingInSource: true,
    endReason: 'revoked',
    endedAt: '2031-02-01T12:00:00.000Z',
    endedBy: BOB,
    ...facts,
  });

describe('the page of a grant', () => {
  it('says who has what, by whom, since and until when, and why', async () => {
    const backend = new MemoryGrants(
      ANA,
      [active({ confirmedBy: CLEO, accessNote: 'role ORDERS_READER' })],
      [aRequest({ status: 'approved' })],
    );

    await openGrant(backend);

    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Customer orders for Ana Analyst',
    );
    expect(screen.getByText('Active')).toBeVisible();
    expect(fact('Dataset')).toBe('Customer orders · Snowflake');
    expect(fact('For')).toBe('Ana Analyst');
    expect(fact('Given')).toBe('Read-only · 30 days');
    expect(fact('Approved by')).toMatch(/^Bob Steward, /);
    expect(fact('Set up by')).toBe('a person, by hand');
    expect(fact('Confirmed by')).toBe('Cleo Steward');
    expect(fact('What was granted')).toBe('role ORDERS_READER');
    expect(fact('Active since')).toBe('Jan 30, 2031');
    expect(fact('Time left')).toContain('Mar 1, 2031');
    expect(await screen.findByText('Quarterly revenue report')).toBeVisible();
    expect(screen.getByRole('link', { name: 'View request' })).toHaveAttribute(
      'href',
      '/dataset-access/requests/request-1',
    );
  });

  it('does without the reason where the request cannot be read', async () => {
    await openGrant(new MemoryGrants(CLEO, [active()]));

    expect(screen.queryByText('Why')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells what happened', async () => {
    const backend = new MemoryGrants(ANA, [pending()]);
    const at = daysFromNow(-2);
    backend.histories.set('grant-1', [
      { seq: 1, type: 'grant-created', at, actor: BOB },
      { seq: 2, type: 'grant-provisioned', at, facts: { expiresAt: MARCH } },
      { seq: 3, type: 'grant-revoked', at, actor: BOB, text: 'Left the team' },
    ]);

    await openGrant(backend);

    expect(timeline()).toEqual([
      'Bob Steward created the grant 2 days ago',
      'The access is there in the source, until Mar 1, 2031 2 days ago',
      'Bob Steward revoked the access 2 days agoLeft the team',
    ]);
  });

  it('warns of a history that was changed behind the product', async () => {
    const backend = new MemoryGrants(BOB, [active()]);
    backend.historyIntact = false;

    await openGrant(backend);

    expect(screen.getByRole('alert')).toHaveTextContent(
      'This history was changed outside of the product',
    );
  });

  it('says what is wrong, since when, how often it was tried, and that it goes on by itself', async () => {
    await openGrant(
      new MemoryGrants(ANA, [
        aGrant({
          state: 'failed',
          connector: 'postgres',
          problem: {
            code: 'SUBJECT_MISSING',
            message: 'There is no role ana in the database.',
            since: daysFromNow(-3),
            attempts: 41,
          },
        }),
      ]),
    );

    expect(
      screen.getByText('There is no role ana in the database.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        (_, element) =>
          element?.textContent ===
            'Since 3 days ago, tried 41 times. It is tried again by itself until it works.' &&
          element.children.length < 2,
      ),
    ).toBeVisible();
    expect(fact('Set up by')).toBe('the connector postgres');
  });

  it.each([
    [
      'Revoked here; still to be taken back in Snowflake',
      pending({ connector: 'postgres' }),
    ],
    [
      'Given back here; still to be taken back in Snowflake',
      pending({ endReason: 'returned' }),
    ],
    [
      'Ended here; still to be taken back in Snowflake',
      pending({ state: 'expired', endReason: 'expired' }),
    ],
  ])('says plainly: %s', async (words, grant) => {
    await openGrant(new MemoryGrants(ANA, [grant]));

    // in the heading, and in a warning of its own
    expect(screen.getAllByText(words)).toHaveLength(2);
    expect(
      screen.getByText(/The source may still allow it until it has followed/),
    ).toBeVisible();
  });

  it('says who ended it, when, and since when the source does not allow it', async () => {
    await openGrant(
      new MemoryGrants(ANA, [
        pending({
          state: 'revoked',
          pendingInSource: false,
          removedAt: '2031-02-03T12:00:00.000Z',
        }),
      ]),
    );

    expect(screen.getByText('Revoked')).toBeVisible();
    expect(fact('Revoked by')).toBe('Bob Steward, Feb 1, 2031');
    expect(fact('Gone from the source')).toBe('Feb 3, 2031');
    expect(screen.queryByText(/still to be taken back/)).toBeNull();
  });

  it('says that there is none, and leads back', async () => {
    const { user } = await openGrants(new MemoryGrants(DAN, [active()]), '/g9');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such grant.',
    );

    await user.click(screen.getByRole('link', { name: /My access/ }));

    expect(address()).toBe(GRANTS);
  });
});

describe('what can be done with a grant', () => {
  it.each<[string, string, ReturnType<typeof aGrant>, string[]]>([
    ['who has it', ANA, active(), ['Extend', 'Give back']],
    [
      'a member of the group that has it',
      ANA,
      active({ subject: ANALYSTS }),
      ['Extend'],
    ],
    ['who answers for the dataset', BOB, active(), ['Revoke']],
    [
      'an approver who has it',
      BOB,
      active({ subject: BOB }),
      ['Extend', 'Give back', 'Revoke'],
    ],
    [
      'who answers, once it is over',
      BOB,
      pending({ connector: 'postgres' }),
      [],
    ],
    ['who had it, once it is over', ANA, pending(), []],
    [
      'who answers, while a connector sets it up',
      BOB,
      aGrant({ state: 'provisioning', connector: 'postgres' }),
      ['Revoke'],
    ],
  ])('by %s', async (_, me, grant, actions) => {
    await openGrant(new MemoryGrants(me, [grant]));

    // who is signed in is known a moment later
    await waitFor(() =>
      expect(
        screen.queryAllByRole('button').map(({ textContent }) => textContent),
      ).toEqual(actions),
    );
  });

  it('is confirmed by hand, with what was granted', async () => {
    const backend = new MemoryGrants(BOB, [aGrant()]);
    const { write, press } = await openGrant(backend);
    expect(screen.getByText('Grant it in Snowflake')).toBeVisible();

    await write('What was granted', 'role ORDERS_READER');
    await press(CONFIRM.name);

    expect(await screen.findByText('Active')).toBeVisible();
    expect(fact('What was granted')).toBe('role ORDERS_READER');
    expect(screen.queryByRole('button', CONFIRM)).toBeNull();
  });

  it('is taken back by hand, with what was taken back', async () => {
    const backend = new MemoryGrants(BOB, [pending()]);
    const { write, press } = await openGrant(backend);
    expect(screen.getByText('Take it back in Snowflake')).toBeVisible();

    await write('What was taken back', 'role ORDERS_READER');
    await press(REMOVED.name);

    expect(await screen.findByText('Revoked')).toBeVisible();
    expect(timeline().at(-1)).toContain(
      'Bob Steward took it back in the source',
    );
    expect(timeline().at(-1)).toContain('role ORDERS_READER');
    expect(screen.queryByRole('button', REMOVED)).toBeNull();
  });

  it('keeps what was written when that did not work', async () => {
    const backend = new MemoryGrants(BOB, [pending()]);
    jest
      .spyOn(backend, 'confirmRemoval')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { write, press } = await openGrant(backend);
    await write('What was taken back', 'role ORDERS_READER');

    await press(REMOVED.name);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy.',
    );
    expect(screen.getByRole('textbox')).toHaveValue('role ORDERS_READER');
  });
});

describe('revoking', () => {
  it('needs a reason, says what it means, and counts at once', async () => {
    const backend = new MemoryGrants(BOB, [active()]);
    const { press, pressIn, write, dialog, isDone } = await openGrant(backend);
    await press('Revoke');
    const { getByText } = await dialog();
    expect(
      getByText(/lose this read-only access to Customer orders at once/),
    ).toBeVisible();
    expect(
      getByText(/Nobody takes it back in Snowflake by itself/),
    ).toBeVisible();

    await pressIn('Revoke access');
    expect(getByText('Say why the access is revoked.')).toBeVisible();
    expect(backend.grants[0].state).toBe('active');
    await write('Reason', 'Left the team');
    await pressIn('Revoke access');

    await isDone();
    expect(
      screen.getAllByText('Revoked here; still to be taken back in Snowflake'),
    ).toHaveLength(2);
    expect(timeline().at(-1)).toMatch(
      /^Bob Steward revoked the access .*Left the team$/,
    );
  });

  it('says nothing of a task where a connector takes it back', async () => {
    const { press, dialog } = await openGrant(
      new MemoryGrants(BOB, [active({ connector: 'postgres' })]),
    );

    await press('Revoke');

    expect((await dialog()).queryByText(/Nobody takes it back/)).toBeNull();
  });

  it('keeps the reason when it did not work, and is sent once per press', async () => {
    const backend = new MemoryGrants(BOB, [active()]);
    const sent = jest
      .spyOn(backend, 'revokeGrant')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press, pressIn, write, dialog, user, isDone } = await openGrant(
      backend,
    );
    await press('Revoke');
    await write('Reason', 'Left the team');
    await pressIn('Revoke access');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The access was not revoked.*The database is busy/,
    );
    expect(screen.getByRole('textbox')).toHaveValue('Left the team');

    await user.dblClick(
      (await dialog()).getByRole('button', { name: 'Revoke access' }),
    );

    await isDone();
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('tells who comes too late that it is over', async () => {
    const backend = new MemoryGrants(BOB, [active()]);
    const { press, pressIn, write } = await openGrant(backend);
    await press('Revoke');
    await write('Reason', 'Left the team');
    await new MemoryGrants(ANA, backend.grants).returnGrant('grant-1', {});

    await pressIn('Revoke access');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This access has ended already.',
    );
  });
});

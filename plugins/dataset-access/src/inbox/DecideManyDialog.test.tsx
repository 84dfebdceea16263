import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, BOB, CLEO, DAN } from '../__testUtils__/people';
import { cells, column, openRequestList } from '../__testUtils__/requestList';
import { aRequest, daysFromNow, products } from '../__testUtils__/requests';

const waitingForBob = () => [
  aRequest({ id: 'a', beneficiary: ANA, createdAt: daysFromNow(-9) }),
  aRequest({ id: 'b', beneficiary: ANALYSTS, createdAt: daysFromNow(-8) }),
  aRequest({
    id: 'c',
    beneficiary: DAN,
    dataset: products,
    createdAt: daysFromNow(-7),
  }),
];

async function openInbox(requests = waitingForBob(), search = '') {
  const backend = new MemoryDatasetAccess(BOB, requests);
  const list = await openRequestList(backend, 'inbox', search);
  return {
    ...list,
    backend,
    /** Approves or denies in the open dialog. */
    async confirm(title: string, button: string) {
      const dialog = within(await screen.findByRole('dialog', { name: title }));
      await list.user.click(dialog.getByRole('button', { name: button }));
      return dialog;
    },
  };
}

/** What became of each, one line per request. */
async function outcomes(): Promise<Array<string | null>> {
  const list = await screen.findByRole('list', {
    name: 'What became of each request',
  });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('deciding on many requests at once', () => {
  it('shows what will be decided before it is, and what became of each', async () => {
    const { backend, choose, press, confirm } = await openInbox();
    await choose('Ana Analyst', 'Dan Owner');
    expect(screen.getByText('2 chosen')).toBeVisible();

    await press('Approve');
    const planned = await screen.findByRole('list', {
      name: 'What will be decided',
    });
    expect(planned).toHaveTextContent(
      'Ana AnalystCustomer orders · Read-only · 30 days',
    );
    expect(planned).toHaveTextContent('Dan OwnerProducts · Read-only');
    expect(backend.requests.map(({ status }) => status)).toEqual([
      'pending',
      'pending',
      'pending',
    ]);
    await confirm('Approve 2 of the requests', 'Approve');

    expect(await outcomes()).toEqual([
      expect.stringMatching(/^Ana Analyst.*Approved$/),
      expect.stringMatching(/^Dan Owner.*Approved$/),
    ]);
    expect(backend.requests.map(({ status }) => status)).toEqual([
      'approved',
      'pending',
      'approved',
    ]);
  });

  it('decides on the others when one cannot be decided any more', async () => {
    const { backend, choose, press, confirm } = await openInbox();
    await choose('Ana Analyst', 'Analysts', 'Dan Owner');
    await press('Deny');
    await new MemoryDatasetAccess(CLEO, backend.requests).decideRequest('b', {
      decision: 'approve',
    });

    await confirm('Deny 3 of the requests', 'Deny');

    expect(await outcomes()).toEqual([
      expect.stringMatching(/^Ana Analyst.*Denied$/),
      expect.stringMatching(
        /^Analysts.*Somebody has already decided.*Approved by Cleo Steward$/,
      ),
      expect.stringMatching(/^Dan Owner.*Denied$/),
    ]);
    expect(backend.requests[1].decision).toMatchObject({ by: CLEO });
  });

  it('leaves nothing chosen, and shows how things stand', async () => {
    const { choose, press, confirm, user } = await openInbox(
      waitingForBob(),
      '?show=all',
    );
    await choose('Ana Analyst', 'Dan Owner');
    await press('Deny');
    const dialog = await confirm('Deny 2 of the requests', 'Deny');
    await outcomes();

    const [, close] = dialog.getAllByRole('button', { name: 'Close' });
    await user.click(close);

    await waitFor(() =>
      expect(column(5)).toEqual(['Denied', 'Waiting for a decision', 'Denied']),
    );
    expect(screen.queryByRole('checkbox', { checked: true })).toBeNull();
    expect(screen.getByRole('button', { name: 'Deny' })).toBeDisabled();
  });

  it('says the same to every requester, and that access exists already', async () => {
    const { backend, choose, press, confirm, user } = await openInbox();
    await choose('Ana Analyst', 'Analysts');
    await press('Approve');
    await user.click(
      await screen.findByRole('textbox', { name: 'Message to the requester' }),
    );
    await user.paste('Enjoy');
    await user.click(
      screen.getByRole('checkbox', {
        name: 'I have already granted it in Snowflake',
      }),
    );

    await confirm('Approve 2 of the requests', 'Approve');
    await outcomes();

    expect(backend.requests.slice(0, 2)).toMatchObject([
      { decision: { comment: 'Enjoy' }, grant: { state: 'active' } },
      { decision: { comment: 'Enjoy' }, grant: { state: 'active' } },
    ]);
  });

  it('keeps what was written when nothing could be decided', async () => {
    const { backend, choose, press, confirm, user } = await openInbox();
    jest
      .spyOn(backend, 'decideRequests')
      .mockRejectedValueOnce(new DatasetAccessError('CATALOG_UNAVAILABLE'));
    await choose('Ana Analyst');
    await press('Deny');
    const comment = await screen.findByRole('textbox', {
      name: 'Message to the requester',
    });
    await user.click(comment);
    await user.paste('No');

    const dialog = await confirm('Deny 1 of the requests', 'Deny');

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The catalog cannot be read right now.',
    );
    expect(comment).toHaveValue('No');
  });

  it('is not possible with nothing that waits', async () => {
    const { choose } = await openInbox(
      [...waitingForBob(), aRequest({ id: 'd', status: 'denied' })],
      '?show=all&sort=-created',
    );
    expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();

    await choose('Denied');

    expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();
    expect(screen.queryByText('1 chosen')).toBeNull();
  });

  it('never reaches what was not on the page when it was chosen', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      aRequest({ id: `request-${index}`, createdAt: daysFromNow(-index) }),
    );
    const { press, user } = await openInbox(many, '?limit=10');
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(screen.getByText('10 chosen')).toBeVisible();

    await press('Next table page');
    await waitFor(() => expect(cells()).toHaveLength(2));

    expect(screen.queryByText('2 chosen')).toBeNull();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, BOB, DAN } from '../__testUtils__/people';
import { openRequestPage } from '../__testUtils__/requestPage';
import { aRequest } from '../__testUtils__/requests';

const WITHDRAW = { name: 'Withdraw request' };

async function askedTwice(backend: MemoryDatasetAccess) {
  const page = await openRequestPage(backend);
  await page.press(WITHDRAW.name);
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Withdraw this request?' }),
  );
  return { ...page, dialog };
}

describe('WithdrawButton', () => {
  it('takes a request back, after asking once', async () => {
    const backend = new MemoryDatasetAccess(ANA, [aRequest()]);
    const { dialog, user } = await askedTwice(backend);
    expect(backend.requests[0].status).toBe('pending');

    await user.click(dialog.getByRole('button', WITHDRAW));

    expect(await screen.findByText('Withdrawn')).toBeVisible();
    expect(screen.queryByRole('button', WITHDRAW)).toBeNull();
  });

  it('can be thought over', async () => {
    const backend = new MemoryDatasetAccess(ANA, [aRequest()]);
    const { dialog, user } = await askedTwice(backend);

    await user.click(dialog.getByRole('button', { name: 'Keep it' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(backend.requests[0].status).toBe('pending');
  });

  it('says why it did not work', async () => {
    const backend = new MemoryDatasetAccess(ANA, [aRequest()]);
    jest
      .spyOn(backend, 'withdrawRequest')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { dialog, user } = await askedTwice(backend);

    await user.click(dialog.getByRole('button', WITHDRAW));

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The database is busy. Nothing was changed.',
    );
  });

  it('says that somebody was faster with a decision', async () => {
    const requests = [aRequest()];
    const { dialog, user } = await askedTwice(
      new MemoryDatasetAccess(ANA, requests),
    );
    await new MemoryDatasetAccess(BOB, requests).decideRequest('request-1', {
      decision: 'deny',
    });

    await user.click(dialog.getByRole('button', WITHDRAW));
    await screen.findByText('Denied');

    expect(screen.getByRole('alert')).toHaveTextContent(
      'Somebody has already decided on this request.',
    );
  });

  it.each([
    ['the requester', DAN, aRequest({ requester: DAN })],
    ['the beneficiary', ANA, aRequest({ requester: DAN })],
  ])('is there for %s (P-15)', async (_, me, request) => {
    await openRequestPage(new MemoryDatasetAccess(me, [request]));

    expect(screen.getByRole('button', WITHDRAW)).toBeVisible();
  });

  it.each([
    [
      'a member of the beneficiary group',
      ANA,
      aRequest({ requester: DAN, beneficiary: ANALYSTS }),
    ],
    ['an approver', BOB, aRequest()],
    ['anybody, once it is decided', ANA, aRequest({ status: 'denied' })],
  ])('is not there for %s (P-15)', async (_, me, request) => {
    await openRequestPage(new MemoryDatasetAccess(me, [request]));

    expect(screen.queryByRole('button', WITHDRAW)).toBeNull();
  });
});

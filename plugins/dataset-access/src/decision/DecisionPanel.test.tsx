import { screen, waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, BOB, CLEO } from '../__testUtils__/people';
import { fact, openRequestPage, timeline } from '../__testUtils__/requestPage';
import { aRequest } from '../__testUtils__/requests';

const MESSAGE = 'Message to the requester';

/** Bob, who may decide, in front of a request. */
async function inFrontOf(request = aRequest()) {
  const backend = new MemoryDatasetAccess(BOB, [request]);
  return { backend, ...(await openRequestPage(backend)) };
}

async function optionsOf({ user }: { user: any }, field: RegExp) {
  await user.click(screen.getByRole('button', { name: field }));
  const options = await screen.findAllByRole('option');
  return options.map(({ textContent }) => textContent);
}

describe('DecisionPanel', () => {
  it('approves as asked, and does not say that it is granted (S0.8, S0.10)', async () => {
    const { backend, press } = await inFrontOf();

    await press('Approve');

    expect(await screen.findByText('Approved, being set up')).toBeVisible();
    expect(screen.queryByText('Granted')).not.toBeInTheDocument();
    expect(screen.queryByText('Your decision')).not.toBeInTheDocument();
    expect(backend.requests[0].grant).toMatchObject({
      level: 'read-only',
      duration: 'P30D',
      state: 'awaiting-provisioning',
    });
  });

  it('approves less than was asked for', async () => {
    const page = await inFrontOf(
      aRequest({ level: 'editor', duration: 'P90D' }),
    );

    await page.take(/Access level/, 'Read-only');
    await page.take(/How long/, '7 days');
    await page.write(MESSAGE, 'A week should do');
    await page.press('Approve');

    await waitFor(() => expect(fact('Given')).toBe('Read-only · 7 days'));
    expect(timeline().at(-1)).toContain('A week should do');
  });

  it('cannot give more than was asked for (threat model A11)', async () => {
    const page = await inFrontOf(aRequest({ level: 'editor' }));

    expect(await optionsOf(page, /Access level/)).toEqual([
      'Read-only',
      'Editor',
    ]);
    await page.user.keyboard('{Escape}');
    expect(await optionsOf(page, /How long/)).toEqual(['7 days', '30 days']);
  });

  it('grants at once what exists in the source already', async () => {
    const { press, user, write } = await inFrontOf();

    await user.click(
      screen.getByRole('checkbox', {
        name: 'I have already granted it in Snowflake',
      }),
    );
    await write('What was granted', 'role ORDERS_READER');
    await press('Approve');

    expect(await screen.findByText('Granted')).toBeVisible();
    expect(fact('What was granted')).toBe('role ORDERS_READER');
  });

  it('denies, in words', async () => {
    const { press, write } = await inFrontOf();

    await write(MESSAGE, 'Use the daily extract');
    await press('Deny');

    expect(await screen.findByText('Denied')).toBeVisible();
    expect(fact('Denied by')).toMatch(/^Bob Steward, /);
    expect(timeline().at(-1)).toMatch(
      /^Bob Steward denied .*Use the daily extract$/,
    );
  });

  it('says why it could not be decided, and keeps what was written', async () => {
    const { backend, press, write } = await inFrontOf();
    const message = 'Say in the comment why the request is denied.';
    jest
      .spyOn(backend, 'decideRequest')
      .mockRejectedValueOnce(new DatasetAccessError('BAD_REASON', { message }));
    await write(MESSAGE, 'No');

    await press('Deny');

    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByRole('textbox', { name: MESSAGE })).toHaveValue('No');
  });

  it('tells who comes too late what has been decided, and by whom', async () => {
    const { backend, press } = await inFrontOf();
    await new MemoryDatasetAccess(CLEO, backend.requests).decideRequest(
      'request-1',
      { decision: 'deny' },
    );

    await press('Approve');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody has already decided on this request.',
    );
    expect(await screen.findByText('Denied')).toBeVisible();
    expect(fact('Denied by')).toMatch(/^Cleo Steward, /);
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(screen.getByRole('alert')).toBeVisible();
  });

  it('decides on what the approver looked at, not on what it has become', async () => {
    const { backend, press } = await inFrontOf();
    backend.requests[0] = { ...backend.requests[0], version: 2 };

    await press('Approve');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This changed since you looked at it.',
    );
    expect(backend.requests[0].status).toBe('pending');
  });
});

describe('asking for more information', () => {
  it('hands the request to the requester, and leaves room for the next message', async () => {
    const { press, write } = await inFrontOf();
    await write(MESSAGE, 'For which region?');

    await press('Ask for more information');

    expect(await screen.findByText('Waiting for an answer')).toBeVisible();
    expect(timeline().at(-1)).toContain('For which region?');
    expect(screen.getByRole('textbox', { name: MESSAGE })).toHaveValue('');
    expect(screen.getByRole('button', { name: 'Approve' })).toBeEnabled();
  });

  it('keeps the question when it could not be sent', async () => {
    const { backend, press, write } = await inFrontOf();
    jest
      .spyOn(backend, 'commentOnRequest')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    await write(MESSAGE, 'For which region?');

    await press('Ask for more information');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy. Nothing was changed.',
    );
    expect(screen.getByRole('textbox', { name: MESSAGE })).toHaveValue(
      'For which region?',
    );
  });

  it('wants a question', async () => {
    const { backend, press } = await inFrontOf();

    await press('Ask for more information');

    expect(screen.getByText('Write what you want to know.')).toBeVisible();
    expect(backend.requests[0].waitingOn).toBe('approver');
  });
});

describe('who may not decide', () => {
  const byAnalysts = [{ ref: ANALYSTS, via: 'owner' as const }];

  it.each([
    [
      'the requester',
      aRequest({ beneficiary: CLEO, approvers: byAnalysts }),
      'You filed this request, so somebody else has to decide on it.',
    ],
    [
      'the beneficiary',
      aRequest({ requester: CLEO, approvers: byAnalysts }),
      'The access is for you or for a group you belong to, so somebody else has to decide on it.',
    ],
  ])('%s is told why, though an approver', async (_, request, words) => {
    await openRequestPage(new MemoryDatasetAccess(ANA, [request]));

    expect(screen.getByText(words)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('the requester sees nothing of it', async () => {
    const request = aRequest({ beneficiary: CLEO });

    await openRequestPage(new MemoryDatasetAccess(ANA, [request]));

    expect(screen.queryByText('Your decision')).toBeNull();
    expect(screen.queryByText(/not an approver/)).toBeNull();
  });
});

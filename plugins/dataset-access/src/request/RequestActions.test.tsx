import { screen } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, BOB, CLEO } from '../__testUtils__/people';
import { fact, openRequestPage, timeline } from '../__testUtils__/requestPage';
import { anApprovedRequest, aRequest } from '../__testUtils__/requests';

const CONFIRM = 'I have granted it';

describe('saying that it is granted in the source (S0.10)', () => {
  it('makes it so, and says what was granted', async () => {
    const backend = new MemoryDatasetAccess(BOB, [anApprovedRequest()]);
    const { press, write } = await openRequestPage(backend);
    expect(screen.getByText('Grant it in Snowflake')).toBeVisible();
    expect(screen.getByText('Approved, being set up')).toBeVisible();

    await write('What was granted', 'role ORDERS_READER');
    await press(CONFIRM);

    expect(await screen.findByText('Granted')).toBeVisible();
    expect(fact('What was granted')).toBe('role ORDERS_READER');
    expect(fact('Until')).toBeDefined();
    expect(timeline().at(-1)).toContain('Bob Steward granted it in the source');
    expect(screen.queryByRole('button', { name: CONFIRM })).toBeNull();
  });

  it('can be done by another approver', async () => {
    await openRequestPage(new MemoryDatasetAccess(CLEO, [anApprovedRequest()]));

    expect(screen.getByRole('button', { name: CONFIRM })).toBeVisible();
  });

  it.each([
    ['the requester', ANA, anApprovedRequest()],
    [
      'an approver who gets the access',
      ANA,
      anApprovedRequest(
        {},
        { requester: CLEO, approvers: [{ ref: ANALYSTS, via: 'owner' }] },
      ),
    ],
  ])('cannot be done by %s', async (_, me, request) => {
    await openRequestPage(new MemoryDatasetAccess(me, [request]));

    expect(screen.queryByRole('button', { name: CONFIRM })).toBeNull();
  });

  it.each<Parameters<typeof anApprovedRequest>[0]>([
    { state: 'active' },
    { state: 'provisioning' },
    { state: 'revoked' },
  ])('is not asked for with %j', async grant => {
    await openRequestPage(
      new MemoryDatasetAccess(BOB, [anApprovedRequest(grant)]),
    );

    expect(screen.queryByRole('button', { name: CONFIRM })).toBeNull();
  });

  it('says why it did not work, and keeps what was written', async () => {
    const backend = new MemoryDatasetAccess(BOB, [anApprovedRequest()]);
    jest
      .spyOn(backend, 'confirmGrant')
      .mockRejectedValueOnce(new DatasetAccessError('RETRY_LATER'));
    const { press, write } = await openRequestPage(backend);
    await write('What was granted', 'role ORDERS_READER');

    await press(CONFIRM);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is busy. Nothing was changed.',
    );
    expect(screen.getByRole('textbox')).toHaveValue('role ORDERS_READER');
  });

  it('tells who comes too late that it was confirmed already', async () => {
    const requests = [anApprovedRequest()];
    const { press } = await openRequestPage(
      new MemoryDatasetAccess(BOB, requests),
    );
    await new MemoryDatasetAccess(CLEO, requests).confirmGrant('grant-1', {});

    await press(CONFIRM);
    await screen.findByText('Granted');

    expect(screen.getByRole('alert')).toHaveTextContent(
      'This grant is not waiting to be confirmed.',
    );
  });
});

describe('talking about a request', () => {
  it('answers a question, and leaves room for the next comment', async () => {
    const backend = new MemoryDatasetAccess(ANA, [
      aRequest({ waitingOn: 'requester' }),
    ]);
    const { press, write } = await openRequestPage(backend);
    expect(screen.getByText('Your answer is waited for')).toBeVisible();

    await write('Comment', 'EMEA only');
    await press('Send');

    expect(await screen.findByText('Waiting for a decision')).toBeVisible();
    expect(timeline().at(-1)).toMatch(/^Ana Analyst wrote .*EMEA only$/);
    expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('');
    expect(screen.getByText('Add a comment')).toBeVisible();
  });

  it('keeps a comment that could not be sent', async () => {
    const backend = new MemoryDatasetAccess(ANA, [aRequest()]);
    jest
      .spyOn(backend, 'commentOnRequest')
      .mockRejectedValueOnce(new DatasetAccessError('TOO_MANY_COMMENTS'));
    const { press, write } = await openRequestPage(backend);
    await write('Comment', 'EMEA only');

    await press('Send');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This request has as many comments as it can hold.',
    );
    expect(screen.getByRole('textbox')).toHaveValue('EMEA only');
  });

  it('sends nothing but words', async () => {
    const { write } = await openRequestPage(
      new MemoryDatasetAccess(ANA, [aRequest()]),
    );

    await write('Comment', '  ');

    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  });

  it('is over when the request is decided', async () => {
    await openRequestPage(
      new MemoryDatasetAccess(ANA, [aRequest({ status: 'denied' })]),
    );

    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

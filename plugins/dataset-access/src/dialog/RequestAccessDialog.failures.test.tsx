import { waitFor } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA } from '../__testUtils__/people';
import { openRequestDialog, REASON } from '../__testUtils__/requestDialog';

const offline = new TypeError('Failed to fetch');
const UNREACHABLE = 'The server could not be reached. Try again in a moment.';

/** The submission arrives, its answer does not. */
function loseNextAnswer(backend: MemoryDatasetAccess) {
  const submit = backend.submitRequests.bind(backend);
  return jest
    .spyOn(backend, 'submitRequests')
    .mockImplementationOnce(async (submission, key) => {
      await submit(submission, key);
      throw offline;
    });
}

describe('RequestAccessDialog, when something goes wrong', () => {
  it.each([
    [
      'the backend refuses',
      new DatasetAccessError('CATALOG_UNAVAILABLE'),
      'The catalog cannot be read right now. Nothing was changed.',
    ],
    ['nobody answers', offline, UNREACHABLE],
  ])('keeps what was written when %s', async (_, error, words) => {
    const backend = new MemoryDatasetAccess(ANA);
    jest.spyOn(backend, 'submitRequests').mockRejectedValueOnce(error);
    const { dialog, ...form } = await openRequestDialog(backend);
    await form.writeReason(REASON);
    await form.user.click(dialog.getByRole('radio', { name: 'Editor' }));

    await form.press('Send request');

    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('The request was not sent');
    expect(alert).toHaveTextContent(words);
    expect(await form.reason()).toHaveValue(REASON);
    expect(dialog.getByRole('radio', { name: 'Editor' })).toBeChecked();

    await form.press('Send request');
    expect(await form.results()).toEqual(['Ana AnalystRequested']);
  });

  it('keeps what was written when the server is away for a while', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const { dialog, ...form } = await openRequestDialog(backend);
    await form.writeReason(REASON);
    jest.spyOn(backend, 'submitRequests').mockRejectedValue(offline);
    jest.spyOn(backend, 'getDatasetAccess').mockRejectedValue(offline);

    await form.press('Send request');
    await dialog.findByRole('alert');

    expect(dialog.queryByRole('textbox', { name: 'Reason' })).toHaveValue(
      REASON,
    );
  });

  it('shows what became of it, whatever the dataset says by then', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const { dialog, ...form } = await openRequestDialog(backend);
    await form.writeReason(REASON);
    const submit = backend.submitRequests.bind(backend);
    jest.spyOn(backend, 'submitRequests').mockImplementation((...args) => {
      backend.situation = {
        request: { allowed: false, message: 'No more.' },
      };
      return submit(...args);
    });

    await form.press('Send request');
    await waitFor(() =>
      expect(
        dialog.queryByRole('button', { name: 'Send request' }),
      ).not.toBeInTheDocument(),
    );

    expect(
      dialog.getByRole('list', { name: 'What happens now' }),
    ).toHaveTextContent('Ana AnalystRequested');
  });

  it('files nothing twice when an answer was lost', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const submitted = loseNextAnswer(backend);
    const { dialog, ...form } = await openRequestDialog(backend);
    await form.writeReason(REASON);

    await form.press('Send request');
    await dialog.findByRole('alert');
    await form.press('Send request');

    expect(await form.results()).toEqual(['Ana AnalystRequested']);
    expect(backend.requests).toHaveLength(1);
    const keys = submitted.mock.calls.map(([, key]) => key);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).not.toBe('');
  });

  it('takes a changed submission for another one', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    const submitted = loseNextAnswer(backend);
    const { dialog, ...form } = await openRequestDialog(backend);
    await form.writeReason(REASON);

    await form.press('Send request');
    await dialog.findByRole('alert');
    await form.writeReason(`${REASON} for Europe`);
    await form.press('Send request');

    expect(await form.results()).toEqual([
      'Ana AnalystAlready requested, waiting for a decision',
    ]);
    const [first, second] = submitted.mock.calls.map(([, key]) => key);
    expect(second).not.toBe(first);
  });

  it('says that it cannot begin, and tries again', async () => {
    const backend = new MemoryDatasetAccess(ANA);
    jest
      .spyOn(backend, 'getDatasetAccess')
      .mockRejectedValueOnce(new DatasetAccessError('DATASET_NOT_FOUND'));
    const { dialog, ...form } = await openRequestDialog(backend);

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'There is no such dataset.',
    );
    await form.press('Try again');

    expect(await form.reason()).toBeVisible();
  });
});

import { act, screen, waitFor } from '@testing-library/react';
import {
  DATASET_ACCESS_CHANNEL,
  DatasetAccessSignal,
} from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { MemorySignals } from '../__testUtils__/MemorySignals';
import { ANA, BOB, CLEO, ORDERS } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import { openRequestPage } from '../__testUtils__/requestPage';
import { aRequest } from '../__testUtils__/requests';
import { RequestAccessButton } from '../dataset/RequestAccessButton';

const changed: DatasetAccessSignal = {
  type: 'requests-changed',
  datasetRef: ORDERS,
  requestIds: ['request-1'],
};

describe('an open page', () => {
  it('shows what somebody else did, as soon as a signal tells of it', async () => {
    const signals = new MemorySignals();
    const requests = [aRequest()];
    await openRequestPage(
      new MemoryDatasetAccess(BOB, requests),
      'request-1',
      signals,
    );
    expect(screen.getByText('Waiting for a decision')).toBeVisible();
    await new MemoryDatasetAccess(CLEO, requests).decideRequest('request-1', {
      decision: 'approve',
    });

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, changed));

    expect(await screen.findByText('Approved, being set up')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('keeps what somebody is writing', async () => {
    const signals = new MemorySignals();
    const requests = [aRequest()];
    const { write } = await openRequestPage(
      new MemoryDatasetAccess(BOB, requests),
      'request-1',
      signals,
    );
    await write('Message to the requester', 'For which region?');
    await new MemoryDatasetAccess(ANA, requests).commentOnRequest('request-1', {
      text: 'EMEA, by the way',
    });

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, changed));

    expect(await screen.findByText('EMEA, by the way')).toBeVisible();
    expect(screen.getByRole('textbox')).toHaveValue('For which region?');
  });

  it('is told on our channel only', async () => {
    const signals = new MemorySignals();
    const backend = new MemoryDatasetAccess(BOB, [aRequest()]);
    const loaded = jest.spyOn(backend, 'getRequest');
    await openRequestPage(backend, 'request-1', signals);

    act(() => signals.publish('notifications', {}));

    expect(loaded).toHaveBeenCalledTimes(1);
  });

  it('shows the button as things stand', async () => {
    const signals = new MemorySignals();
    const backend = new MemoryDatasetAccess(ANA);
    renderInPortal(<RequestAccessButton datasetRef={ORDERS} />, {
      backend,
      signals,
    });
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    await screen.findByRole('button', { name: 'Request access' });
    backend.requests.push(aRequest());

    act(() => signals.publish(DATASET_ACCESS_CHANNEL, changed));

    expect(
      await screen.findByRole('button', { name: 'Requested 3 days ago' }),
    ).toBeVisible();
  });
});

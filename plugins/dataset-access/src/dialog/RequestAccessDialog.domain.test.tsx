import { screen, within } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ORDERS } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import { REASON } from '../__testUtils__/requestDialog';
import { aRequest } from '../__testUtils__/requests';
import { RequestAccessDialog } from './RequestAccessDialog';

const AIRLINE = { ref: 'domain:default/airline', title: 'Airline' };

/** Opens the dialog for a domain, and is Ana who fills it in. */
async function askForAirline() {
  const backend = new MemoryDatasetAccess(ANA);
  backend.situation = {
    dataset: AIRLINE,
    form: { ...aRequest().form!, datasetLevelAccess: true },
  };
  // what it knows is about datasets
  const ofOrders = await backend.getDatasetAccess(ORDERS);
  jest.spyOn(backend, 'getDatasetAccess').mockResolvedValue(ofOrders);
  const submitted = jest.spyOn(backend, 'submitRequests');
  const user = renderInPortal(
    <RequestAccessDialog
      datasetRef={AIRLINE.ref}
      isOpen
      onOpenChange={() => {}}
    />,
    { backend },
  );
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Request Domain Access' }),
  );
  await user.type(
    await dialog.findByRole('textbox', { name: 'Reason' }),
    REASON,
  );
  return { user, dialog, submitted };
}

describe('asking for a domain', () => {
  it('proposes its datasets as well, and sends that', async () => {
    const { user, dialog, submitted } = await askForAirline();

    await user.click(dialog.getByRole('button', { name: 'Send request' }));

    expect(submitted.mock.calls[0][0]).toMatchObject({
      dataset: AIRLINE.ref,
      datasetLevelAccess: true,
    });
  });

  it('can leave its datasets out', async () => {
    const { user, dialog, submitted } = await askForAirline();

    await user.click(
      dialog.getByRole('checkbox', {
        name: 'Also all datasets of this domain',
      }),
    );
    await user.click(dialog.getByRole('button', { name: 'Send request' }));

    expect(submitted.mock.calls[0][0]).toMatchObject({
      datasetLevelAccess: false,
    });
  });
});

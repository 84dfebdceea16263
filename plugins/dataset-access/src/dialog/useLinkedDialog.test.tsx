import { screen, waitFor, within } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ORDERS } from '../__testUtils__/people';
import { address, renderInPortal } from '../__testUtils__/renderInPortal';
import { aRequest, StoredRequest } from '../__testUtils__/requests';
import { RequestAccessButton } from '../dataset/RequestAccessButton';

const DATASET_PAGE = '/catalog/default/resource/orders';
const DIALOG = { name: 'Request Dataset Access' };

function followLink(search: string, requests: StoredRequest[] = []) {
  return renderInPortal(
    <RequestAccessButton datasetRef={ORDERS} followsLink />,
    {
      backend: new MemoryDatasetAccess(ANA, requests),
      path: DATASET_PAGE + search,
    },
  );
}

describe('a link to the dialog (S0.3)', () => {
  it('opens it', async () => {
    followLink('?requestAccess=1');

    expect(await screen.findByRole('dialog', DIALOG)).toBeVisible();
  });

  it('opens it for others where the own request waits', async () => {
    followLink('?requestAccess=1', [aRequest()]);

    expect(await screen.findByRole('dialog', DIALOG)).toBeVisible();
  });

  it('is used up once it is closed, and nothing else of the address is lost', async () => {
    const user = followLink('?tab=docs&requestAccess=1');
    const dialog = within(await screen.findByRole('dialog', DIALOG));

    await user.click(await dialog.findByRole('button', { name: 'Cancel' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address()).toBe(`${DATASET_PAGE}?tab=docs`);
  });

  it.each(['', '?requestAccess=0', '?requestAccess=', '?requestaccess=1'])(
    'is not %j',
    async search => {
      followLink(search);

      expect(await screen.findByRole('button')).toHaveTextContent(
        'Request access',
      );
      expect(screen.queryByRole('dialog')).toBeNull();
    },
  );

  it('is followed by one button of a page, not by the others', async () => {
    renderInPortal(<RequestAccessButton datasetRef={ORDERS} />, {
      backend: new MemoryDatasetAccess(ANA),
      path: `${DATASET_PAGE}?requestAccess=1`,
    });

    expect(await screen.findByRole('button')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

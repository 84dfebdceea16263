import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import { aDrift } from '../__testUtils__/drifts';
import { MemoryGrants } from '../__testUtils__/MemoryGrants';
import { ANA, BOB, entity, ORDERS } from '../__testUtils__/people';
import { renderInPortal } from '../__testUtils__/renderInPortal';
import { products } from '../__testUtils__/requests';
import { YourAccessCard } from '../dataset/YourAccessCard';
import { DatasetGrantsTab } from '../grants/dataset/DatasetGrantsTab';

const orders = entity('Resource', ORDERS, { title: 'Customer orders' });
const NOTE = 'The source allows something else than was granted here';

function open(element: JSX.Element, me: string, drift = [aDrift()]) {
  const backend = new MemoryGrants(me);
  backend.drift = drift;
  const asked = jest.spyOn(backend, 'listDrift');
  renderInPortal(<EntityProvider entity={orders}>{element}</EntityProvider>, {
    backend,
    grantAccess: backend,
  });
  return asked;
}

describe('the page of a dataset', () => {
  it.each([
    ['card', <YourAccessCard />],
    ['tab', <DatasetGrantsTab />],
  ])('tells who answers for it of a difference: %s', async (_, element) => {
    open(element, BOB);

    expect(await screen.findByText(NOTE)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look at it' })).toHaveAttribute(
      'href',
      `/dataset-access/drift?dataset=${encodeURIComponent(ORDERS)}`,
    );
  });

  it('says nothing when the source allows what it should', async () => {
    const asked = open(<YourAccessCard />, BOB, [
      aDrift({ dataset: products }),
    ]);
    await screen.findByText('You have no access to this dataset.');
    await waitFor(() => expect(asked).toHaveBeenCalled());

    expect(screen.queryByText(NOTE)).toBeNull();
  });

  it('does not ask for everybody who looks at the card', async () => {
    const asked = open(<YourAccessCard />, ANA);
    await screen.findByText('You have no access to this dataset.');

    expect(asked).not.toHaveBeenCalled();
  });
});

import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { actsOf } from '../../__testUtils__/grantPages';
import { MemoryGrants } from '../../__testUtils__/MemoryGrants';
import {
  ANA,
  ANALYSTS,
  BOB,
  DAN,
  entity,
  ORDERS,
} from '../../__testUtils__/people';
import { address, renderInPortal } from '../../__testUtils__/renderInPortal';
import { cells, column, row } from '../../__testUtils__/requestList';
import { aGrant, daysFromNow, products } from '../../__testUtils__/requests';
import { DatasetGrantsTab } from './DatasetGrantsTab';

const orders = entity('Resource', ORDERS, { title: 'Customer orders' });
const active = (facts: Parameters<typeof aGrant>[0] = {}) =>
  aGrant({
    state: 'active',
    activatedAt: daysFromNow(-2),
    expiresAt: daysFromNow(20.5),
    ...facts,
  });
const grants = () => [
  active(),
  active({ id: 'analysts', subject: ANALYSTS, level: 'editor' }),
  aGrant({ id: 'dan', subject: DAN, state: 'expired' }),
  active({ id: 'elsewhere', subject: DAN, dataset: products }),
];

async function openTab(backend: MemoryGrants) {
  const user = renderInPortal(
    <EntityProvider entity={orders}>
      <DatasetGrantsTab />
    </EntityProvider>,
    { backend, grantAccess: backend },
  );
  await screen.findByRole('heading', { name: 'Grants of this dataset' });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return actsOf(user);
}

describe('the grants of a dataset', () => {
  it('are all there for who answers for it, since when and by whom', async () => {
    await openTab(new MemoryGrants(BOB, grants()));

    await waitFor(() => expect(column(0)).toEqual(['Ana Analyst', 'Analysts']));
    const [first] = cells();
    expect(first.slice(1, 3)).toEqual(['Read-only', 'Active']);
    expect(first[3]).toMatch(/^in 20 days/);
    expect(first[4]).toBe('1 day ago, by Bob Steward');
  });

  it('are shown with those that are over, and the address says so', async () => {
    const { user } = await openTab(new MemoryGrants(BOB, grants()));

    await user.click(screen.getByRole('radio', { name: 'All' }));

    await waitFor(() =>
      expect(column(0)).toEqual(['Ana Analyst', 'Analysts', 'Dan Owner']),
    );
    expect(address()).toBe('/?show=all');
    expect(
      within(row('Dan Owner')).queryByRole('button', { name: /Revoke/ }),
    ).toBeNull();
  });

  it('are only the own ones for others, and nothing can be revoked', async () => {
    await openTab(
      new MemoryGrants(DAN, [...grants(), active({ id: 'd', subject: DAN })]),
    );

    await waitFor(() => expect(column(0)).toEqual(['Dan Owner']));
    expect(screen.getByText(/see the grants of all/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Revoke/ })).toBeNull();
  });

  it('lead to the grant', async () => {
    const { user } = await openTab(new MemoryGrants(BOB, grants()));
    await waitFor(() => expect(cells()).toHaveLength(2));

    await user.click(within(row('Analysts')).getByRole('rowheader'));

    await waitFor(() =>
      expect(address()).toBe('/dataset-access/grants/analysts'),
    );
  });

  it('are revoked with a reason', async () => {
    const backend = new MemoryGrants(BOB, grants());
    const { press, write, pressIn, isDone } = await openTab(backend);

    await press('Revoke the access of Analysts');
    await write('Reason', 'The project is over');
    await pressIn('Revoke access');

    await isDone();
    await waitFor(() =>
      expect(column(2)).toEqual([
        'Active',
        'Revoked here; still to be taken back in Snowflake',
      ]),
    );
  });

  it.each([
    ['who answers for it', BOB, 'Nobody was granted access by request'],
    ['others', ANA, 'You were granted nothing here'],
  ])('may be none, for %s', async (_, me, words) => {
    await openTab(new MemoryGrants(me));

    expect(await screen.findByText(words)).toBeVisible();
  });

  it('can be loaded again when that went wrong', async () => {
    const backend = new MemoryGrants(BOB, grants());
    jest
      .spyOn(backend, 'listGrants')
      .mockRejectedValueOnce(new DatasetAccessError('CATALOG_UNAVAILABLE'));
    const { press } = await openTab(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog cannot be read right now.',
    );

    await press('Try again');

    await waitFor(() => expect(cells()).toHaveLength(2));
  });
});

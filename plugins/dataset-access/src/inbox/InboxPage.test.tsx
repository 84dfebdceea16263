import { screen, waitFor, within } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, BOB, CLEO, DAN } from '../__testUtils__/people';
import { address } from '../__testUtils__/renderInPortal';
import {
  cells,
  column,
  openRequestList,
  row,
} from '../__testUtils__/requestList';
import {
  anApprovedRequest,
  aRequest,
  daysFromNow,
  products,
} from '../__testUtils__/requests';

const INBOX = '/dataset-access/inbox';

/** Two that wait, one that is decided, and one that is not Bob's. */
const requests = () => [
  aRequest({ id: 'orders-for-ana', createdAt: daysFromNow(-3) }),
  aRequest({
    id: 'products-for-analysts',
    dataset: products,
    beneficiary: ANALYSTS,
    requester: DAN,
    level: 'editor',
    duration: undefined,
    createdAt: daysFromNow(-5),
  }),
  anApprovedRequest({}, { id: 'decided', beneficiary: CLEO }),
  aRequest({ id: 'elsewhere', approvers: [{ ref: DAN, via: 'owner' }] }),
];

const openInbox = (search?: string, backend = bob()) =>
  openRequestList(backend, 'inbox', search);

function bob() {
  return new MemoryDatasetAccess(BOB, requests());
}

describe('the inbox', () => {
  it('shows what waits for the user, what waits longest first', async () => {
    await openInbox();

    expect(cells()).toEqual([
      [
        'ProductsBigQuery',
        'AnalystsAsked by Dan Owner',
        'Editor · Until revoked',
        'Quarterly revenue report',
        '5 days ago',
        'Waiting for a decision',
      ],
      [
        'Customer ordersSnowflake',
        'Ana Analyst',
        'Read-only · 30 days',
        'Quarterly revenue report',
        '3 days ago',
        'Waiting for a decision',
      ],
    ]);
  });

  it('leads to the request', async () => {
    const { user } = await openInbox();

    await user.click(within(row('Products')).getByRole('rowheader'));

    await waitFor(() =>
      expect(address()).toBe(`${INBOX}/products-for-analysts`),
    );
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Products for Analysts',
    );
  });

  it('shows what is decided, and says so in the address', async () => {
    const { user } = await openInbox();

    await user.click(screen.getByRole('radio', { name: 'Decided' }));

    await waitFor(() =>
      expect(column(1)).toEqual(['Cleo StewardAsked by Ana Analyst']),
    );
    expect(address()).toBe(`${INBOX}?show=decided`);
    expect(column(5)).toEqual(['Approved, being set up']);
  });

  it('searches', async () => {
    const { user } = await openInbox();

    await user.click(
      screen.getByRole('searchbox', { name: 'Search datasets and people' }),
    );
    await user.paste('prod');

    await waitFor(() => expect(column(0)).toEqual(['ProductsBigQuery']));
    expect(address()).toBe(`${INBOX}?q=prod`);
  });

  it('shows one level only', async () => {
    const { press, user } = await openInbox();

    await press('Any level Access level');
    await user.click(await screen.findByRole('option', { name: 'Read-only' }));

    await waitFor(() => expect(column(2)).toEqual(['Read-only · 30 days']));
    expect(address()).toBe(`${INBOX}?level=read-only`);
  });

  it('sorts by dataset', async () => {
    const { user } = await openInbox();

    await user.click(screen.getByRole('columnheader', { name: 'Dataset' }));

    await waitFor(() =>
      expect(column(0)).toEqual([
        'Customer ordersSnowflake',
        'ProductsBigQuery',
      ]),
    );
    expect(address()).toBe(`${INBOX}?sort=dataset`);
  });

  it.each([
    [
      '?show=all',
      [
        'ProductsBigQuery',
        'Customer ordersSnowflake',
        'Customer ordersSnowflake',
      ],
    ],
    ['?q=products', ['ProductsBigQuery']],
    ['?level=read-only&sort=-created', ['Customer ordersSnowflake']],
    [
      '?show=nonsense&sort=;--&limit=1e9',
      ['ProductsBigQuery', 'Customer ordersSnowflake'],
    ],
  ])('shows what the address asks for: %s', async (search, datasets) => {
    await openInbox(search);

    expect(column(0)).toEqual(datasets);
  });

  it('shows all of one submission, and everything again', async () => {
    const backend = bob();
    backend.requests.push(
      aRequest({ id: 'a', batchId: 'batch-2' }),
      aRequest({ id: 'b', batchId: 'batch-2', status: 'denied' }),
    );
    const { press } = await openInbox('?batch=batch-2', backend);
    expect(column(5)).toEqual(['Waiting for a decision', 'Denied']);

    await press('Show everything');

    await waitFor(() => expect(cells()).toHaveLength(3));
    expect(address()).toBe(INBOX);
  });

  it('turns pages, and keeps the page in the address', async () => {
    const backend = new MemoryDatasetAccess(
      BOB,
      Array.from({ length: 12 }, (_, index) =>
        aRequest({ id: `request-${index}`, createdAt: daysFromNow(-index) }),
      ),
    );
    const { press } = await openInbox('?limit=10', backend);
    expect(cells()).toHaveLength(10);

    await press('Next table page');

    await waitFor(() => expect(column(4)).toEqual(['1 day ago', 'just now']));
    expect(address()).toBe(`${INBOX}?limit=10&cursor=10`);

    await press('Previous table page');
    await waitFor(() => expect(cells()).toHaveLength(10));
  });

  it('begins again when the address leads to no page', async () => {
    const { press } = await openInbox('?cursor=tampered');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cursor does not belong to this list.',
    );

    await press('Try again');

    await waitFor(() => expect(cells()).toHaveLength(2));
    expect(address()).toBe(INBOX);
  });

  it('says that nothing waits, and what will come', async () => {
    await openInbox('', new MemoryDatasetAccess(ANA, requests()));

    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(screen.getByText(/appear here by themselves/)).toBeVisible();
  });

  it('says that nothing matches, and what to do', async () => {
    await openInbox('?q=warehouse');

    expect(await screen.findByText('No request matches')).toBeVisible();
    expect(screen.getByText(/take a filter away/)).toBeVisible();
  });
});

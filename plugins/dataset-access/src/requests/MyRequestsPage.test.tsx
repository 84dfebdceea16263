import { screen, waitFor, within } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, DAN } from '../__testUtils__/people';
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
} from '../__testUtils__/requests';

const REQUESTS = '/dataset-access/requests';
const ana = (...requests: ReturnType<typeof aRequest>[]) =>
  new MemoryDatasetAccess(ANA, requests);

describe('my requests', () => {
  it('has what the user filed and what is meant for the user, the latest first', async () => {
    await openRequestList(
      ana(
        aRequest({ id: 'own', createdAt: daysFromNow(-4) }),
        aRequest({
          id: 'others',
          beneficiary: DAN,
          createdAt: daysFromNow(-2),
        }),
        aRequest({
          id: 'by-others',
          requester: DAN,
          beneficiary: ANALYSTS,
          createdAt: daysFromNow(-3),
        }),
        aRequest({ id: 'foreign', requester: DAN, beneficiary: DAN }),
      ),
      'requests',
    );

    expect(column(1)).toEqual([
      'Dan OwnerAsked by Ana Analyst',
      'AnalystsAsked by Dan Owner',
      'Ana Analyst',
    ]);
  });

  it('tells approved from granted (P-09)', async () => {
    await openRequestList(
      ana(
        anApprovedRequest({}, { id: 'a', createdAt: daysFromNow(-1) }),
        anApprovedRequest(
          { state: 'active' },
          { id: 'b', createdAt: daysFromNow(-2) },
        ),
        aRequest({ id: 'c', status: 'denied', createdAt: daysFromNow(-3) }),
        aRequest({
          id: 'd',
          waitingOn: 'requester',
          createdAt: daysFromNow(-4),
        }),
      ),
      'requests',
    );

    expect(column(5)).toEqual([
      'Approved, being set up',
      'Granted',
      'Denied',
      'Waiting for an answer',
    ]);
  });

  it('shows only what waits, for who wants that', async () => {
    const { user } = await openRequestList(
      ana(aRequest({ id: 'a' }), aRequest({ id: 'b', status: 'denied' })),
      'requests',
    );
    expect(cells()).toHaveLength(2);

    await user.click(screen.getByRole('radio', { name: 'Waiting' }));

    await waitFor(() => expect(cells()).toHaveLength(1));
    expect(address()).toBe(`${REQUESTS}?show=waiting`);
  });

  it('leads to the request, from where the way back leads here', async () => {
    const { user } = await openRequestList(ana(aRequest()), 'requests');

    await user.click(within(row('Customer orders')).getByRole('rowheader'));

    expect(
      await screen.findByRole('link', { name: /My requests/ }),
    ).toHaveAttribute('href', REQUESTS);
    expect(address()).toBe(`${REQUESTS}/request-1`);
  });

  it('has nothing to choose or decide', async () => {
    await openRequestList(ana(aRequest()), 'requests');

    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('says how to ask when there is nothing', async () => {
    await openRequestList(ana(), 'requests');

    expect(await screen.findByText('No requests')).toBeVisible();
    expect(screen.getByText(/press Request access/)).toBeVisible();
  });
});

import { screen } from '@testing-library/react';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, BOB, CLEO, DAN } from '../__testUtils__/people';
import { address, renderInPortal } from '../__testUtils__/renderInPortal';
import { fact, openRequestPage, timeline } from '../__testUtils__/requestPage';
import {
  anApprovedRequest,
  aRequest,
  daysFromNow,
} from '../__testUtils__/requests';
import { RequestsSection } from '../pages/RequestsSection';

const MARCH = '2031-03-01T12:00:00.000Z';

describe('the page of a request', () => {
  it('says who asked for what, for whom and why, and who decides', async () => {
    const request = aRequest({ requester: DAN, level: 'editor' });

    await openRequestPage(new MemoryDatasetAccess(BOB, [request]));

    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Customer orders for Ana Analyst',
    );
    expect(screen.getByText('Editor · 30 days')).toBeVisible();
    expect(screen.getByText('Waiting for a decision')).toBeVisible();
    expect(screen.getByText('Quarterly revenue report')).toBeVisible();
    expect(fact('Dataset')).toBe('Customer orders · Snowflake');
    expect(fact('For')).toBe('Ana Analyst');
    expect(fact('Asked by')).toBe('Dan Owner');
    expect(fact('Decided by')).toBe('Stewards (named on the dataset)');
    expect(fact('Open until')).toBe('Mar 1, 2031');
  });

  it('tells what happened, in its order and in whose words', async () => {
    const { history, ...request } = aRequest();
    const at = request.createdAt;

    await openRequestPage(
      new MemoryDatasetAccess(BOB, [
        {
          ...request,
          history: [
            ...history,
            {
              seq: 2,
              type: 'information-requested',
              at,
              actor: BOB,
              text: 'For which region?',
            },
            { seq: 3, type: 'commented', at, actor: ANA, text: 'EMEA' },
            { seq: 4, type: 'reminded', at },
            {
              seq: 5,
              type: 'approver-changed',
              at,
              facts: { to: [{ ref: CLEO, via: 'owner' }] },
            },
          ],
        },
      ]),
    );

    expect(timeline()).toEqual([
      'Ana Analyst asked for access: Read-only · 30 days 3 days ago',
      'Bob Steward asked for more information 3 days agoFor which region?',
      'Ana Analyst wrote 3 days agoEMEA',
      'The approvers were reminded 3 days ago',
      'Now decided by: Cleo Steward 3 days ago',
    ]);
  });

  it('shows what people wrote as they wrote it, never as markup (P-18)', async () => {
    const reason = '<img src=x onerror=alert(1)> [link](javascript:alert(1))';

    await openRequestPage(new MemoryDatasetAccess(BOB, [aRequest({ reason })]));

    expect(screen.getByText(reason)).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'link' })).toBeNull();
  });

  it.each([
    ['Approved, being set up', anApprovedRequest()],
    ['Granted', anApprovedRequest({ state: 'active' })],
    ['Could not be set up', anApprovedRequest({ state: 'failed' })],
    ['Access ended', anApprovedRequest({ state: 'expired' })],
    ['Denied', aRequest({ status: 'denied' })],
    ['Withdrawn', aRequest({ status: 'withdrawn' })],
    ['Not decided in time', aRequest({ status: 'expired' })],
  ])('says how far it has come: %s', async (stage, request) => {
    await openRequestPage(new MemoryDatasetAccess(ANA, [request]));

    expect(screen.getByText(stage)).toBeVisible();
    expect(screen.queryByText('Your decision')).not.toBeInTheDocument();
  });

  it('says what was given and until when, once it is granted (S0.11)', async () => {
    const accessNote = 'role ORDERS_READER';
    const request = anApprovedRequest({
      state: 'active',
      activatedAt: '2031-01-30T12:00:00.000Z',
      expiresAt: MARCH,
      accessNote,
    });

    await openRequestPage(new MemoryDatasetAccess(ANA, [request]));

    expect(fact('Approved by')).toMatch(/^Bob Steward, /);
    expect(fact('Given')).toBe('Read-only · 30 days');
    expect(fact('Active since')).toBe('Jan 30, 2031');
    expect(fact('Until')).toBe('Mar 1, 2031');
    expect(fact('What was granted')).toBe(accessNote);
  });

  it('goes on to the end of the grant, and leads to it (S0.11)', async () => {
    const at = daysFromNow(-1);
    const { history, ...request } = anApprovedRequest({
      state: 'revoking',
      pendingInSource: true,
      endReason: 'revoked',
      problem: {
        code: 'SOURCE_UNAVAILABLE',
        message: 'The database does not answer.',
        since: daysFromNow(-2),
        attempts: 1,
      },
    });

    await openRequestPage(
      new MemoryDatasetAccess(ANA, [
        {
          ...request,
          history: [
            ...history,
            { seq: 1, type: 'grant-provisioned', at },
            { seq: 2, type: 'grant-revoked', at, actor: BOB },
          ],
        },
      ]),
    );

    expect(timeline().slice(1)).toEqual([
      'The access is there in the source 1 day ago',
      'Bob Steward revoked the access 1 day ago',
    ]);
    expect(fact('How it stands')).toContain(
      'Revoked here; still to be taken back in Snowflake',
    );
    expect(screen.getByText('The database does not answer.')).toBeVisible();
    expect(screen.getByText(/tried once/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'View the grant' }),
    ).toHaveAttribute('href', '/dataset-access/grants/grant-1');
  });

  it('stays readable when the dataset is gone (P-16)', async () => {
    const request = aRequest({
      status: 'cancelled',
      closedBecause: 'dataset-gone',
      form: undefined,
      approvers: [],
      trail: [],
    });

    await openRequestPage(new MemoryDatasetAccess(ANA, [request]));

    expect(fact('Cancelled because')).toBe(
      'the dataset is no longer in the catalog',
    );
    expect(screen.getByText('Quarterly revenue report')).toBeVisible();
  });

  it('says that nobody is left who could decide', async () => {
    const request = aRequest({ approvers: [] });

    await openRequestPage(new MemoryDatasetAccess(ANA, [request]));

    expect(fact('Decided by')).toBe('Nobody at the moment');
  });

  it('warns of a history that was changed behind the product', async () => {
    const request = aRequest({ historyIntact: false });

    await openRequestPage(new MemoryDatasetAccess(BOB, [request]));

    expect(screen.getByRole('alert')).toHaveTextContent(
      'This history was changed outside of the product',
    );
  });

  it('explains how the approver was found, for who asks', async () => {
    const { press } = await openRequestPage(
      new MemoryDatasetAccess(BOB, [aRequest()]),
    );

    await press('How the approver was found');

    expect(
      await screen.findByText('group:default/stewards – decides'),
    ).toBeVisible();
  });

  it('says that there is no such request, and leads back to the list', async () => {
    const user = renderInPortal(<RequestsSection origin="requests" />, {
      backend: new MemoryDatasetAccess(ANA),
      mountPath: '/dataset-access/requests',
      path: '/dataset-access/requests/request-9',
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such request.',
    );
    await user.click(screen.getByRole('link', { name: /My requests/ }));

    expect(address()).toBe('/dataset-access/requests');
  });
});

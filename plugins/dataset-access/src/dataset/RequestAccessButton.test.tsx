import { screen, waitFor, within } from '@testing-library/react';
import {
  DatasetAccess,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { ANA, ANALYSTS, DAN, ORDERS } from '../__testUtils__/people';
import { address, renderInPortal } from '../__testUtils__/renderInPortal';
import {
  anApprovedRequest,
  aRequest,
  StoredRequest,
} from '../__testUtils__/requests';
import { RequestAccessButton } from './RequestAccessButton';

const APRIL = '2031-04-15T12:00:00.000Z';
const refused = {
  allowed: false,
  code: 'NO_APPROVER',
  message: 'Nobody is there to decide: the dataset has no reachable owner.',
};
const owned: DatasetAccess['access'] = {
  level: 'owner',
  paths: [{ kind: 'ownership', level: 'owner', via: ANA }],
};

function show(
  requests: StoredRequest[],
  situation: Partial<DatasetAccess> = {},
) {
  const backend = new MemoryDatasetAccess(ANA, requests);
  backend.situation = situation;
  const user = renderInPortal(<RequestAccessButton datasetRef={ORDERS} />, {
    backend,
  });
  return { backend, user };
}

/** The button that says this, once it knows. */
function button(text: string): Promise<HTMLElement> {
  return waitFor(() => {
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    const shown = screen.getByRole('button');
    expect(shown.textContent).toBe(text);
    return shown;
  });
}

async function openMenu({ user }: ReturnType<typeof show>, name: string) {
  await user.click(await button(name));
  return screen.findByRole('menu');
}

describe('RequestAccessButton', () => {
  it.each<
    [string, string, StoredRequest[], Partial<DatasetAccess> | undefined]
  >([
    ['no access', 'Request access', [], {}],
    ['a request of today', 'Requested just now', [now()], {}],
    ['a request that waits', 'Requested 3 days ago', [aRequest()], {}],
    [
      'an approval that nobody has acted on (P-09)',
      'Approved, being set up',
      [anApprovedRequest()],
      {},
    ],
    [
      'access until a day',
      'You have read-only access until Apr 15, 2031',
      [anApprovedRequest({ state: 'active', expiresAt: APRIL })],
      {},
    ],
    [
      'access without an end',
      'You have editor access',
      [anApprovedRequest({ state: 'active', level: 'editor' })],
      {},
    ],
    [
      'access as a member of a group',
      'You have read-only access',
      [anApprovedRequest({ state: 'active', subject: ANALYSTS })],
      {},
    ],
    ['the dataset itself', 'You own this dataset', [], { access: owned }],
    ['no way to ask', 'Not requestable', [], { request: refused }],
    [
      'a denied request',
      'Request access',
      [aRequest({ status: 'denied' })],
      {},
    ],
  ])('with %s says "%s"', async (_, text, requests, situation) => {
    show(requests, situation);

    expect(await button(text)).toBeVisible();
  });

  it('never speaks of access that is approved and not granted', async () => {
    show([anApprovedRequest()]);

    await button('Approved, being set up');

    expect(screen.queryByText(/you have|granted/i)).not.toBeInTheDocument();
  });

  it('opens the dialog, and says that it is requested once it is (S0.1)', async () => {
    const { user } = show([]);

    await user.click(await button('Request access'));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Request Dataset Access' }),
    );
    await user.type(
      await dialog.findByRole('textbox', { name: 'Reason' }),
      'Quarterly report',
    );
    await user.click(dialog.getByRole('button', { name: 'Send request' }));
    await dialog.findByRole('list', { name: 'What happens now' });
    await user.click(dialog.getAllByRole('button', { name: 'Close' })[0]);

    expect(await button('Requested just now')).toBeVisible();
  });

  it('says why nobody can ask (S0.17)', async () => {
    const { user } = show([], { request: refused });

    await user.click(await button('Not requestable'));

    expect(await screen.findByRole('dialog')).toHaveTextContent(
      refused.message,
    );
  });

  it('leads from a request to its page', async () => {
    const shown = show([aRequest({ id: 'request-7' })]);
    const menu = await openMenu(shown, 'Requested 3 days ago');

    await shown.user.click(
      within(menu).getByRole('menuitem', { name: 'View request' }),
    );

    await waitFor(() =>
      expect(address()).toBe('/dataset-access/requests/request-7'),
    );
  });

  it.each<[string, StoredRequest[], string[]]>([
    [
      'Requested 3 days ago',
      [aRequest()],
      ['View request', 'Request access for others'],
    ],
    [
      'Approved, being set up',
      [anApprovedRequest()],
      ['View request', 'Request access for others'],
    ],
    [
      'You have read-only access',
      [anApprovedRequest({ state: 'active' })],
      ['View request', 'Request access'],
    ],
    ['You own this dataset', [], ['Request access for others']],
  ])('%s: what can be done from there', async (name, requests, items) => {
    const isOwner = name === 'You own this dataset';
    const shown = show(requests, isOwner ? { access: owned } : {});

    const menu = await openMenu(shown, name);

    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent),
    ).toEqual(items);
  });

  it('does not offer to ask where one may not', async () => {
    const shown = show([aRequest()], { request: refused });

    const menu = await openMenu(shown, 'Requested 3 days ago');

    expect(within(menu).getAllByRole('menuitem')).toHaveLength(1);
  });

  it('asks for others while the own request waits', async () => {
    const shown = show([aRequest()]);
    const menu = await openMenu(shown, 'Requested 3 days ago');

    await shown.user.click(
      within(menu).getByRole('menuitem', { name: 'Request access for others' }),
    );

    expect(
      await screen.findByRole('dialog', { name: 'Request Dataset Access' }),
    ).toBeVisible();
  });

  it('keeps the open dialog while the server is away', async () => {
    const { backend, user } = show([]);
    await user.click(await button('Request access'));
    await user.click(await screen.findByRole('textbox', { name: 'Reason' }));
    await user.paste('Quarterly report');
    const away = new TypeError('Failed to fetch');
    jest.spyOn(backend, 'submitRequests').mockRejectedValue(away);
    jest.spyOn(backend, 'getDatasetAccess').mockRejectedValue(away);

    await user.click(screen.getByRole('button', { name: 'Send request' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('alert') ?? screen.queryByText('Access unknown'),
      ).not.toBeNull(),
    );

    expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue(
      'Quarterly report',
    );
  });

  it('says that it does not know, and tries again', async () => {
    const backend = new MemoryDatasetAccess(ANA, [
      aRequest({ beneficiary: DAN }),
    ]);
    const refusal = new DatasetAccessError('CATALOG_UNAVAILABLE');
    jest.spyOn(backend, 'getDatasetAccess').mockRejectedValueOnce(refusal);
    const user = renderInPortal(<RequestAccessButton datasetRef={ORDERS} />, {
      backend,
    });

    await user.click(await button('Access unknown'));

    expect(await button('Request access')).toBeVisible();
  });
});

function now(): StoredRequest {
  return aRequest({ createdAt: new Date().toISOString() });
}

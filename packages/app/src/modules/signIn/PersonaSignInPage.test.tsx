import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PersonaSignInPage } from './PersonaSignInPage';

const users = [
  {
    entityRef: 'user:default/maya.lindholm',
    name: 'Maya Lindholm',
    role: 'Analyst',
    blurb: 'Asks for access.',
  },
  {
    entityRef: 'user:default/sofia.marchetti',
    name: 'Sofia Marchetti',
    role: 'Data steward',
    blurb: 'Decides on customer data.',
  },
];

const fetchMock = jest.fn();

/** What the backend answers when somebody signs in. */
function signedIn(userEntityRef: string) {
  return {
    ok: true,
    json: async () => ({
      profile: {},
      backstageIdentity: {
        token: `header.${window.btoa('{}')}.signature`,
        identity: {
          type: 'user',
          userEntityRef,
          ownershipEntityRefs: [userEntityRef],
        },
      },
    }),
  };
}

function renderPage() {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  const config = {
    app: { title: 'Northwind Air data portal', baseUrl: 'http://localhost' },
    backend: { baseUrl: 'http://localhost' },
    auth: { providers: { personas: { users } } },
  };
  renderInTestApp(<PersonaSignInPage onSignInSuccess={onSignInSuccess} />, {
    config,
    apis: [mockApis.config({ data: config }), mockApis.discovery()],
  });
  return onSignInSuccess;
}

describe('PersonaSignInPage', () => {
  const realFetch = global.fetch;
  beforeEach(() => {
    window.sessionStorage.clear();
    global.fetch = fetchMock.mockReset();
  });
  afterAll(() => {
    global.fetch = realFetch;
  });

  it('offers the personas of the configuration', async () => {
    renderPage();
    expect(await screen.findByRole('main')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { level: 1, name: /who would you like/i }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('button').map(({ textContent }) => textContent),
    ).toEqual([
      'MLMaya LindholmAnalystAsks for access.',
      'SMSofia MarchettiData stewardDecides on customer data.',
    ]);
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('signs in as the chosen one and remembers it until sign-out', async () => {
    const [maya] = users;
    fetchMock.mockResolvedValue(signedIn(maya.entityRef));
    const onSignInSuccess = renderPage();
    await userEvent.click(
      await screen.findByRole('button', { name: /Maya Lindholm/ }),
    );

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [url, { headers }] = fetchMock.mock.calls[0];
    expect(url).toMatch(/\/auth\/personas\/refresh$/);
    expect(new Headers(headers).get('x-demo-persona')).toBe(maya.entityRef);
    expect(Object.values(window.sessionStorage)).toEqual([maya.entityRef]);

    const [identity] = onSignInSuccess.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: maya.entityRef,
    });
    await identity.signOut();
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('signs in again after a reload without asking', async () => {
    const [, sofia] = users;
    window.sessionStorage.setItem('demo-persona', sofia.entityRef);
    fetchMock.mockResolvedValue(signedIn(sofia.entityRef));
    const onSignInSuccess = renderPage();
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  it('asks when the remembered persona is no longer listed', async () => {
    window.sessionStorage.setItem('demo-persona', 'user:default/gone');
    renderPage();
    expect(await screen.findAllByRole('button')).toHaveLength(users.length);
  });

  it('lets the visitor try again or choose somebody else when it fails', async () => {
    fetchMock.mockRejectedValue(new Error('User not found'));
    const onSignInSuccess = renderPage();
    await userEvent.click(
      await screen.findByRole('button', { name: /Maya Lindholm/ }),
    );
    expect(
      await screen.findByText('Could not sign in as Maya Lindholm'),
    ).toBeInTheDocument();
    expect(screen.getByText('User not found')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Choose somebody else' }),
    );
    expect(await screen.findAllByRole('button')).toHaveLength(users.length);

    await userEvent.click(screen.getByRole('button', { name: /Maya/ }));
    fetchMock.mockResolvedValue(signedIn(users[0].entityRef));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });
});

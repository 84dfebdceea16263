import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { authModuleDemoPersonas } from './authModuleDemoPersonas';

const maya = 'user:default/maya.lindholm';

function start(demo: { personas?: boolean }) {
  return startTestBackend({
    features: [
      authPlugin,
      authModuleDemoPersonas,
      catalogServiceMock.factory({
        entities: [maya, 'user:default/not.listed'].map(ref => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: ref.split('/')[1] },
          spec: { memberOf: [] },
        })),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: {
            baseUrl: 'http://localhost',
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          auth: {
            providers: {
              personas: {
                users: [{ entityRef: maya, name: 'Maya Lindholm' }],
              },
            },
          },
          demo,
        },
      }),
    ],
  });
}

describe('authModuleDemoPersonas', () => {
  const { env } = process;
  afterEach(() => {
    process.env = env;
  });

  function runWith(nodeEnv: string) {
    process.env = { ...env, NODE_ENV: nodeEnv };
  }

  it('does not start in production, whatever the configuration says', async () => {
    runWith('production');
    await expect(start({ personas: true })).rejects.toThrow(
      'do not start with NODE_ENV=production',
    );
  });

  it.each([[{}], [{ personas: false }]])(
    'does not start unless asked for (%j)',
    async demo => {
      runWith('development');
      await expect(start(demo)).rejects.toThrow(
        'start only when the configuration has demo.personas: true',
      );
    },
  );

  it('signs listed people in and nobody else', async () => {
    runWith('development');
    const { server } = await start({ personas: true });
    const signIn = (persona?: string) =>
      request(server)
        .get('/api/auth/personas/refresh')
        .set(persona ? { 'x-demo-persona': persona } : {});

    const accepted = await signIn(maya);
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({
      profile: { displayName: 'Maya Lindholm' },
      backstageIdentity: {
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        identity: { type: 'user', userEntityRef: maya },
      },
    });

    await expect(signIn('user:default/not.listed')).resolves.toMatchObject({
      status: 401,
    });
    await expect(signIn()).resolves.toMatchObject({ status: 401 });
  });
});

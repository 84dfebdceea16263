import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  connectorExtensionPoint,
  type SourceConnector,
} from 'backstage-plugin-dataset-access-node';
import { dataset } from './__testUtils__/entities';
import { newSecret } from './__testUtils__/TestReceiver';
import webhookModule from '.';

/** The connectors of a backend with some settings. */
async function connectorsWith(webhook: object | undefined) {
  const connectors: SourceConnector[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'dataset-access',
    register(env) {
      env.registerExtensionPoint(connectorExtensionPoint, {
        addConnector: connector => connectors.push(connector),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      webhookModule as ReturnType<typeof createBackendModule>,
      mockServices.rootConfig.factory({
        data: { datasetAccess: { connectors: { webhook } } },
      }),
    ],
  });
  return { connectors, stop: () => backend.stop() };
}

describe('the module', () => {
  it('adds the connector for datasets that name an endpoint', async () => {
    const { connectors, stop } = await connectorsWith({
      endpoints: {
        lake: { url: 'https://lake.example.com', secrets: newSecret() },
      },
    });
    expect(connectors.map(({ id, title }) => [id, title])).toEqual([
      ['webhook', 'Webhook'],
    ]);
    expect(connectors[0].serves(dataset('fares'))).toBe(true);
    expect(connectors[0].serves(dataset('fares', ''))).toBe(false);
    await stop();
  });

  it('adds none without settings', async () => {
    const { connectors, stop } = await connectorsWith(undefined);
    expect(connectors).toEqual([]);
    await stop();
  });

  it('stops the start when the settings are wrong, and says which', async () => {
    await expect(
      connectorsWith({ endpoints: { lake: { adress: 'x' } } }),
    ).rejects.toThrow(
      'datasetAccess.connectors.webhook.endpoints.lake.adress: no such key',
    );
  });
});

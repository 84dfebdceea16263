import {
  createBackendPlugin,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  connectorExtensionPoint,
  type SourceConnector,
} from 'backstage-plugin-dataset-access-node';
import { dataset } from './__testUtils__/entities';
import postgresModule from '.';

/** The connectors of a backend with some settings. */
async function connectorsWith(postgres: object | undefined) {
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
      postgresModule as ReturnType<typeof createBackendModule>,
      mockServices.rootConfig.factory({
        data: { datasetAccess: { connectors: { postgres } } },
      }),
    ],
  });
  return { connectors, stop: () => backend.stop() };
}

describe('the module', () => {
  it('adds the connector for datasets that say where they are', async () => {
    const { connectors, stop } = await connectorsWith({
      sources: { warehouse: { connection: 'postgres://localhost/x' } },
    });
    expect(connectors.map(({ id, title }) => [id, title])).toEqual([
      ['postgres', 'PostgreSQL'],
    ]);
    expect(connectors[0].serves(dataset('sales.orders'))).toBe(true);
    expect(connectors[0].serves(dataset(undefined))).toBe(false);
    await stop();
  });

  it('adds none without settings', async () => {
    const { connectors, stop } = await connectorsWith(undefined);
    expect(connectors).toEqual([]);
    await stop();
  });

  it('stops the start when the settings are wrong, and says which', async () => {
    await expect(
      connectorsWith({ sources: { warehouse: { conection: 'x' } } }),
    ).rejects.toThrow(
      'datasetAccess.connectors.postgres.sources.warehouse.conection: no such key',
    );
  });
});

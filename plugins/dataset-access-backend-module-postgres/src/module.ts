import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { connectorExtensionPoint } from 'backstage-plugin-dataset-access-node';
import { PostgresConnector } from './PostgresConnector';
import { CONFIG_KEY, readSettings } from './sourceOptions';

/**
 * Makes access to datasets in PostgreSQL real.
 *
 * @public
 */
export const datasetAccessModulePostgres = createBackendModule({
  pluginId: 'dataset-access',
  moduleId: 'postgres',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        connectors: connectorExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, connectors, lifecycle, logger }) {
        const settings = readSettings(config);
        if (!settings) {
          logger.warn(
            `There is no ${CONFIG_KEY} in the configuration, so that access in PostgreSQL is left to people`,
          );
          return;
        }
        const connector = new PostgresConnector({ ...settings, logger });
        connectors.addConnector(connector);
        lifecycle.addShutdownHook(() => connector.close());
      },
    });
  },
});

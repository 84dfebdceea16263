import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { connectorExtensionPoint } from 'backstage-plugin-dataset-access-node';
import { CONFIG_KEY, readSettings } from './endpointOptions';
import { WebhookConnector } from './WebhookConnector';

/**
 * Makes access to datasets real behind endpoints of one's own.
 *
 * @public
 */
export const datasetAccessModuleWebhook = createBackendModule({
  pluginId: 'dataset-access',
  moduleId: 'webhook',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        connectors: connectorExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, connectors, logger }) {
        const settings = readSettings(config);
        if (!settings) {
          logger.warn(
            `There is no ${CONFIG_KEY} in the configuration, so that access behind webhooks is left to people`,
          );
          return;
        }
        connectors.addConnector(new WebhookConnector(settings));
      },
    });
  },
});

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  approverExtensionPoint,
  ApproverResolver,
} from 'backstage-plugin-dataset-access-node';
import { systemClock } from './clock';
import { readConfig } from './config/readConfig';
import { createDatasetAccess } from './createDatasetAccess';
import { openDatabase } from './database/openDatabase';
import { createRouter } from './http/createRouter';
import { scheduleWork } from './scheduleWork';

/**
 * Dataset access: requests, approvals and grants.
 *
 * @public
 */
export const datasetAccessPlugin = createBackendPlugin({
  pluginId: 'dataset-access',
  register(env) {
    let resolver: ApproverResolver | undefined;
    env.registerExtensionPoint(approverExtensionPoint, {
      setApproverResolver(custom) {
        if (resolver) {
          throw new Error(
            'The approver resolver of dataset-access is already replaced',
          );
        }
        resolver = custom;
      },
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        registry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(services) {
        const config = readConfig(services.config);
        const access = createDatasetAccess({
          ...services,
          config,
          resolver,
          clock: systemClock,
          knex: await openDatabase(services.database),
        });
        services.httpRouter.addAuthPolicy({
          path: '/openapi.json',
          allow: 'unauthenticated',
        });
        services.httpRouter.use(
          createRouter({ ...services, handlers: access.handlers }),
        );
        await scheduleWork({ ...services, ...access, config });
      },
    });
  },
});

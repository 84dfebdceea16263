import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  approverExtensionPoint,
  ApproverResolver,
  connectorExtensionPoint,
  decisionIndexServiceRef,
} from 'backstage-plugin-dataset-access-node';
import { listenForChanges } from './changes/listenForChanges';
import { systemClock } from './clock';
import { readConfig } from './config/readConfig';
import { createDatasetAccess } from './createDatasetAccess';
import { isPostgres, openDatabase } from './database/openDatabase';
import { Connectors } from './entitlements/Connectors';
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

    const connectors = new Connectors();
    env.registerExtensionPoint(connectorExtensionPoint, {
      addConnector: connector => connectors.add(connector),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        decisionIndex: decisionIndexServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
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
        const knex = await openDatabase(services.database);
        const access = createDatasetAccess({
          ...services,
          config,
          resolver,
          connectors,
          clock: systemClock,
          knex,
        });
        services.decisionIndex.provide(access.decisions);
        await access.shipped.run();
        services.httpRouter.addAuthPolicy({
          path: '/openapi.json',
          allow: 'unauthenticated',
        });
        services.httpRouter.use(
          createRouter({ ...services, handlers: access.handlers }),
        );
        await scheduleWork({ ...services, ...access, config });
        if (config.decisions.listen && isPostgres(knex)) {
          const listening = new AbortController();
          services.lifecycle.addShutdownHook(() => listening.abort());
          void listenForChanges({
            ...services,
            knex,
            onWake: () => void access.decisions.tryCatchUp(),
            signal: listening.signal,
          });
        }
      },
    });
  },
});

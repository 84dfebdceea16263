import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * The databases of Backstage, and a set of all connections to them. Backstage 1.55 means to close them when it stops, and
 * fails to; left open, they keep the process of the tests from ending.
 */
export function databasesInto(clients: Set<Knex>) {
  return createServiceFactory({
    service: coreServices.database,
    deps: {
      config: coreServices.rootConfig,
      lifecycle: coreServices.lifecycle,
      logger: coreServices.logger,
      plugin: coreServices.pluginMetadata,
      rootLifecycle: coreServices.rootLifecycle,
    },
    createRootContext: ({ config, rootLifecycle }) =>
      DatabaseManager.fromConfig(config, { rootLifecycle }),
    factory({ plugin, lifecycle, logger }, manager) {
      const database = manager.forPlugin(plugin.getId(), { lifecycle, logger });
      return {
        ...database,
        async getClient() {
          const client = await database.getClient();
          clients.add(client);
          return client;
        },
      };
    },
  });
}

export async function closeAll(clients: ReadonlySet<Knex>): Promise<void> {
  await Promise.all([...clients].map(client => client.destroy()));
}

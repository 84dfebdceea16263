import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import signalsPlugin from '@backstage/plugin-signals-backend';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request, { Response } from 'supertest';
import datasetAccessPlugin from '../index';
import { closeAll, databasesInto } from './databasesInto';
import { until } from './ReplicaProcess';

export interface RealBackendOptions {
  /** Where every plugin has its database. */
  database: Knex.Config & { prefix?: string };
  entities: Entity[];
  policy: PermissionPolicy;
  config?: JsonObject;
}

// Real on-behalf-of tokens name the plugin that calls; those of the test services do not, and the permission backend gives
// conditional decisions to plugins only
const authThatNamesActors = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const getToken = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async options => {
      const { onBehalfOf } = options;
      return auth.isPrincipal(onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              onBehalfOf.principal.userEntityRef,
              { actor: { subject: `plugin:${plugin.getId()}` } },
            ),
          }
        : getToken(options);
    };
    return auth;
  },
});

/** A Backstage backend with the real catalog, permission, notification and signals plugins around ours. */
export class RealBackend {
  readonly #backend: TestBackend;
  readonly #clients: ReadonlySet<Knex>;

  static async start(options: RealBackendOptions): Promise<RealBackend> {
    const clients = new Set<Knex>();
    try {
      return await RealBackend.#startOn(clients, options);
    } catch (error) {
      await closeAll(clients);
      throw error;
    }
  }

  static async #startOn(
    clients: Set<Knex>,
    options: RealBackendOptions,
  ): Promise<RealBackend> {
    const backend = new RealBackend(
      await startTestBackend({
        features: [
          datasetAccessPlugin,
          catalogPlugin,
          catalogOf(options.entities),
          notificationsPlugin,
          signalsPlugin,
          permissionPlugin,
          policyOf(options.policy),
          authThatNamesActors,
          databasesInto(clients),
          // the one of the test kit runs every task once
          schedulerServiceFactory,
          mockServices.permissions.factory(),
          mockServices.rootConfig.factory({
            data: {
              app: { baseUrl: 'http://localhost:3000' },
              permission: { enabled: true },
              catalog: { processingInterval: { seconds: 1 } },
              backend: { database: options.database as JsonObject },
              datasetAccess: options.config ?? {},
            },
          }),
        ],
      }),
      clients,
    );
    await until(async () => {
      const { body } = await backend.get(
        'service',
        '/api/catalog/entities/by-query?limit=0',
      );
      return body.totalItems >= options.entities.length;
    });
    return backend;
  }

  private constructor(backend: TestBackend, clients: ReadonlySet<Knex>) {
    this.#backend = backend;
    this.#clients = clients;
  }

  /** @param caller - ref of a user, `service`, or `nobody` */
  async get(caller: string, path: string): Promise<Response> {
    return request(this.#backend.server)
      .get(path)
      .set('authorization', header(caller));
  }

  async post(
    caller: string,
    path: string,
    body: object | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return request(this.#backend.server)
      .post(path)
      .set({ authorization: header(caller), ...headers })
      .send(body);
  }

  async put(
    caller: string,
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return request(this.#backend.server)
      .put(path)
      .set({ authorization: header(caller), ...headers })
      .send(body);
  }

  async delete(caller: string, path: string): Promise<Response> {
    return request(this.#backend.server)
      .delete(path)
      .set('authorization', header(caller));
  }

  /** The database of the plugin that has a table of this name. */
  async databaseWith(table: string): Promise<Knex> {
    for (const client of this.#clients) {
      if (await client.schema.hasTable(table)) {
        return client;
      }
    }
    throw new Error(`No plugin has a table ${table}`);
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    await closeAll(this.#clients);
  }
}

function header(caller: string): string {
  switch (caller) {
    case 'service':
      return mockCredentials.service.header();
    case 'nobody':
      return mockCredentials.none.header();
    default:
      return mockCredentials.user.header(caller);
  }
}

function catalogOf(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-world',
    register(reg) {
      reg.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-world',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity: withLocation(entity),
                  locationKey: 'test-world',
                })),
              }),
          });
        },
      });
    },
  });
}

function withLocation(entity: Entity): Entity {
  const location = 'url:https://example.com/catalog-info.yaml';
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
  };
}

function policyOf(policy: PermissionPolicy) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(reg) {
      reg.registerInit({
        deps: { extension: policyExtensionPoint },
        async init({ extension }) {
          extension.setPolicy(policy);
        },
      });
    },
  });
}

import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  BackendFeature,
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
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import signalsPlugin from '@backstage/plugin-signals-backend';
import type { JsonObject } from '@backstage/types';
import datasetAccessPlugin from 'backstage-plugin-dataset-access-backend';
import permissionModule from 'backstage-plugin-permission-backend-module-dataset-access';
import { setTimeout as sleep } from 'node:timers/promises';
import request, { Response } from 'supertest';
import catalogModule from '../index';

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

/** What is in the catalog. */
class World {
  #connected: (connection: EntityProviderConnection) => void = () => {};
  readonly #connection = new Promise<EntityProviderConnection>(resolve => {
    this.#connected = resolve;
  });

  module() {
    const connected = this.#connected;
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'test-world',
      register(reg) {
        reg.registerInit({
          deps: { processing: catalogProcessingExtensionPoint },
          async init({ processing }) {
            processing.addEntityProvider({
              getProviderName: () => 'test-world',
              connect: async connection => connected(connection),
            });
          },
        });
      },
    });
  }

  async set(entities: Entity[]): Promise<void> {
    const connection = await this.#connection;
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity: withLocation(entity),
        locationKey: 'test-world',
      })),
    });
  }
}

/** @see Portal.start */
export interface PortalOptions {
  database: JsonObject;
  entities: Entity[];
  datasetAccess: JsonObject;
  permission?: JsonObject;
  /** What decides about permissions; by default the stock backend with our policy. */
  framework?: BackendFeature[];
}

/** The real catalog and permission backends with our plugin and both modules. */
export class Portal {
  readonly #backend: TestBackend;
  readonly #world: World;

  static async start({
    database,
    entities,
    datasetAccess,
    permission,
    framework = [permissionPlugin, permissionModule],
  }: PortalOptions): Promise<Portal> {
    const world = new World();
    const backend = await startTestBackend({
      features: [
        datasetAccessPlugin,
        catalogPlugin,
        catalogModule,
        world.module(),
        notificationsPlugin,
        signalsPlugin,
        ...framework,
        authThatNamesActors,
        // the one of the test kit runs every task once
        schedulerServiceFactory,
        mockServices.permissions.factory(),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            permission: { enabled: true, ...permission },
            catalog: { processingInterval: { seconds: 1 } },
            backend: { database },
            datasetAccess,
          },
        }),
      ],
    });
    const portal = new Portal(backend, world);
    await world.set(entities);
    await portal.until(async () => {
      const { body } = await portal.get(
        'service',
        '/api/catalog/entities/by-query?limit=0',
      );
      return body.totalItems === entities.length;
    });
    return portal;
  }

  private constructor(backend: TestBackend, world: World) {
    this.#backend = backend;
    this.#world = world;
  }

  /** @param caller - ref of a user, or `service` */
  get(caller: string, path: string): Promise<Response> {
    return this.#call('get', caller, path);
  }

  post(caller: string, path: string, body: object): Promise<Response> {
    return this.#call('post', caller, path, body);
  }

  put(caller: string, path: string, body: object): Promise<Response> {
    return this.#call('put', caller, path, body);
  }

  /** Replaces what is in the catalog. */
  async setWorld(entities: Entity[]): Promise<void> {
    await this.#world.set(entities);
  }

  /** Waits for something that follows from what was done; the test fails when it does not come about. */
  async until(condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (!(await condition())) {
      if (Date.now() > deadline) {
        throw new Error('It did not come about');
      }
      await sleep(50);
    }
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }

  async #call(
    method: 'get' | 'post' | 'put',
    caller: string,
    path: string,
    body?: object,
  ): Promise<Response> {
    const call = request(this.#backend.server)
      [method](path)
      .set(
        'authorization',
        caller === 'service'
          ? mockCredentials.service.header()
          : mockCredentials.user.header(caller),
      );
    return body ? call.send(body) : call;
  }
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

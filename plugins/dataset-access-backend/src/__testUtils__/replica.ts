/*
 * One backend process of several on one database, for the tests that race and kill them. It is started with
 * `ReplicaOptions` in the environment, tells its port to its parent, and has the product behind its HTTP API with a
 * catalog that does not change and notifications in a database of their own, so that they survive the process.
 */
import type {
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import knexFactory, { Knex } from 'knex';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../clock';
import { readConfig } from '../config/readConfig';
import { createDatasetAccess } from '../createDatasetAccess';
import { openDatabase } from '../database/openDatabase';
import { createRouter } from '../http/createRouter';
import { installCrash } from './crashPoints';
import { announceNaively, decideNaively } from './naiveVariants';
import { silentAuditor, silentLogger } from './silentServices';
import { StoredNotifications } from './StoredNotifications';
import { TestCatalog } from './TestCatalog';
import { testRegistry } from './testRegistry';
import type { WorldEntity } from './world';

/** What a replica is told. */
export interface ReplicaOptions {
  database: Knex.Config;
  notifications: Knex.Config;
  /** With uids, so that all replicas see the same entities. */
  world: WorldEntity[];
  config?: JsonObject;
  /** Where to die. */
  crash?: string;
  /** Behave as code without our guards would. */
  naive?: 'deciding' | 'announcing';
}

async function main() {
  const options: ReplicaOptions = JSON.parse(process.env.REPLICA!);
  const knex = await openDatabase({
    getClient: async () => knexFactory(options.database),
  });
  const notifications = await StoredNotifications.open(options.notifications);
  if (options.naive === 'deciding') {
    decideNaively();
  }
  if (options.naive === 'announcing') {
    announceNaively(knex);
  }
  if (options.crash) {
    installCrash(options.crash, knex, notifications);
  }
  const access = createDatasetAccess({
    knex,
    catalog: new TestCatalog(options.world).service,
    auth: trustingAuth,
    permissions: {
      authorize: async () => [],
      authorizeConditional: async requests =>
        requests.map(() => ({ result: 'ALLOW' as const })),
    } as Parameters<typeof createDatasetAccess>[0]['permissions'],
    registry: testRegistry(),
    notifications,
    signals: { publish: async () => {} },
    logger: silentLogger,
    config: readConfig(new ConfigReader({ datasetAccess: options.config })),
    clock: systemClock,
  });
  const app = express();
  app.use(
    createRouter({
      handlers: access.handlers,
      httpAuth: trustingHttpAuth,
      auditor: silentAuditor,
      logger: silentLogger,
    }),
  );
  const server = app.listen(0, '127.0.0.1', () => {
    process.send!({ port: (server.address() as AddressInfo).port });
  });
  // What the scheduler does in a real backend. A process that is to die at a given place does nothing on its own, so that
  // it gets there by what it is asked to do.
  if (!options.crash) {
    setInterval(() => access.worker.wake(), 50);
    access.worker.wake();
  }
}

// Who calls is not what these tests are about; a bearer token is simply the caller's ref.
const trustingHttpAuth = {
  credentials: async (req: express.Request) => ({
    $$type: '@backstage/BackstageCredentials',
    principal: {
      type: 'user',
      userEntityRef: req.header('authorization')?.replace('Bearer ', ''),
    },
  }),
} as unknown as HttpAuthService;

const trustingAuth = {
  getOwnServiceCredentials: async () => ({
    $$type: '@backstage/BackstageCredentials',
    principal: { type: 'service', subject: 'plugin:dataset-access' },
  }),
} as unknown as AuthService;

// a replica does not outlive the tests that started it
process.on('disconnect', () => process.exit());
void main();

/*
 * One backend process of several on one database, for the tests that race and kill them. Its parent tells it what to serve,
 * and it answers with its port: the product behind its HTTP API, with a catalog that does not change and notifications in a
 * database of their own, so that they survive the process. When told to, it closes all of that and waits for the next.
 */
import type {
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import knexFactory, { Knex } from 'knex';
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
  PostgresConnector,
  PostgresSettings,
} from 'backstage-plugin-dataset-access-backend-module-postgres';
import type { DecisionSource } from 'backstage-plugin-dataset-access-node';
import { listenForChanges } from '../changes/listenForChanges';
import { systemClock } from '../clock';
import { readConfig } from '../config/readConfig';
import { createDatasetAccess } from '../createDatasetAccess';
import { openDatabase } from '../database/openDatabase';
import { Connectors } from '../entitlements/Connectors';
import { createRouter } from '../http/createRouter';
import type { OperationHandlers, OperationId } from '../http/operation';
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
  /** How often changes are looked for, in ms. */
  pollEveryMs?: number;
  /** Whether to be told of changes as well. */
  listen?: boolean;
  /** A database that access becomes real in; absent: people see to it. */
  source?: PostgresSettings;
  /** Where to die. */
  crash?: string;
  /** Behave as code without our guards would. */
  naive?: 'deciding' | 'announcing';
}

/** What the parent says; one thing at a time, each is answered. */
export type ReplicaCommand =
  | { serve: ReplicaOptions }
  | { watch: WatchedDecision }
  | 'close';
export type ReplicaAnnouncement = { port: number } | 'closed' | 'watching';

/** A decision whose changes the replica reports the moment it makes it differently. */
export interface WatchedDecision {
  user: string;
  privilege: string;
  resource: string;
}

/** When a watched decision changed, by the clock that all processes of a machine share. */
export interface DecisionFlip {
  flippedTo: boolean;
  /** In ns. */
  at: string;
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

/** What is served, and how it is taken away again. */
interface Served {
  handlers: OperationHandlers;
  close(): Promise<void>;
}

let served: Served | undefined;
let current: DecisionSource | undefined;

/** Puts the product on its databases. */
async function serve(options: ReplicaOptions): Promise<Served> {
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
  const connectors = new Connectors();
  const connector = options.source && new PostgresConnector(options.source);
  if (connector) {
    connectors.add(connector);
  }
  const { handlers, worker, shipped, decisions } = createDatasetAccess({
    connectors,
    knex,
    catalog: new TestCatalog(options.world).service,
    auth: trustingAuth,
    permissions: {
      authorize: async requests =>
        requests.map(() => ({ result: 'ALLOW' as const })),
      authorizeConditional: async requests =>
        requests.map(() => ({ result: 'ALLOW' as const })),
    } as Parameters<typeof createDatasetAccess>[0]['permissions'],
    registry: testRegistry(),
    notifications,
    signals: { publish: async () => {} },
    events: { publish: async () => {}, subscribe: async () => {} },
    logger: silentLogger,
    config: readConfig(new ConfigReader({ datasetAccess: options.config })),
    clock: systemClock,
  });
  await shipped.run();
  await decisions.start();
  current = decisions;
  if (options.crash) {
    installCrash(options.crash, knex, notifications);
  }
  // What the scheduler does in a real backend. A process that is to die at a given place does nothing on its own, so that
  // it gets there by what it is asked to do.
  let waking: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;
  const listening = new AbortController();
  if (!options.crash) {
    waking = setInterval(() => worker.wake(), 50);
    worker.wake();
    polling = setInterval(
      () => void decisions.tryCatchUp(),
      options.pollEveryMs ?? 1_000,
    );
  }
  const listened = options.listen
    ? listenForChanges({
        knex,
        logger: silentLogger,
        onWake: () => void decisions.tryCatchUp(),
        signal: listening.signal,
      })
    : undefined;
  return {
    handlers,
    async close() {
      clearInterval(waking);
      clearInterval(polling);
      listening.abort();
      await listened;
      await worker.stop();
      await connector?.close();
      await knex.destroy();
      await notifications.close();
    },
  };
}

/** The HTTP layer keeps nothing between calls, and takes long to make: one is in front of all that is ever served. */
async function listen(): Promise<number> {
  const app = express();
  app.use(
    createRouter({
      handlers: new Proxy({} as OperationHandlers, {
        get: (_, operation: OperationId) => (call: never) =>
          served!.handlers[operation](call),
      }),
      httpAuth: trustingHttpAuth,
      auditor: silentAuditor,
      logger: silentLogger,
    }),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const listening = listen();

/** Asks again at every turn of the event loop, and tells the parent when the answer is another one. */
function watch({ user, privilege, resource }: WatchedDecision): void {
  let last: boolean | undefined;
  const look = () => {
    if (!current) {
      return;
    }
    const now =
      current.current()?.check(user, privilege, resource, Date.now()) ?? false;
    if (last !== undefined && now !== last) {
      const flip: DecisionFlip = {
        flippedTo: now,
        at: String(process.hrtime.bigint()),
      };
      process.send!(flip);
    }
    last = now;
    setImmediate(look);
  };
  look();
}

async function obey(command: ReplicaCommand): Promise<ReplicaAnnouncement> {
  if (command !== 'close' && 'watch' in command) {
    watch(command.watch);
    return 'watching';
  }
  if (command === 'close') {
    current = undefined;
    await served?.close();
    served = undefined;
    // for the processes to come: this one may be killed before it could do that by itself
    flushCompileCache();
    return 'closed';
  }
  served = await serve(command.serve);
  return { port: await listening };
}

// a replica does not outlive the tests that started it
process.on('disconnect', () => process.exit());
process.on('message', async command => {
  process.send!(await obey(command as ReplicaCommand));
});

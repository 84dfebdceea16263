import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  DefaultEventsService,
  type EventsService,
} from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import type {
  AccessRequestDetail,
  Submission,
  SubmissionResult,
} from 'backstage-plugin-dataset-access-common';
import type {
  ApproverResolver,
  SourceConnector,
} from 'backstage-plugin-dataset-access-node';
import express from 'express';
import type { Knex } from 'knex';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import supertest, { Response, Test } from 'supertest';
import { readConfig } from '../config/readConfig';
import { createDatasetAccess, DatasetAccess } from '../createDatasetAccess';
import { openDatabase } from '../database/openDatabase';
import { Connectors } from '../entitlements/Connectors';
import { createRouter } from '../http/createRouter';
import { testRegistry } from './testRegistry';
import { TestCatalog } from './TestCatalog';
import { TestClock } from './TestClock';
import { silentAuditor, silentLogger } from './silentServices';
import { TestNotifications } from './TestNotifications';
import type { WorldEntity } from './world';

/** What a portal's permission policy would answer. */
export type TestPolicy = (permission: string, user?: string) => PolicyDecision;

export interface TestProductOptions {
  knex: Knex;
  world: readonly WorldEntity[];
  /** `datasetAccess` of app-config. */
  config?: JsonObject;
  /** Absent: the permission framework is off, and allows everything. */
  policy?: TestPolicy;
  resolver?: ApproverResolver;
  /** What makes access real in sources; absent: people do. */
  connectors?: SourceConnector[];
}

export type Caller = `user:${string}` | 'service' | 'nobody';

/** The whole backend behind its HTTP API, on a given database, with a catalog, a clock and notifications to play with. */
export class TestProduct {
  readonly catalog: TestCatalog;
  readonly clock: TestClock;
  readonly notifications: TestNotifications;
  readonly signals: Array<{ recipients: unknown; message: JsonObject }>;
  readonly events: EventsService;
  readonly access: DatasetAccess;
  readonly knex: Knex;
  readonly #app: express.Express;

  static async start(options: TestProductOptions): Promise<TestProduct> {
    await openDatabase({ getClient: async () => options.knex });
    const product = new TestProduct(options);
    await product.access.shipped.run();
    await product.access.decisions.start();
    return product;
  }

  private constructor({
    knex,
    world,
    config,
    policy,
    resolver,
    connectors = [],
  }: TestProductOptions) {
    this.knex = knex;
    this.catalog = new TestCatalog(world);
    this.clock = new TestClock();
    this.notifications = new TestNotifications();
    this.signals = [];
    this.events = DefaultEventsService.create({ logger: silentLogger });
    this.access = createDatasetAccess({
      knex,
      catalog: this.catalog.service,
      auth: mockServices.auth(),
      permissions: permissionsOf(policy),
      registry: testRegistry(),
      notifications: this.notifications.service,
      signals: {
        publish: async signal => {
          this.signals.push(signal);
        },
      },
      events: this.events,
      logger: silentLogger,
      config: readConfig(
        new ConfigReader({
          datasetAccess: {
            // nothing polls here, and a slow machine must not make the index stale
            decisions: { staleAfter: 'PT1H', catalogStaleAfter: 'PT1H' },
            ...config,
          },
        }),
      ),
      clock: this.clock,
      resolver,
      connectors: withAll(connectors),
    });
    // a notice says how things stand when it is delivered, so tests say when that is
    this.access.worker.wake = () => {};
    this.#app = express();
    this.#app.use(
      '/api/dataset-access',
      createRouter({
        handlers: this.access.handlers,
        httpAuth: mockServices.httpAuth(),
        auditor: silentAuditor,
        logger: silentLogger,
      }),
    );
    this.#app.use(mockErrorHandler());
  }

  get(caller: Caller, path: string): Test {
    return supertest(this.#app)
      .get(`/api/dataset-access${path}`)
      .set('authorization', authorization(caller));
  }

  post(caller: Caller, path: string, body?: unknown): Test {
    const call = supertest(this.#app)
      .post(`/api/dataset-access${path}`)
      .set('authorization', authorization(caller));
    return body === undefined ? call : call.send(body as object);
  }

  put(caller: Caller, path: string, body: unknown): Test {
    return supertest(this.#app)
      .put(`/api/dataset-access${path}`)
      .set('authorization', authorization(caller))
      .send(body as object);
  }

  delete(caller: Caller, path: string): Test {
    return supertest(this.#app)
      .delete(`/api/dataset-access${path}`)
      .set('authorization', authorization(caller));
  }

  /** Serves the API on a port of its own, for clients that speak HTTP. */
  async listen(): Promise<{ url: string; close(): Promise<void> }> {
    const server = this.#app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}/api/dataset-access`,
      close: async () => {
        server.close();
        await once(server, 'close');
      },
    };
  }

  /** Submits, with sensible values for what the test does not care about. */
  async submit(
    caller: Caller,
    submission: Partial<Submission> & Pick<Submission, 'dataset'>,
  ): Promise<SubmissionResult> {
    const response = await this.post(caller, '/v1/requests', {
      beneficiaries: [caller],
      reason: 'Needed for the quarterly report',
      level: 'read-only',
      duration: 'P30D',
      ...submission,
    });
    return succeeded(response);
  }

  /** Submits for one beneficiary and returns the id of the request. */
  async file(
    caller: Caller,
    dataset: string,
    submission: Partial<Submission> = {},
  ): Promise<string> {
    const { outcomes } = await this.submit(caller, { dataset, ...submission });
    const [{ outcome, requestId }] = outcomes;
    if (outcomes.length !== 1 || outcome !== 'created' || !requestId) {
      throw new Error(`Expected one new request: ${JSON.stringify(outcomes)}`);
    }
    return requestId;
  }

  async request(caller: Caller, id: string): Promise<AccessRequestDetail> {
    return succeeded(await this.get(caller, `/v1/requests/${id}`));
  }

  /** Delivers everything that waits in the outbox. */
  async deliver(): Promise<void> {
    await this.access.worker.drain();
  }
}

function withAll(connectors: readonly SourceConnector[]): Connectors {
  const all = new Connectors();
  connectors.forEach(one => all.add(one));
  return all;
}

/** The body of an answer that a test relies on. */
function succeeded({ ok, status, text, body }: Response) {
  if (!ok) {
    throw new Error(`Expected a success, got ${status}: ${text}`);
  }
  return body;
}

function authorization(caller: Caller): string {
  switch (caller) {
    case 'service':
      return mockCredentials.service.header();
    case 'nobody':
      return mockCredentials.none.header();
    default:
      return mockCredentials.user.header(caller);
  }
}

function permissionsOf(policy: TestPolicy | undefined): PermissionsService {
  const decide = (name: string, options?: { credentials?: unknown }) => {
    const { principal } = (options?.credentials ?? {}) as {
      principal?: { userEntityRef?: string };
    };
    // what the framework does: it is off without a policy, and lets services pass
    return policy && principal?.userEntityRef
      ? policy(name, principal.userEntityRef)
      : ({ result: AuthorizeResult.ALLOW } as const);
  };
  return {
    authorize: async (requests, options) =>
      requests.map(({ permission }) => {
        const { result } = decide(permission.name, options);
        if (result === AuthorizeResult.CONDITIONAL) {
          throw new Error('Conditions are applied in process');
        }
        return { result };
      }),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) => decide(permission.name, options)),
  } as PermissionsService;
}

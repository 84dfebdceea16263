import { join } from 'node:path';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { rootConfigServiceFactory } from '@backstage/backend-defaults/rootConfig';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { startTestBackend, TestBackend } from '@backstage/backend-test-utils';
import type { AlphaEntity as Entity } from '@backstage/catalog-model/alpha';
import request from 'supertest';
import { demoFeatures } from './demoFeatures';

const packageRoot = join(__dirname, '..');
const datasetCount = 35;

/** Personas by what they are. */
const personas = {
  analyst: 'user:default/maya.lindholm',
  owner: 'user:default/owen.achterberg',
  steward: 'user:default/sofia.marchetti',
  secondSteward: 'user:default/tobias.adeyemi',
  soleOwner: 'user:default/elin.brandt',
  admin: 'user:default/priya.raman',
};
type Who = keyof typeof personas;

/** What a dataset's page tells somebody. */
interface Answer {
  approvers: string[];
  /** Why they cannot ask. */
  refusal?: string;
  /** For those who can mend it; absent for others. */
  warnings?: string[];
  decides: boolean;
}

describe('the demo world', () => {
  const cwd = process.cwd();
  let server: TestBackend['server'];
  let tokens: Record<Who, string>;
  let entities: Entity[];

  beforeAll(async () => {
    // the configuration names its files from here, as the backend does when it is started
    process.chdir(packageRoot);
    ({ server } = await startTestBackend({
      features: [
        ...demoFeatures,
        // real tokens instead of the test backend's
        authServiceFactory,
        httpAuthServiceFactory,
        userInfoServiceFactory,
        // the test backend's runs every task once; nobody would learn what the catalog reads after that
        schedulerServiceFactory,
        rootConfigServiceFactory({
          argv: ['--config', join(packageRoot, '../../app-config.yaml')],
          watch: false,
        }),
      ],
    }));
    tokens = await signInEverybody();
    entities = await ingested();
  }, 120_000);

  afterAll(() => process.chdir(cwd));

  function get(path: string, who: Who) {
    return request(server)
      .get(path)
      .set('Authorization', `Bearer ${tokens[who]}`);
  }

  /** Retries: users are unknown until the catalog has read its files. */
  async function signIn(persona: string): Promise<string> {
    for (;;) {
      const { status, body } = await request(server)
        .get('/api/auth/personas/refresh')
        .set('x-demo-persona', persona);
      if (status === 200) {
        return body.backstageIdentity.token;
      }
      await pause();
    }
  }

  async function signInEverybody(): Promise<Record<Who, string>> {
    const entries = await Promise.all(
      Object.entries(personas).map(async ([who, ref]) => [
        who,
        await signIn(ref),
      ]),
    );
    return Object.fromEntries(entries);
  }

  async function ingested(): Promise<Entity[]> {
    for (;;) {
      const { body } = await get(
        '/api/catalog/entities/by-query?limit=1000',
        'analyst',
      ).expect(200);
      if (body.items.filter(isDataset).length >= datasetCount) {
        return body.items;
      }
      await pause();
    }
  }

  async function answerFor(dataset: string, who: Who): Promise<Answer> {
    const { body } = await get(
      `/api/dataset-access/v1/datasets/${dataset}/access`,
      who,
    ).expect(200);
    return {
      approvers: body.approvers.map(({ ref }: { ref: string }) => ref),
      refusal: body.request.code,
      warnings: body.warnings?.map(({ code }: { code: string }) => code),
      decides: body.can.decide,
    };
  }

  it('is read by the catalog without a complaint', () => {
    const datasets = entities.filter(isDataset);
    expect(datasets).toHaveLength(datasetCount);
    expect(datasets.filter(({ metadata }) => !metadata.title)).toEqual([]);
    expect(entities.filter(({ status }) => status?.items?.length)).toEqual([]);
  });

  it('keeps the analyst out of every group that decides', async () => {
    const answers = await Promise.all(
      entities
        .filter(isDataset)
        .map(({ kind, metadata: { namespace, name } }) =>
          answerFor(
            `${kind.toLocaleLowerCase('en-US')}/${namespace}/${name}`,
            'analyst',
          ),
        ),
    );
    expect(answers.filter(({ decides }) => decides)).toEqual([]);
  });

  it('lets stewards decide on customer orders in place of the owner', async () => {
    const decides = async (who: Who) =>
      (await answerFor('resource/default/customer-orders', who)).decides;
    await expect(decides('steward')).resolves.toBe(true);
    await expect(decides('secondSteward')).resolves.toBe(true);
    await expect(decides('owner')).resolves.toBe(false);
    await expect(decides('admin')).resolves.toBe(true);
  });

  it.each([
    [
      'resource/default/customer-orders',
      'group:default/customer-data-stewards',
    ],
    ['resource/default/order-returns', 'group:default/retail-data-products'],
    ['api/default/crew-rosters', 'user:default/ingrid.solberg'],
    ['api/default/fleet-renewal-plan', 'group:default/aurora'],
    ['resource/default/fare-filings', 'group:default/revenue-accounting'],
    ['resource/default/airport-slots', 'group:default/operations-data'],
    ['resource/default/fuel-uplift', 'group:default/operations-data'],
    ['resource/default/aircraft-defects', 'group:default/technical-records'],
    [
      'resource/default/interline-settlements',
      'group:partners/settlement-desk',
    ],
    ['resource/default/exchange-rates', 'group:default/treasury'],
    ['api/partners/codeshare-schedules', 'group:default/operations-data'],
    ['resource/default/demand-forecast', personas.soleOwner],
    ['resource/default/route-profitability', personas.soleOwner],
  ])('lets people ask for %s, decided by %s', async (dataset, approver) => {
    await expect(answerFor(dataset, 'analyst')).resolves.toEqual({
      approvers: [approver],
      decides: false,
    });
  });

  it.each([
    ['payroll-runs', 'REQUESTS_DISABLED'],
    ['passenger-feedback', 'REQUESTS_DISABLED'],
    ['partner-miles-feed', 'NO_APPROVER'],
    ['cabin-inventory', 'NO_APPROVER'],
    ['legacy-ticket-archive', 'NO_APPROVER'],
  ])('takes no requests for %s: %s', async (name, refusal) => {
    await expect(
      answerFor(`resource/default/${name}`, 'analyst'),
    ).resolves.toMatchObject({ refusal });
  });

  it.each([
    ['fare-filings', 'OVERRIDE_MATCHES_NOTHING'],
    ['passenger-feedback', 'UNKNOWN_DISABLING_VALUE'],
    ['partner-miles-feed', 'OWNER_NOT_FOUND'],
    ['cabin-inventory', 'OWNER_HAS_NO_MEMBERS'],
  ])(
    'tells the administrator what is wrong with %s: %s',
    async (name, code) => {
      await expect(
        answerFor(`resource/default/${name}`, 'admin'),
      ).resolves.toMatchObject({ warnings: [code] });
    },
  );

  it('turns a sole owner away unless somebody else could decide', async () => {
    await expect(
      answerFor('resource/default/demand-forecast', 'soleOwner'),
    ).resolves.toMatchObject({ refusal: undefined });
    await expect(
      answerFor('resource/default/route-profitability', 'soleOwner'),
    ).resolves.toMatchObject({ refusal: 'NO_ELIGIBLE_APPROVER' });
  });
});

function isDataset({ spec }: Entity): boolean {
  return spec?.type === 'dataset';
}

function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 200));
}

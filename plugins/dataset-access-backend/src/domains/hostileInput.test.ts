import { errorCodes } from 'backstage-plugin-dataset-access-common';
import {
  airlineWorld,
  ANALYSTS,
  BOB,
  OLGA,
} from '../__testUtils__/airlineWorld';
import { domainsOf, listOf } from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { grantsOf, shareDomain, storyOf } from '../__testUtils__/shareDomain';
import type { TestProduct } from '../__testUtils__/TestProduct';

/** Values that no field of a body takes. */
const wrongValues: unknown[] = [
  null,
  0,
  -1,
  1.5,
  '',
  'x'.repeat(20_000),
  '\u0000',
  'user:default/\u0131rma',
  [],
  [[]],
  {},
  { $gt: '' },
];

/** What stands in an address where a name belongs, and what it can at most be: the name of something unknown. */
const hostileNames = [
  '%00',
  'airline%00',
  '%0a',
  '..%2F..%2Fpolicies',
  '%2e%2e',
  'a%2Fb%2Fc',
  'domain:default%2F',
  'domain:%2Fairline',
  'resource:default%2Fflights',
  'system%3Adefault%2Fbooking',
  '__proto__',
  'constructor',
  "';drop table domain_grants;--",
  '%25',
  '%E2%80%8Bairline',
  '%ef%bd%81irline',
  '%F0%9F%9B%AB',
  '%ff',
  '%',
  'x'.repeat(192),
  '*',
  ' ',
];

/** Calls by an owner, who could do all of it, with a name in each place that takes one. */
const places: Array<
  [string, (product: TestProduct, name: string) => PromiseLike<any>]
> = [
  ['listing', (p, name) => p.get(OLGA, `/v1/domains/${name}/grants`)],
  ['the reach', (p, name) => p.get(OLGA, `/v1/domains/${name}/reach`)],
  ['the history', (p, name) => p.get(OLGA, `/v1/domains/${name}/history`)],
  [
    'sharing',
    (p, name) =>
      p.post(OLGA, `/v1/domains/${name}/grants`, {
        subject: BOB,
        level: 'owner',
      }),
  ],
  [
    'sharing with a user',
    (p, name) =>
      p.post(OLGA, `/v1/domains/airline/users/${name}/grants`, {
        AccessType: 'owner',
      }),
  ],
  [
    'changing what a user has',
    (p, name) =>
      p.put(OLGA, `/v1/domains/${name}/users/bob/grants`, {
        IsDatasetLevelAccessProvided: true,
      }),
  ],
  [
    'taking it from a user',
    (p, name) => p.delete(OLGA, `/v1/domains/airline/users/${name}/grants`),
  ],
  ['a group’s list', (p, name) => p.get(OLGA, `/v1/groups/${name}/domains`)],
  [
    'replacing a group’s list',
    (p, name) =>
      p
        .put(OLGA, `/v1/groups/${name}/domains`, { DomainNames: [] })
        .set('If-Match', '*') as PromiseLike<any>,
  ],
];

onBothDatabases('sharing a domain', start => {
  // what is refused changes nothing, so these tests can share a product
  let shared: Promise<TestProduct> | undefined;
  const airline = () =>
    (shared ??= (async () => {
      const product = await start({ world: airlineWorld });
      await shareDomain(product, ANALYSTS);
      return product;
    })());

  it.each(places)('is refused with a hostile name in: %s', async (_, call) => {
    const product = await airline();
    const before = await storyOf(product);
    for (const name of hostileNames) {
      const { status, body } = await call(product, name);
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
      expect([name, Object.keys(errorCodes)]).toEqual([
        name,
        expect.arrayContaining([body.error.code]),
      ]);
    }
    expect(await storyOf(product)).toEqual(before);
  });

  it.each([
    ['subject', { level: 'owner' }],
    ['level', { subject: BOB }],
    ['datasetLevelAccess', { subject: BOB, level: 'owner' }],
    ['expiresAt', { subject: BOB, level: 'owner' }],
  ])('is refused with a wrong %s', async (field, right) => {
    const product = await airline();
    for (const value of wrongValues) {
      const { status, body } = await product.post(OLGA, grantsOf('airline'), {
        ...right,
        [field]: value,
      });
      expect([value, status]).toEqual([value, 400]);
      expect(errorCodes).toHaveProperty(body.error.code);
    }
  });

  it.each(['level', 'datasetLevelAccess', 'retakeSnapshot', 'version'])(
    'cannot be changed with a wrong %s',
    async field => {
      const product = await airline();
      const { id, version } = (await listOf(product, ANALYSTS)).domains[0];
      for (const value of wrongValues) {
        const { status, body } = await product.put(
          OLGA,
          `${grantsOf('airline')}/${id}`,
          { version, level: 'owner', [field]: value },
        );
        expect([value, status]).toEqual([value, 400]);
        expect(errorCodes).toHaveProperty(body.error.code);
      }
    },
  );

  it.each(['domain', 'level', 'datasetLevelAccess'])(
    'cannot be done by a list with a wrong %s',
    async field => {
      const product = await airline();
      for (const value of wrongValues) {
        const entry = { domain: 'movies', datasetLevelAccess: true };
        const { status, body } = await product
          .put(OLGA, domainsOf(ANALYSTS), {
            domains: [{ ...entry, [field]: value }],
          })
          .set('If-Match', '*');
        expect([value, status]).toEqual([value, 400]);
        expect(errorCodes).toHaveProperty(body.error.code);
      }
    },
  );

  it.each(['', ' ', 'W/"x"', '"\u00e9"', 'x'.repeat(201), "'; --"])(
    'is refused with the tag %j',
    async tag => {
      const product = await airline();

      const { status, body } = await product
        .put(OLGA, domainsOf(ANALYSTS), { DomainNames: [] })
        .set('If-Match', tag);

      expect([400, 412, 428]).toContain(status);
      expect(errorCodes).toHaveProperty(body.error.code);
    },
  );

  it.each(['airline', 'Airline', 'domain:airline', 'Domain:Default/Airline'])(
    'takes a name as well as a ref: %s',
    async name => {
      const product = await airline();
      const { status, body } = await product.get(
        OLGA,
        `/v1/domains/${encodeURIComponent(name)}/grants`,
      );

      expect([status, body.items[0].domain.ref]).toEqual([
        200,
        'domain:default/airline',
      ]);
    },
  );
});

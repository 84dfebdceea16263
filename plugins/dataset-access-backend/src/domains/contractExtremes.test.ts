import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import {
  AIRLINE,
  airlineWorld,
  ANA,
  ANALYSTS,
  EVE,
  OLGA,
} from '../__testUtils__/airlineWorld';
import { ApiContract } from '../__testUtils__/ApiContract';
import { codeOf } from '../__testUtils__/codeOf';
import type { domainCases } from '../__testUtils__/contractDomains';
import type { groupDomainCases } from '../__testUtils__/contractGroupDomains';
import { domainOddities } from '../__testUtils__/domainOddities';
import { domainsOf } from '../__testUtils__/groupDomains';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { passingTime } from '../__testUtils__/passingTime';
import { grantsOf, shareDomain } from '../__testUtils__/shareDomain';
import type { TestProduct } from '../__testUtils__/TestProduct';

const contract = new ApiContract();

type DomainOperation = keyof (typeof domainCases & typeof groupDomainCases);

const ofUser = (user: string) =>
  `/v1/domains/airline/users/${encodeURIComponent(user)}/grants`;

/** Each operation once, with what somebody was given. */
const calls: Record<
  DomainOperation,
  (product: TestProduct, grant: DomainGrant) => ReturnType<TestProduct['get']>
> = {
  listManagedDomains: product => product.get(OLGA, '/v1/domains'),
  listDomainGrants: product => product.get(OLGA, grantsOf(AIRLINE)),
  createDomainGrant: product =>
    product.post(OLGA, grantsOf(AIRLINE), { subject: EVE, level: 'owner' }),
  updateDomainGrant: (product, { id, version }) =>
    product.put(OLGA, `${grantsOf(AIRLINE)}/${id}`, {
      version,
      level: 'editor',
    }),
  deleteDomainGrant: (product, { id }) =>
    product.delete(OLGA, `${grantsOf(AIRLINE)}/${id}`),
  getDomainReach: product => product.get(EVE, '/v1/domains/airline/reach'),
  getDomainHistory: product => product.get(OLGA, '/v1/domains/airline/history'),
  getUserDomainGrant: product => product.get(OLGA, ofUser(ANA)),
  createUserDomainGrant: product =>
    product.post(OLGA, ofUser(EVE), { AccessType: 'owner' }),
  updateUserDomainGrant: product =>
    product.put(OLGA, ofUser(ANA), { IsDatasetLevelAccessProvided: false }),
  deleteUserDomainGrant: product => product.delete(OLGA, ofUser(ANA)),
  getGroupDomains: product => product.get(OLGA, domainsOf(ANALYSTS)),
  replaceGroupDomains: product =>
    product
      .put(OLGA, domainsOf(ANALYSTS), { DomainNames: [] })
      .set('If-Match', '*'),
};

const operations = Object.keys(calls) as DomainOperation[];

onBothDatabases('the answers about domains', start => {
  const shared = async () => {
    const product = await start({ world: airlineWorld });
    const grant = await shareDomain(product, ANA);
    return { product, grant };
  };
  const rowsOf = async ({ knex }: TestProduct) => [
    await knex('domain_grants'),
    await knex('audit_events'),
  ];

  it.each(operations)(
    'to %s are as described while the catalog is down, and nothing is changed',
    async operation => {
      const { product, grant } = await shared();
      const before = await rowsOf(product);
      product.catalog.failure = new Error('connect ECONNREFUSED');

      const answer = await calls[operation](product, grant);

      expect(codeOf(answer)).toEqual([503, 'CATALOG_UNAVAILABLE']);
      expect(answer.headers['retry-after']).toMatch(/^\d+$/);
      expect(await contract.differences(operation, answer)).toEqual([]);
      expect(await rowsOf(product)).toEqual(before);
    },
  );

  it('are as described while nobody knows who may do what, and access can still be taken away', async () => {
    const { product, grant } = await shared();
    const time = passingTime();
    try {
      time.pass(24 * 60 * 60_000);
      const reach = await calls.getDomainReach(product, grant);
      const list = await calls.listDomainGrants(product, grant);
      const revoked = await calls.deleteDomainGrant(product, grant);

      expect(codeOf(reach)).toEqual([503, 'DECISIONS_UNAVAILABLE']);
      expect(await contract.differences('getDomainReach', reach)).toEqual([]);
      expect(list.status).toBe(200);
      expect(await contract.differences('listDomainGrants', list)).toEqual([]);
      expect(revoked.body.state).toBe('revoked');
    } finally {
      time.restore();
    }
  });

  it('to a change of what is over or another one’s now are as described', async () => {
    const { product, grant } = await shared();
    product.catalog.remove(ANA);
    product.catalog.put(airlineWorld.find(({ ref }) => ref === ANA)!);
    const replaced = await calls.updateDomainGrant(product, grant);
    const other = await shareDomain(product, EVE, {
      expiresAt: '2030-01-16T00:00:00Z',
    });
    product.clock.advance('P2D');
    const expired = await calls.updateDomainGrant(product, other);

    for (const answer of [replaced, expired]) {
      expect(codeOf(answer)).toEqual([409, 'DOMAIN_GRANT_CLOSED']);
      expect(await contract.differences('updateDomainGrant', answer)).toEqual(
        [],
      );
    }
    expect((await calls.deleteDomainGrant(product, grant)).status).toBe(200);
  });

  it.each(domainOddities)(
    'are as described with %s: %s',
    async (_, operation, path, befall, expected) => {
      const product = await start({ world: airlineWorld });
      await befall(product);

      const answer = await product.get(OLGA, path);

      expect(answer.body).toMatchObject(expected);
      expect(await contract.differences(operation, answer)).toEqual([]);
    },
  );
});

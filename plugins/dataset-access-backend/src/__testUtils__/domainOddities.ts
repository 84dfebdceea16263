import { AIRLINE, airlineWorld, ANA, ANALYSTS, OLGA } from './airlineWorld';
import { GIVEN, replaceList } from './groupDomains';
import { grantsOf, revokeShare, shareDomain } from './shareDomain';
import type { OperationId } from '../http/operation';
import type { TestProduct } from './TestProduct';

const SUSPENDED = { state: 'suspended' };

/** Puts something of the airline world back as another one of the same name. */
async function replaced(product: TestProduct, ref: string): Promise<void> {
  product.catalog.remove(ref);
  product.catalog.put(airlineWorld.find(one => one.ref === ref)!);
  await product.access.decisions.refreshCatalog();
}

async function gone(product: TestProduct, ref: string): Promise<void> {
  product.catalog.remove(ref);
  await product.access.decisions.refreshCatalog();
}

/** What can be there without anybody having done anything wrong, where it is looked at, and what is said then. */
export const domainOddities: Array<
  [
    string,
    OperationId,
    string,
    (product: TestProduct) => Promise<unknown>,
    object,
  ]
> = [
  [
    'somebody who has left the catalog',
    'listDomainGrants',
    grantsOf(AIRLINE),
    async product => {
      await shareDomain(product, ANA);
      await gone(product, ANA);
    },
    { items: [{ ...SUSPENDED, suspendedBecause: 'subject-gone' }] },
  ],
  [
    'another one of the same name',
    'getUserDomainGrant',
    '/v1/domains/airline/users/ana/grants',
    async product => {
      await shareDomain(product, ANA);
      await replaced(product, ANA);
    },
    { grant: { ...SUSPENDED, suspendedBecause: 'subject-replaced' } },
  ],
  [
    'another domain of the same name',
    'listDomainGrants',
    grantsOf(AIRLINE),
    async product => {
      await shareDomain(product, ANA);
      await replaced(product, AIRLINE);
    },
    { items: [{ ...SUSPENDED, suspendedBecause: 'domain-replaced' }] },
  ],
  [
    'a domain that has left the catalog',
    'getGroupDomains',
    '/v1/groups/analysts/domains',
    async product => {
      await replaceList(product, ANALYSTS, {
        DomainNames: [{ airline: GIVEN }],
      });
      await gone(product, AIRLINE);
    },
    {
      DomainNames: [],
      domains: [{ ...SUSPENDED, suspendedBecause: 'domain-gone' }],
    },
  ],
  [
    'access that is over by itself',
    'listDomainGrants',
    grantsOf(AIRLINE),
    async product => {
      await shareDomain(product, ANA, { expiresAt: '2030-01-16T00:00:00Z' });
      product.clock.advance('P2D');
    },
    { items: [{ state: 'expired' }] },
  ],
  [
    'access that was over by itself, and recorded',
    'getDomainHistory',
    '/v1/domains/airline/history?limit=1',
    async product => {
      await shareDomain(product, ANA, { expiresAt: '2030-01-16T00:00:00Z' });
      product.clock.advance('P2D');
      await product.access.domainSweep.run();
    },
    { items: [{ type: 'domain-access-expired', subject: ANA }] },
  ],
  [
    'a snapshot',
    'listDomainGrants',
    grantsOf(AIRLINE),
    product => shareDomain(product, ANA),
    { items: [{ snapshot: { datasets: 1 } }] },
  ],
  [
    'a snapshot that is being taken',
    'listDomainGrants',
    grantsOf(AIRLINE),
    product =>
      product.knex('domain_snapshots').insert({
        id: 'running',
        domain_ref: AIRLINE,
        subject_ref: ANA,
        taken_by: OLGA,
        datasets: 4_711,
        started_at: product.clock.now(),
      }),
    { captures: [{ subject: ANA, by: OLGA, datasets: 4_711 }] },
  ],
  [
    'nothing but what was revoked',
    'getDomainHistory',
    '/v1/domains/airline/history',
    async product => revokeShare(product, await shareDomain(product, ANA)),
    { items: Array(4).fill({ subject: ANA, by: OLGA }) },
  ],
];

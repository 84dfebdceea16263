import { testDirectory } from '../__testUtils__/testDirectory';
import type { WorldEntity } from '../__testUtils__/world';
import { domainChain } from './domainChain';

const LABEL = 'data-registry/domain';

// company ⊃ finance ⊃ payments; company ⊃ research; left and right enclose each other
const world: WorldEntity[] = [
  { ref: 'domain:default/company' },
  { ref: 'domain:default/finance', partOf: ['domain:default/company'] },
  { ref: 'domain:default/payments', partOf: ['domain:default/finance'] },
  { ref: 'domain:default/research', partOf: ['domain:default/company'] },
  { ref: 'domain:default/left', partOf: ['domain:default/right'] },
  { ref: 'domain:default/right', partOf: ['domain:default/left'] },
  { ref: 'domain:default/lost', partOf: ['domain:default/gone'] },
  { ref: 'domain:sales/abroad' },
  { ref: 'system:default/billing', partOf: ['domain:default/payments'] },
  { ref: 'system:default/ledger', partOf: ['domain:default/finance'] },
  { ref: 'system:default/lab', partOf: ['domain:default/research'] },
  { ref: 'system:default/ring', partOf: ['domain:default/left'] },
  { ref: 'system:default/exports', partOf: ['domain:sales/abroad'] },
  { ref: 'system:default/alone' },
  { ref: 'system:default/stray', partOf: ['domain:default/gone'] },
];

async function chainOf(dataset: Pick<WorldEntity, 'partOf' | 'labels'>) {
  const { catalog, directory } = testDirectory([
    ...world,
    { ref: 'resource:default/orders', ...dataset },
  ]);
  return domainChain(catalog.entities().at(-1)!, directory, LABEL);
}

describe('the domains of a dataset', () => {
  it.each<[string, Pick<WorldEntity, 'partOf' | 'labels'>, string[]]>([
    ['without system and label are none', {}, []],
    [
      'in a system are those around the system, innermost first',
      { partOf: ['billing'] },
      ['default/payments', 'default/finance', 'default/company'],
    ],
    [
      'in a domain of another namespace are found',
      { partOf: ['exports'] },
      ['sales/abroad'],
    ],
    ['in a system without domain are none', { partOf: ['alone'] }, []],
    ['in a system that does not exist are none', { partOf: ['gone'] }, []],
    [
      'in a system of a domain that does not exist are none',
      { partOf: ['stray'] },
      [],
    ],
    [
      'with a label are the one named, and those around it',
      { labels: { [LABEL]: 'finance' } },
      ['default/finance', 'default/company'],
    ],
    [
      'with a label in other letters are the same',
      { labels: { [LABEL]: 'Finance' } },
      ['default/finance', 'default/company'],
    ],
    ['with an empty label are none', { labels: { [LABEL]: '' } }, []],
    [
      'with a label that names nothing are none',
      { labels: { [LABEL]: 'fiannce' } },
      [],
    ],
    [
      'with a label that cannot be a name are none',
      { labels: { [LABEL]: 'Forschung & Lehre' } },
      [],
    ],
    ['with another label are none', { labels: { domain: 'finance' } }, []],
    [
      'whose domain is below one that does not exist end there',
      { labels: { [LABEL]: 'lost' } },
      ['default/lost'],
    ],
    [
      'that enclose each other are each named once',
      { partOf: ['ring'] },
      ['default/left', 'default/right'],
    ],
  ])('%s', async (_, dataset, names) => {
    expect(await chainOf(dataset)).toEqual(names.map(name => `domain:${name}`));
  });

  it('in two systems are those of both, each once', async () => {
    const domains = await chainOf({ partOf: ['billing', 'lab'] });

    expect(domains.slice().sort()).toEqual([
      'domain:default/company',
      'domain:default/finance',
      'domain:default/payments',
      'domain:default/research',
    ]);
  });

  it.each([
    ['the inner system first', ['billing', 'ledger']],
    ['the outer system first', ['ledger', 'billing']],
  ])('stand before the domains around them, with %s', async (_, partOf) => {
    expect(await chainOf({ partOf })).toEqual([
      'domain:default/payments',
      'domain:default/finance',
      'domain:default/company',
    ]);
  });

  it('are not guessed while the catalog is down', async () => {
    const { catalog, directory } = testDirectory([
      ...world,
      { ref: 'resource:default/orders', partOf: ['billing'] },
    ]);
    const dataset = catalog.entities().at(-1)!;
    catalog.failure = new Error('503');

    await expect(domainChain(dataset, directory, LABEL)).rejects.toMatchObject({
      code: 'CATALOG_UNAVAILABLE',
    });
  });
});

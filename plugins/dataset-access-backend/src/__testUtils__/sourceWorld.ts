import type { WorldEntity } from './world';

export const ANA = 'user:default/ana';
export const BEN = 'user:default/ben';
export const DAN = 'user:default/dan';
export const CREW = 'group:default/crew';
export const ORDERS = 'resource:default/orders';
export const LINES = 'resource:default/lines';
export const SHOP = 'domain:default/shop';

/** Roles of those who read, by their names in the catalog. */
export const readers = ['ana', 'ben', 'crew'];

/** A dataset of the shop that is a table of the same name in a source. */
export function table(name: string): WorldEntity {
  return {
    ref: `resource:default/${name}`,
    title: name,
    owners: ['sales'],
    partOf: ['web'],
    annotations: {
      'data-registry/source': 'Warehouse',
      'data-registry/postgres-objects': `sales.${name}`,
    },
  };
}

/** A shop with two tables, Dan who owns them and the domain, and people who want to read. */
export const sourceWorld: WorldEntity[] = [
  { ref: ANA, title: 'Ana Analyst' },
  { ref: BEN, title: 'Ben' },
  { ref: DAN, title: 'Dan Owner', memberOf: ['sales'] },
  { ref: CREW, title: 'Crew' },
  { ref: 'group:default/sales', title: 'Sales' },
  { ref: SHOP, title: 'Shop', owners: ['sales'] },
  { ref: 'system:default/web', partOf: [SHOP], owners: ['sales'] },
  table('orders'),
  table('lines'),
];

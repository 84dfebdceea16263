import type { WorldEntity } from './world';

/**
 * The people and datasets most tests need. `orders` has an override, `products` is with its owner, `diary` belongs to one
 * person. Frank is a steward through a child group.
 */
export const smallWorld: WorldEntity[] = [
  { ref: 'user:default/ana', title: 'Ana Analyst', memberOf: ['analysts'] },
  { ref: 'user:default/bob', title: 'Bob Steward', memberOf: ['stewards'] },
  { ref: 'user:default/cleo', title: 'Cleo Steward', memberOf: ['stewards'] },
  { ref: 'user:default/frank', title: 'Frank', memberOf: ['junior-stewards'] },
  { ref: 'user:default/dan', title: 'Dan Owner', memberOf: ['sales'] },
  { ref: 'user:default/mona', title: 'Mona', memberOf: ['marketing'] },
  { ref: 'user:default/olga', title: 'Olga', memberOf: ['data-office'] },
  { ref: 'user:default/root', title: 'Root', memberOf: ['platform-admins'] },
  { ref: 'user:default/eve', title: 'Eve' },
  { ref: 'group:default/analysts', title: 'Analysts' },
  { ref: 'group:default/stewards', title: 'Stewards' },
  { ref: 'group:default/junior-stewards', parent: 'stewards' },
  { ref: 'group:default/sales', title: 'Sales' },
  { ref: 'group:default/marketing', title: 'Marketing' },
  { ref: 'group:default/data-office', title: 'Data office' },
  { ref: 'group:default/platform-admins', title: 'Platform admins' },
  {
    ref: 'resource:default/orders',
    title: 'Customer orders',
    owners: ['sales'],
    labels: { 'data-registry/override-approver': 'stewards' },
    annotations: { 'data-registry/source': 'Snowflake' },
  },
  {
    ref: 'api:default/products',
    title: 'Products',
    type: 'dataset',
    owners: ['sales'],
    annotations: { 'data-registry/source': 'BigQuery' },
  },
  {
    ref: 'resource:default/diary',
    title: 'Diary',
    owners: ['user:default/dan'],
  },
  { ref: 'component:default/website', type: 'website', owners: ['sales'] },
];

export const ORDERS = 'resource:default/orders';
export const PRODUCTS = 'api:default/products';
export const DIARY = 'resource:default/diary';

export const ANA = 'user:default/ana';
export const BOB = 'user:default/bob';
export const CLEO = 'user:default/cleo';
export const FRANK = 'user:default/frank';
export const DAN = 'user:default/dan';
export const MONA = 'user:default/mona';
export const OLGA = 'user:default/olga';
export const ROOT = 'user:default/root';
export const EVE = 'user:default/eve';

export const superusers = ['group:default/platform-admins'];

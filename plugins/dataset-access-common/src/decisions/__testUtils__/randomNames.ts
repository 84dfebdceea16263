/**
 * Few names, so that they meet: a world of a dozen rules in which groups and domains contain each other, sometimes in a
 * circle, names lead nowhere, uids are those of somebody else and every kind of rule is there.
 */
export const users = ['ana', 'ben', 'eva'].map(name => `user:default/${name}`);
export const groups = ['sales', 'emea', 'staff', 'board'].map(
  name => `group:default/${name}`,
);
export const domains = ['finance', 'markets', 'company'].map(
  name => `domain:default/${name}`,
);
export const things = [
  'resource:default/orders',
  'resource:default/orders-eu',
  'api:default/orders',
  'component:default/shop',
];
/** What other things are part of. */
export const containers = [...domains, 'system:default/ledger'];
export const UNKNOWN_USER = 'user:default/nobody';
export const UNKNOWN_RESOURCE = 'resource:default/nothing';

/** When something may begin or end, and the moments around. */
export const limits = [100, 200];
export const moments = limits.flatMap(limit => [limit - 1, limit, limit + 1]);

export const privileges = ['read', 'write', 'own', 'run', 'visit'];
/** Enough that the masks of a rule need a second word. */
const ballast = Array.from({ length: 30 }, (_, at) => `ballast-${at}`);
const implications = new Map<string, readonly string[]>([
  ['own', ['write']],
  // round in a circle, and by way of many others
  ['write', ['run']],
  ['run', ['write']],
  ['visit', ballast],
  ['ballast-29', ['tour']],
]);
/** What tests ask for: what rules name, what only follows, and what there is not. */
export const askedFor = [
  ...privileges,
  ...privileges,
  ...privileges,
  'tour',
  'ballast-20',
  'fly',
];
export const implied = (privilege: string) => implications.get(privilege) ?? [];

export const roles = ['reader', 'editor', 'auditor'];
export const stewardships = ['steward', 'custodian'];

import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

export const ANA = 'user:default/ana';
export const DAN = 'user:default/dan';
/** Belongs to nobody. */
export const GUEST = 'user:default/guest';
export const ROOT = 'user:default/root';
/** Only its owners and administrators may know of it. */
export const HIDDEN = 'resource:default/salaries';

const entity = (
  kind: string,
  name: string,
  spec: JsonObject,
  labels?: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, labels },
  spec,
});

/** A small company: analysts, and people with payroll data of which one dataset is hidden. */
export const world: Entity[] = [
  entity('User', 'ana', { memberOf: ['analysts'] }),
  entity('User', 'dan', { memberOf: ['people'] }),
  entity('User', 'guest', { memberOf: [] }),
  entity('User', 'root', { memberOf: [] }),
  entity('Group', 'analysts', { type: 'team', children: [] }),
  entity('Group', 'people', { type: 'team', children: [] }),
  entity('Domain', 'finance', { owner: 'group:default/people' }),
  entity('Domain', 'pay', {
    owner: 'group:default/people',
    subdomainOf: 'finance',
  }),
  entity('System', 'payroll', { owner: 'group:default/people', domain: 'pay' }),
  entity('Resource', 'orders', {
    type: 'dataset',
    owner: 'group:default/people',
  }),
  entity('Component', 'website', {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/people',
  }),
  entity(
    'Resource',
    'salaries',
    { type: 'dataset', owner: 'group:default/people', system: 'payroll' },
    { 'data-registry/visibility': 'hidden' },
  ),
];

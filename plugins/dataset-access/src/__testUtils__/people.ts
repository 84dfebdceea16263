import { Entity, parseEntityRef } from '@backstage/catalog-model';

export const ANA = 'user:default/ana';
export const BOB = 'user:default/bob';
export const CLEO = 'user:default/cleo';
export const DAN = 'user:default/dan';
export const ANALYSTS = 'group:default/analysts';
export const STEWARDS = 'group:default/stewards';
export const ORDERS = 'resource:default/orders';
export const PRODUCTS = 'api:default/products';

/** Who is who: Ana asks, the stewards Bob and Cleo decide on orders, Dan owns products. */
export const entities: Entity[] = [
  principal(ANA, 'Ana Analyst'),
  principal(BOB, 'Bob Steward'),
  principal(CLEO, 'Cleo Steward'),
  principal(DAN, 'Dan Owner'),
  principal(ANALYSTS, 'Analysts'),
  principal(STEWARDS, 'Stewards'),
  entity('Resource', ORDERS, {
    title: 'Customer orders',
    spec: { type: 'dataset' },
  }),
  entity('API', PRODUCTS, { title: 'Products', spec: { type: 'dataset' } }),
];

/** Who belongs to which group. */
export const members: Record<string, string[]> = {
  [ANALYSTS]: [ANA],
  [STEWARDS]: [BOB, CLEO],
};

/** A user or group of the catalog. */
export function principal(ref: string, displayName: string): Entity {
  const kind = ref.startsWith('group:') ? 'Group' : 'User';
  return entity(kind, ref, { spec: { profile: { displayName } } });
}

/** Any entity of the catalog. */
export function entity(
  kind: string,
  ref: string,
  { title, spec }: { title?: string; spec?: Entity['spec'] } = {},
): Entity {
  const { namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace, name, title },
    spec,
  };
}

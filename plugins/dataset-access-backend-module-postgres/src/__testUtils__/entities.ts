import type { Entity } from '@backstage/catalog-model';

/** A dataset that is some tables. */
export function dataset(
  objects: string | undefined,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'orders',
      annotations: {
        ...(objects !== undefined && {
          'data-registry/postgres-objects': objects,
        }),
        ...annotations,
      },
    },
    spec: { type: 'dataset' },
  };
}

/** Somebody, perhaps with a role that the catalog names. */
export function user(
  name: string,
  role?: string,
  email?: string,
  kind = 'User',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: role ? { 'data-registry/postgres-role': role } : {},
    },
    spec: { profile: email ? { email } : {} },
  };
}

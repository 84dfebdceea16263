import type { Entity } from '@backstage/catalog-model';

/** A dataset behind an endpoint, which is some tables there. */
export function dataset(
  tables: string,
  endpoint: string | undefined = 'lake',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: tables.replace(/ /g, '-'),
      namespace: 'default',
      uid: `uid-${tables}`,
      annotations: {
        ...(endpoint && { 'data-registry/webhook': endpoint }),
        'data-registry/webhook-object': tables,
      },
    },
    spec: { type: 'dataset' },
  };
}

/** Somebody, perhaps with a name that only endpoints know. */
export function user(name: string, annotated?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: annotated
        ? { 'data-registry/webhook-subject': annotated }
        : {},
    },
    spec: { profile: { email: `${name}@example.com` } },
  };
}

import type { Entity } from '@backstage/catalog-model';

const owner = {
  relations: [{ type: 'ownedBy', targetRef: 'group:default/logistics' }],
};

/** A dataset, one of the other kind, something that looks like one and is none, a domain, and the people around them. */
export const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'parcels', namespace: 'default', title: 'Parcels' },
    spec: { type: 'dataset', owner: 'logistics' },
    ...owner,
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'routes', namespace: 'default', title: 'Routes' },
    spec: { type: 'dataset', owner: 'logistics', lifecycle: 'production' },
    ...owner,
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'parcel-bucket', namespace: 'default' },
    spec: { type: 's3-bucket', owner: 'logistics' },
    ...owner,
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name: 'freight', namespace: 'default', title: 'Freight' },
    spec: { owner: 'logistics' },
    ...owner,
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'logistics', namespace: 'default', title: 'Logistics' },
    spec: { type: 'team', children: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'guest', namespace: 'default', title: 'Gus Guest' },
    spec: { memberOf: [] },
  },
];

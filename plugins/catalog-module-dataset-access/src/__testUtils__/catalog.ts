import type { Entity } from '@backstage/catalog-model';

type Relation = NonNullable<Entity['relations']>[number];

const ownedBy = (targetRef: string): Relation => ({
  type: 'ownedBy',
  targetRef,
});
const partOf = (targetRef: string): Relation => ({ type: 'partOf', targetRef });

function entity(
  kind: string,
  metadata: { name: string; title?: string },
  spec: Entity['spec'] = {},
  relations: Relation[] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace: 'default', ...metadata },
    spec,
    relations,
  };
}

/** Datasets of every shape that changes what the header says, one entity that is no dataset, and what they point to. */
export const entities: Entity[] = [
  entity(
    'Resource',
    { name: 'parcels', title: 'Parcels' },
    { type: 'dataset' },
    [ownedBy('group:default/logistics'), partOf('system:default/warehouse')],
  ),
  entity(
    'API',
    { name: 'routes' },
    { type: 'dataset', lifecycle: 'production' },
    [
      ownedBy('group:default/logistics'),
      ownedBy('user:default/ana'),
      partOf('system:default/warehouse'),
      partOf('domain:default/transport'),
      partOf('component:default/planner'),
    ],
  ),
  entity('Resource', { name: 'orphan' }, { type: 'dataset' }),
  entity('Resource', { name: 'parcel-bucket' }, { type: 's3-bucket' }, [
    ownedBy('group:default/logistics'),
  ]),
  entity('Group', { name: 'logistics', title: 'Logistics' }, { type: 'team' }),
  entity('User', { name: 'ana', title: 'Ana Costa' }),
  entity('System', { name: 'warehouse' }),
  entity('Domain', { name: 'transport' }),
  entity('Component', { name: 'planner' }, { type: 'service' }),
];

import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/core-app-api';
import { entity } from '../__testUtils__/people';
import { datasetFilter } from './datasetFilter';

const api = entity('API', 'api:default/orders', { spec: { type: 'dataset' } });
const resource = entity('Resource', 'resource:default/orders', {
  spec: { type: 'dataset' },
});
const table = entity('Resource', 'resource:default/orders', {
  spec: { type: 'table' },
});

function filterWith(filter?: object) {
  return datasetFilter(
    new ConfigReader(filter ? { datasetAccess: { dataset: { filter } } } : {}),
  );
}

describe('which entities are datasets', () => {
  it.each<[string, boolean, Entity]>([
    ['an API of type dataset', true, api],
    ['a Resource of type dataset', true, resource],
    ['an API of another type', false, { ...api, spec: { type: 'openapi' } }],
    ['a Resource of another type', false, table],
    ['a Resource without a type', false, { ...resource, spec: undefined }],
    ['a Component of type dataset', false, { ...api, kind: 'Component' }],
    ['a Group called dataset', false, entity('Group', 'group:default/dataset')],
  ])('by default, %s: %s', (_, isDataset, one) => {
    expect(filterWith()(one)).toBe(isDataset);
  });

  it('are those of app-config instead, where it says so', () => {
    const isDataset = filterWith({ kind: 'Resource', 'spec.type': 'table' });

    expect([api, resource, table].map(isDataset)).toEqual([false, false, true]);
  });

  it('can be told apart by labels', () => {
    const isDataset = filterWith({
      'metadata.labels.data-registry/registered': { $exists: true },
    });
    const labels = { 'data-registry/registered': 'yes' };
    const registered = { ...table, metadata: { ...table.metadata, labels } };

    expect([table, registered].map(isDataset)).toEqual([false, true]);
  });

  it('cannot be told by something that is no predicate', () => {
    expect(() => filterWith({ 'spec.type': { $like: 'data%' } })).toThrow(
      'datasetAccess.dataset.filter',
    );
  });
});

import { isResourcePermission } from '@backstage/plugin-permission-common';
import { datasetAccessPermissions } from './permissions';
import * as everything from './permissions';

describe('the permissions of this plugin', () => {
  it('are told apart by resource type and action alone, where there are conditions, as the RBAC plugin does (P-22)', () => {
    const pairs = datasetAccessPermissions
      .filter(permission => isResourcePermission(permission))
      .map(
        ({ resourceType, attributes }) =>
          `${resourceType} ${attributes.action}`,
      );

    expect(pairs).not.toHaveLength(0);
    expect(pairs).toEqual([...new Set(pairs)]);
    pairs.forEach(pair =>
      expect(pair).toMatch(
        /^dataset-access-[a-z-]+ (create|read|update|delete)$/,
      ),
    );
  });

  it('all say what kind of action they are for', () => {
    const kinds = ['create', 'read', 'update', 'delete'];

    datasetAccessPermissions.forEach(({ attributes }) =>
      expect(kinds).toContain(attributes.action),
    );
  });

  it('have distinct names that say which plugin they are of', () => {
    const names = datasetAccessPermissions.map(({ name }) => name);

    expect(names).toEqual([...new Set(names)]);
    names.forEach(name =>
      expect(name).toMatch(/^dataset-access\.[a-z-]+\.[a-z-]+$/),
    );
  });

  it('are all in the list that is offered to permission policies', () => {
    const exported = Object.entries(everything).flatMap(([key, value]) =>
      key.endsWith('Permission') ? [value] : [],
    );

    expect(exported).not.toHaveLength(0);
    expect(new Set(datasetAccessPermissions)).toEqual(new Set(exported));
  });
});

import { isResourcePermission } from '@backstage/plugin-permission-common';
import { datasetAccessPermissions } from 'backstage-plugin-dataset-access-common';

/** A permission as the RBAC plugin names it. */
export interface BackstagePermission {
  name: string;
  resourceType?: string;
  /** `use` for a permission that says nothing of an action. */
  action: string;
}

const entity = { resourceType: 'catalog-entity' };
const template = { resourceType: 'scaffolder-template' };
const task = { resourceType: 'scaffolder-task' };

const own = datasetAccessPermissions.map(permission => ({
  name: permission.name,
  action: permission.attributes.action ?? 'use',
  ...(isResourcePermission(permission) && {
    resourceType: permission.resourceType,
  }),
}));

/** The permissions of the catalog, the scaffolder and this plugin: their privileges are the ones that come with it. */
export const backstagePermissions: readonly BackstagePermission[] = [
  ...own,
  { name: 'catalog.entity.read', action: 'read', ...entity },
  { name: 'catalog.entity.refresh', action: 'update', ...entity },
  { name: 'catalog.entity.delete', action: 'delete', ...entity },
  { name: 'catalog.entity.create', action: 'create' },
  { name: 'catalog.entity.validate', action: 'use' },
  { name: 'catalog.location.read', action: 'read' },
  { name: 'catalog.location.create', action: 'create' },
  { name: 'catalog.location.delete', action: 'delete' },
  { name: 'catalog.location.analyze', action: 'use' },
  { name: 'catalog.ingestion.read', action: 'read' },
  { name: 'catalog.ingestion.manage', action: 'update' },
  {
    name: 'scaffolder.action.execute',
    action: 'use',
    resourceType: 'scaffolder-action',
  },
  { name: 'scaffolder.template.parameter.read', action: 'read', ...template },
  { name: 'scaffolder.template.step.read', action: 'read', ...template },
  { name: 'scaffolder.template.dry-run', action: 'use' },
  { name: 'scaffolder.template.management', action: 'use' },
  { name: 'scaffolder.task.create', action: 'create' },
  { name: 'scaffolder.task.read', action: 'read', ...task },
  { name: 'scaffolder.task.cancel', action: 'use', ...task },
];

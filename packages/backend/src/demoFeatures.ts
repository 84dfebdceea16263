import type { BackendFeature } from '@backstage/backend-plugin-api';
import appPlugin from '@backstage/plugin-app-backend';
import authPlugin from '@backstage/plugin-auth-backend';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import searchCatalogModule from '@backstage/plugin-search-backend-module-catalog';
import signalsPlugin from '@backstage/plugin-signals-backend';
import userSettingsPlugin from '@backstage/plugin-user-settings-backend';
import catalogModuleDatasetAccess from 'backstage-plugin-catalog-backend-module-dataset-access';
import datasetAccessPlugin from 'backstage-plugin-dataset-access-backend';
import datasetAccessModulePostgres from 'backstage-plugin-dataset-access-backend-module-postgres';
import permissionModuleDatasetAccess from 'backstage-plugin-permission-backend-module-dataset-access';
import { authModuleDemoPersonas } from './personas';

/** Everything the demo portal's backend consists of, so that tests can start the same one. */
export const demoFeatures: BackendFeature[] = [
  appPlugin,

  authPlugin,
  authModuleDemoPersonas,

  catalogPlugin,
  catalogModuleDatasetAccess,
  searchPlugin,
  searchCatalogModule,

  eventsPlugin,
  signalsPlugin,
  notificationsPlugin,
  userSettingsPlugin,

  permissionPlugin,
  permissionModuleDatasetAccess,

  datasetAccessPlugin,
  datasetAccessModulePostgres,
];

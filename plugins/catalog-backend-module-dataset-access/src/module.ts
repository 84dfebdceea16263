import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  createCatalogRules,
  decisionIndexServiceRef,
} from 'backstage-plugin-dataset-access-node';
import { ScopesProcessor } from './ScopesProcessor';

/**
 * Gives the catalog the rules by which a permission policy can make what is seen depend on access, and every entity the
 * scopes that lists are searched by.
 *
 * @public
 */
export const catalogModuleDatasetAccess = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'dataset-access',
  register(reg) {
    reg.registerInit({
      deps: {
        decisions: decisionIndexServiceRef,
        permissions: coreServices.permissionsRegistry,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ decisions, permissions, processing }) {
        permissions.addPermissionRules(
          Object.values(createCatalogRules(decisions)),
        );
        processing.addProcessor(new ScopesProcessor(decisions));
      },
    });
  },
});

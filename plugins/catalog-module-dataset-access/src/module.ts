import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { headerLayout } from './header/headerLayout';
import { headerAction } from './headerAction/headerAction';

/**
 * Puts the access button onto dataset pages of the catalog: into their header, or, where that is switched off, into the
 * bar above.
 *
 * @public
 */
export const catalogModuleDatasetAccess = createFrontendModule({
  pluginId: 'catalog',
  extensions: [headerLayout, headerAction],
});

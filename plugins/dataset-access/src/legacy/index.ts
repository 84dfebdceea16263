/**
 * Dataset Access for apps of the old frontend system. The app loads `@backstage/ui/css/styles.css` once.
 *
 * @packageDocumentation
 */

export { canBeAnsweredFor } from './canBeAnsweredFor';
export {
  DatasetAccessPage,
  EntityDatasetGrantsContent,
  EntityDomainAccessContent,
  EntityGroupDomainsContent,
  EntityResponsibilitiesCard,
  EntityYourAccessCard,
} from './extensions';
export { isDataset } from './isDataset';
export { datasetAccessPlugin } from './plugin';
export {
  useRequestAccessContextMenuItem,
  type RequestAccessContextMenuItem,
} from './useRequestAccessContextMenuItem';

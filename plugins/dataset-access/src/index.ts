/**
 * Frontend of Dataset Access: ask for access to a dataset, decide on requests, see who has what.
 *
 * @packageDocumentation
 */

export { datasetAccessPlugin as default } from './plugin';
export { datasetAccessApiRef } from './api/datasetAccessApi';
export { datasetFilter } from './dataset/datasetFilter';
export { requestableFilter } from './dataset/requestableFilter';
export {
  RequestAccessButton,
  type RequestAccessButtonProps,
} from './dataset/RequestAccessButton';
export { YourAccessCard } from './dataset/YourAccessCard';
export {
  RequestAccessDialog,
  type RequestAccessDialogProps,
} from './dialog/RequestAccessDialog';
export type { RequestPreset } from './dialog/RequestPreset';
export { datasetAccessTranslationRef } from './translation';

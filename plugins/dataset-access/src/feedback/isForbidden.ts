import { isDatasetAccessError } from 'backstage-plugin-dataset-access-common';

/** Whether somebody was refused for who he is, which trying again does not change. */
export function isForbidden(error: unknown): boolean {
  return isDatasetAccessError(error) && error.code === 'FORBIDDEN';
}

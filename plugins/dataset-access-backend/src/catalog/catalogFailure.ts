import { ResponseError } from '@backstage/errors';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';

/**
 * Runs a catalog read. A catalog that cannot answer is never taken for one that answered "nothing there".
 *
 * @throws `CATALOG_UNAVAILABLE` when the catalog is down, slow, or answers with an error
 */
export async function fromCatalog<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw new DatasetAccessError('CATALOG_UNAVAILABLE', { cause: error });
  }
}

/** As {@link fromCatalog}; an entity that the caller's credentials may not read is as absent as one that is not there. */
export async function fromCatalogIfVisible<T>(
  read: Promise<T>,
): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (
      error instanceof ResponseError &&
      [403, 404].includes(error.statusCode)
    ) {
      return undefined;
    }
    throw new DatasetAccessError('CATALOG_UNAVAILABLE', { cause: error });
  }
}

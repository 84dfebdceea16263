import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import { CatalogDirectory } from '../catalog/CatalogDirectory';
import { DatasetAccessConfig, readConfig } from '../config/readConfig';
import { TestCatalog } from './TestCatalog';
import type { WorldEntity } from './world';

/** The real directory on a catalog that a test can change. */
export function testDirectory(world: readonly WorldEntity[]): {
  catalog: TestCatalog;
  directory: Directory;
} {
  const catalog = new TestCatalog(world);
  const directory = new CatalogDirectory({
    catalog: catalog.service,
    auth: mockServices.auth(),
  });
  return { catalog, directory };
}

/** The configuration with its defaults. @param datasetAccess - what app-config has below `datasetAccess` */
export function testConfig(
  datasetAccess: JsonObject = {},
): DatasetAccessConfig {
  return readConfig(new ConfigReader({ datasetAccess }));
}

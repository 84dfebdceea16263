import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SourceConnector } from './SourceConnector';

/**
 * Lets modules make access real in sources of data.
 *
 * @public
 */
export interface ConnectorExtensionPoint {
  /**
   * The first connector that serves a dataset is the dataset's. Those that none serves are given by hand.
   *
   * @throws Error when there is a connector of the same id, or when the id is `manual`
   */
  addConnector(connector: SourceConnector): void;
}

/**
 * @public
 */
export const connectorExtensionPoint =
  createExtensionPoint<ConnectorExtensionPoint>({
    id: 'dataset-access.connectors',
  });

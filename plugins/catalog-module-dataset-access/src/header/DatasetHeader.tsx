import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import {
  entityRouteRef,
  useAsyncEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import type { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Header } from '@backstage/ui';
import { RequestAccessButton } from 'backstage-plugin-dataset-access';
import { ContextMenu } from './ContextMenu';
import styles from './DatasetHeader.module.css';
import { FavoriteButton } from './FavoriteButton';
import { useHeaderMetadata } from './useHeaderMetadata';

/**
 * The catalog's standard entity header with the access button in it. Backstage has no slot for a button there
 * (ADR 0006); when it gets one, the button moves and this goes.
 */
export function DatasetHeader({ tabs, activeTabId }: EntityHeaderLayoutProps) {
  const { entity } = useAsyncEntity();
  const params = useRouteRefParams(entityRouteRef);
  const { primaryTitle } = useEntityPresentation(entity ?? params);
  const metadata = useHeaderMetadata(entity);
  const type = entity?.spec?.type?.toString();
  return (
    <Header
      className={styles.header}
      title={primaryTitle}
      tags={[
        { label: entity?.kind ?? params.kind },
        ...(type ? [{ label: type }] : []),
      ]}
      metadata={metadata}
      tabs={entity && tabs}
      activeTabId={activeTabId}
      customActions={
        entity && (
          <>
            <RequestAccessButton
              datasetRef={stringifyEntityRef(entity)}
              followsLink
            />
            <FavoriteButton entity={entity} />
            <ContextMenu entity={entity} />
          </>
        )
      }
    />
  );
}

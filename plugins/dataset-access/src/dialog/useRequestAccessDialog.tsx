import { stringifyEntityRef } from '@backstage/catalog-model';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { RequestAccessDialog } from './RequestAccessDialog';

/** Opens the dialog for the dataset of this page, from where nothing can be drawn: a menu item, a row of links. */
export function useRequestAccessDialog(): () => void {
  const dialogApi = useApi(dialogApiRef);
  const { entity } = useEntity();
  const datasetRef = stringifyEntityRef(entity);
  return useCallback(() => {
    dialogApi.open(({ dialog }) => (
      <RequestAccessDialog
        datasetRef={datasetRef}
        isOpen
        onOpenChange={isOpen => !isOpen && dialog.close()}
      />
    ));
  }, [dialogApi, datasetRef]);
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { IconComponent, useApiHolder } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAsyncEntity } from '@backstage/plugin-catalog-react';
import KeyIcon from '@material-ui/icons/VpnKey';
import { ReactNode, useEffect, useMemo, useState } from 'react';
import { RequestAccessDialog } from '../dialog/RequestAccessDialog';
import { useLinkedDialog } from '../dialog/useLinkedDialog';
import { datasetAccessTranslationRef } from '../translation';
import { isDataset } from './isDataset';

/**
 * What an entity layout needs to offer access requests.
 *
 * @public
 */
export interface RequestAccessContextMenuItem {
  /** For `UNSTABLE_extraContextMenuItems` of `EntityLayout`; empty where the entity is no dataset. */
  extraContextMenuItems: Array<{
    title: string;
    Icon: IconComponent;
    onClick: () => void;
  }>;
  /** What the item opens; it goes beside the layout, as a menu closes with everything in it. */
  dialog: ReactNode;
}

/**
 * Offers access requests in the menu of a dataset's page. For the component that draws the `EntityLayout`, inside of
 * the catalog's entity page.
 *
 * @public
 */
export function useRequestAccessContextMenuItem(): RequestAccessContextMenuItem {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const apis = useApiHolder();
  const { entity } = useAsyncEntity();
  const [isWanted, setWanted] = useState(false);
  const [isLinked, setLinked] = useLinkedDialog(true);
  const [isOpen, setOpen] = useState(false);
  const datasetRef = useMemo(
    () =>
      entity && isDataset(entity, { apis })
        ? stringifyEntityRef(entity)
        : undefined,
    [entity, apis],
  );
  // one layout may show one dataset after another
  useEffect(() => setWanted(false), [datasetRef]);
  // a step later, when the closing menu has given the focus back to its button: the dialog will return it there
  useEffect(() => setOpen(isWanted || isLinked), [isWanted, isLinked]);
  const title = t('button.request');
  return {
    extraContextMenuItems: useMemo(
      () =>
        datasetRef
          ? [{ title, Icon: KeyIcon, onClick: () => setWanted(true) }]
          : [],
      [datasetRef, title],
    ),
    dialog: datasetRef && isOpen && (
      <RequestAccessDialog
        datasetRef={datasetRef}
        isOpen
        onOpenChange={open => {
          setWanted(open);
          setLinked(open);
        }}
      />
    ),
  };
}

import {
  configApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContextMenuItemBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiKey2Line } from '@remixicon/react';
import { requestableFilter } from '../dataset/requestableFilter';
import { useRequestAccessDialog } from '../dialog/useRequestAccessDialog';
import { datasetAccessTranslationRef } from '../translation';

export const yourAccessCard = EntityCardBlueprint.makeWithOverrides({
  name: 'your-access',
  factory: (original, { apis }) =>
    original({
      type: 'info',
      filter: requestableFilter(apis.get(configApiRef)!),
      loader: async () => {
        const { YourAccessCard } = await import('../dataset/YourAccessCard');
        return <YourAccessCard />;
      },
    }),
});

export const requestAccessMenuItem =
  EntityContextMenuItemBlueprint.makeWithOverrides({
    name: 'request-access',
    factory: (original, { apis }) =>
      original({
        icon: <RiKey2Line />,
        filter: requestableFilter(apis.get(configApiRef)!),
        useProps: () => {
          const { t } = useTranslationRef(datasetAccessTranslationRef);
          return {
            title: t('button.request'),
            onClick: useRequestAccessDialog(),
          };
        },
      }),
  });

export const requestAccessIconLink = EntityIconLinkBlueprint.makeWithOverrides({
  name: 'request-access',
  factory: (original, { apis }) =>
    original({
      filter: requestableFilter(apis.get(configApiRef)!),
      useProps: () => {
        const { t } = useTranslationRef(datasetAccessTranslationRef);
        return {
          label: t('button.request'),
          icon: <RiKey2Line />,
          onClick: useRequestAccessDialog(),
        };
      },
    }),
});

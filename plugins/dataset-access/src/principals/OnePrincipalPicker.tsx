import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityPicker, EntityPickerProps } from '../entities/EntityPicker';
import { datasetAccessTranslationRef } from '../translation';
import { usePrincipalSearch } from './usePrincipalSearch';

/** Picks one user or group. */
export function OnePrincipalPicker(
  props: Omit<EntityPickerProps, 'list' | 'searchPlaceholder' | 'placeholder'>,
) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <EntityPicker
      {...props}
      list={usePrincipalSearch()}
      searchPlaceholder={t('picker.search')}
      placeholder={t('pickOne.principal')}
    />
  );
}

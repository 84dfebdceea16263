import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityPicker, EntityPickerProps } from '../entities/EntityPicker';
import { useEntitySearch } from '../entities/useEntitySearch';
import { datasetAccessTranslationRef } from '../translation';
import { toPrincipal } from './Principal';

const PEOPLE = { filter: { kind: ['user'] } };

/** Picks one person, where a group will not do. */
export function OnePersonPicker(
  props: Omit<EntityPickerProps, 'list' | 'searchPlaceholder' | 'placeholder'>,
) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <EntityPicker
      {...props}
      list={useEntitySearch(PEOPLE, toPrincipal)}
      searchPlaceholder={t('pickOne.searchPerson')}
      placeholder={t('pickOne.person')}
    />
  );
}

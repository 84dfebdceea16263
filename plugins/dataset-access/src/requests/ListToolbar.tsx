import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import { FilterBar } from '../listing/FilterBar';
import { FilterSelect } from '../listing/FilterSelect';
import { SearchBox } from '../listing/SearchBox';
import { ShowToggle } from '../listing/ShowToggle';
import { datasetAccessTranslationRef } from '../translation';
import { ListParams, SetListParams, Show } from './useListParams';

const SHOWS: Show[] = ['waiting', 'decided', 'all'];

/** @see ListToolbar */
export interface ListToolbarProps {
  params: ListParams;
  setParams: SetListParams;
}

/** Narrows a list of requests down. */
export function ListToolbar({ params, setParams }: ListToolbarProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <FilterBar label={t('list.filters')}>
      <ShowToggle
        label={t('list.show')}
        options={SHOWS}
        nameOf={show => t(`show.${show}`)}
        value={params.show}
        onChange={show => setParams({ show })}
      />
      <SearchBox
        label={t('list.search')}
        q={params.q}
        onSearch={q => setParams({ q })}
      />
      <FilterSelect
        label={t('list.level')}
        any={t('list.anyLevel')}
        options={accessLevels}
        nameOf={level => t(`level.${level}`)}
        value={params.level}
        onChange={level => setParams({ level })}
      />
      {params.batch && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setParams({ batch: undefined, show: undefined })}
        >
          {t('list.showEverything')}
        </Button>
      )}
    </FilterBar>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import { useEffect, useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';
import styles from './ListToolbar.module.css';
import { ListParams, SetListParams, Show } from './useListParams';

const SHOWS: Show[] = ['waiting', 'decided', 'all'];
/** Stands for no filter among levels; a select has no empty value. */
const ANY = 'any';
/** Between the last key and the search, in ms. */
const TYPING_PAUSE = 250;

/** @see ListToolbar */
export interface ListToolbarProps {
  params: ListParams;
  setParams: SetListParams;
}

/** Narrows a list of requests down. */
export function ListToolbar({ params, setParams }: ListToolbarProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div role="search" aria-label={t('list.filters')} className={styles.bar}>
      <ToggleButtonGroup
        aria-label={t('list.show')}
        disallowEmptySelection
        selectedKeys={[params.show]}
        onSelectionChange={([show]) => setParams({ show: show as Show })}
      >
        {SHOWS.map(show => (
          <ToggleButton key={show} id={show} size="small">
            {t(`show.${show}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Search q={params.q} onSearch={q => setParams({ q })} />
      <Select
        aria-label={t('list.level')}
        size="small"
        className={styles.level}
        options={[
          { id: ANY, label: t('list.anyLevel') },
          ...accessLevels.map(level => ({
            id: level,
            label: t(`level.${level}`),
          })),
        ]}
        value={params.level ?? ANY}
        onChange={key =>
          setParams({
            level: accessLevels.find(level => level === key),
          })
        }
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
    </div>
  );
}

function Search(props: { q: string; onSearch(q: string): void }) {
  const { q, onSearch } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [text, setText] = useState(q);
  useEffect(() => {
    if (text === q) {
      return undefined;
    }
    const timer = setTimeout(() => onSearch(text), TYPING_PAUSE);
    return () => clearTimeout(timer);
    // what is typed leads, the address follows
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <SearchField
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      size="small"
      maxLength={100}
      className={styles.search}
      value={text}
      onChange={setText}
    />
  );
}

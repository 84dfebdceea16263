import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { datasetAccessTranslationRef } from '../../translation';
import styles from './PolicyListToolbar.module.css';
import {
  PolicyListParams,
  policyOrigins,
  policyStates,
  policyTypes,
  SetPolicyListParams,
} from './usePolicyListParams';

/** Stands for no filter; a select has no empty value. */
const ANY = 'any';
/** Between the last key and the search, in ms. */
const TYPING_PAUSE = 250;

/** @see PolicyListToolbar */
export interface PolicyListToolbarProps {
  params: PolicyListParams;
  setParams: SetPolicyListParams;
}

/** Narrows the list of policies down. */
export function PolicyListToolbar(props: PolicyListToolbarProps) {
  const { params, setParams } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div
      role="search"
      aria-label={t('policies.list.filters')}
      className={styles.bar}
    >
      <Search q={params.q} onSearch={q => setParams({ q })} />
      <Filter
        label={t('policies.list.type')}
        any={t('policies.list.anyType')}
        options={policyTypes}
        name={type => t(`policies.type.${type}`)}
        value={params.type}
        onChange={type => setParams({ type })}
      />
      <Filter
        label={t('policies.list.state')}
        any={t('policies.list.anyState')}
        options={policyStates}
        name={state => t(`policies.state.${state}`)}
        value={params.state}
        onChange={state => setParams({ state })}
      />
      <Filter
        label={t('policies.list.origin')}
        any={t('policies.list.anyOrigin')}
        options={policyOrigins}
        name={origin => t(`policies.origin.${origin}`)}
        value={params.origin}
        onChange={origin => setParams({ origin })}
      />
      {(params.privilege || params.actor) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setParams({ privilege: undefined, actor: undefined })}
        >
          {t('policies.list.showEverything')}
        </Button>
      )}
    </div>
  );
}

function Filter<T extends string>(props: {
  label: string;
  /** What no filter is called. */
  any: string;
  options: readonly T[];
  name(option: T): string;
  value: T | undefined;
  onChange(value: T | undefined): void;
}) {
  const { label, any, options, name, value, onChange } = props;
  return (
    <Select
      aria-label={label}
      size="small"
      className={styles.filter}
      options={[
        { id: ANY, label: any },
        ...options.map(option => ({ id: option, label: name(option) })),
      ]}
      value={value ?? ANY}
      onChange={key => onChange(options.find(option => option === key))}
    />
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
      aria-label={t('policies.list.search')}
      placeholder={t('policies.list.search')}
      size="small"
      maxLength={100}
      className={styles.search}
      value={text}
      onChange={setText}
    />
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { FilterBar } from '../../listing/FilterBar';
import { FilterSelect } from '../../listing/FilterSelect';
import { SearchBox } from '../../listing/SearchBox';
import { datasetAccessTranslationRef } from '../../translation';
import {
  PolicyListParams,
  policyOrigins,
  policyStates,
  policyTypes,
  SetPolicyListParams,
} from './usePolicyListParams';

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
    <FilterBar label={t('policies.list.filters')}>
      <SearchBox
        label={t('policies.list.search')}
        q={params.q}
        onSearch={q => setParams({ q })}
      />
      <FilterSelect
        label={t('policies.list.type')}
        any={t('policies.list.anyType')}
        options={policyTypes}
        nameOf={type => t(`policies.type.${type}`)}
        value={params.type}
        onChange={type => setParams({ type })}
      />
      <FilterSelect
        label={t('policies.list.state')}
        any={t('policies.list.anyState')}
        options={policyStates}
        nameOf={state => t(`policies.state.${state}`)}
        value={params.state}
        onChange={state => setParams({ state })}
      />
      <FilterSelect
        label={t('policies.list.origin')}
        any={t('policies.list.anyOrigin')}
        options={policyOrigins}
        nameOf={origin => t(`policies.origin.${origin}`)}
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
    </FilterBar>
  );
}

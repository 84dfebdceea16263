import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonLink,
  Container,
  Flex,
  Table,
  VisuallyHidden,
} from '@backstage/ui';
import { RiAddLine, RiUpload2Line } from '@remixicon/react';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { useCallback, useState } from 'react';
import { isForbidden } from '../../feedback/isForbidden';
import { EmptyList } from '../../requests/EmptyList';
import { datasetAccessTranslationRef } from '../../translation';
import {
  ChangePolicyDialog,
  PolicyChangeKind,
} from '../change/ChangePolicyDialog';
import { ImportDialog } from '../import/ImportDialog';
import { PoliciesError } from '../PoliciesError';
import { usePolicyLinks } from '../usePolicyLinks';
import { usePolicyColumns } from './policyColumns';
import styles from './PolicyListPage.module.css';
import { PolicyListToolbar } from './PolicyListToolbar';
import { usePolicyList } from './usePolicyList';
import { PolicyListParams, usePolicyListParams } from './usePolicyListParams';

type OpenDialog = 'import' | { change: PolicyChangeKind; policy: Policy };

/** All policies: who may do what. */
export function PolicyListPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const links = usePolicyLinks();
  const [params, setParams] = usePolicyListParams();
  const { error, retry, canManage, tableProps } = usePolicyList(
    params,
    setParams,
  );
  const [open, setOpen] = useState<OpenDialog>();
  const close = () => setOpen(undefined);
  const columns = usePolicyColumns({
    canManage,
    onChange: useCallback((change, policy) => setOpen({ change, policy }), []),
  });
  return (
    <Container py="4">
      {isForbidden(error) ? (
        <PoliciesError error={error} onRetry={retry} />
      ) : (
        <Flex direction="column" gap="4">
          <VisuallyHidden>
            <h1>{t('policies.title')}</h1>
          </VisuallyHidden>
          {canManage && (
            <div className={styles.actions}>
              <ButtonLink href={links.new} iconStart={<RiAddLine />}>
                {t('policies.list.new')}
              </ButtonLink>
              <Button
                variant="secondary"
                iconStart={<RiUpload2Line />}
                onPress={() => setOpen('import')}
              >
                {t('policies.list.import')}
              </Button>
            </div>
          )}
          <PolicyListToolbar params={params} setParams={setParams} />
          {error ? (
            <PoliciesError error={error} onRetry={retry} />
          ) : (
            <Table
              {...tableProps}
              columnConfig={columns}
              rowConfig={{ getHref: ({ id }) => links.policy(id) }}
              emptyState={
                <NoPolicies
                  isFiltered={isFiltered(params)}
                  canManage={canManage}
                />
              }
            />
          )}
        </Flex>
      )}
      {open === 'import' && <ImportDialog onClose={close} />}
      {typeof open === 'object' && (
        <ChangePolicyDialog {...open} onClose={close} onDone={close} />
      )}
    </Container>
  );
}

function NoPolicies(props: { isFiltered: boolean; canManage: boolean }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return props.isFiltered ? (
    <EmptyList
      title={t('policies.list.noMatch')}
      hint={t('policies.list.noMatchHint')}
    />
  ) : (
    <EmptyList
      title={t('policies.list.none')}
      hint={
        props.canManage
          ? t('policies.list.noneManageHint')
          : t('policies.list.noneHint')
      }
    />
  );
}

function isFiltered({ sort, ...filters }: PolicyListParams): boolean {
  return Object.values(filters).some(Boolean);
}

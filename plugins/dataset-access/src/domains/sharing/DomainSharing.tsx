import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Alert, Button, Flex, Table, Text } from '@backstage/ui';
import { RiUserAddLine } from '@remixicon/react';
import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import { useCallback, useState } from 'react';
import { useDomainGrants } from '../../api/domainQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { EmptyList } from '../../requests/EmptyList';
import { useCursorPage, useNoEmptyPage } from '../../routing/useCursorPage';
import { datasetAccessTranslationRef } from '../../translation';
import { CaptureProgress } from '../reach/CaptureProgress';
import { ChangeAccessDialog } from './ChangeAccessDialog';
import { ConfirmDialog } from './ConfirmDialog';
import styles from './DomainSharing.module.css';
import { useGrantColumns } from './grantColumns';
import type { GrantAction } from './GrantRowMenu';
import { ProvideAccessDialog } from './ProvideAccessDialog';

/** @see DomainSharing */
export interface DomainSharingProps {
  /** Entity ref. */
  domain: string;
}

/** Who has access to a domain, and the way to give, change and take it for those who may share it. */
export function DomainSharing({ domain }: DomainSharingProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle } = useEntityPresentation(domain);
  const page = useCursorPage();
  const { limit, cursor } = page;
  const { data, error, isPlaceholderData, refetch } = useDomainGrants(domain, {
    limit,
    cursor,
  });
  useNoEmptyPage(data, page);
  const [isProviding, setProviding] = useState(false);
  const [open, setOpen] = useState<{
    action: GrantAction;
    seen: DomainGrant;
  }>();
  const onAction = useCallback(
    (action: GrantAction, seen: DomainGrant) => setOpen({ action, seen }),
    [],
  );
  const { allowed: mayManage = false, message } = data?.can.manage ?? {};
  const columns = useGrantColumns(mayManage ? onAction : undefined);
  const close = () => setOpen(undefined);
  if (error && !data) {
    return (
      <ErrorAlert
        error={error}
        onRetry={() => (cursor ? page.restart() : void refetch())}
      />
    );
  }
  const dialog = open && {
    seen: open.seen,
    grant: data?.items.find(({ id }) => id === open.seen.id) ?? open.seen,
    onClose: close,
  };
  return (
    <Flex direction="column" gap="4">
      <div className={styles.bar}>
        <Text as="p" color="secondary" className={styles.hint}>
          {t('domains.sharing.hint', { domain: primaryTitle })}
        </Text>
        {mayManage && (
          <Button
            iconStart={<RiUserAddLine />}
            onPress={() => setProviding(true)}
          >
            {t('domains.sharing.provide')}
          </Button>
        )}
      </div>
      {data && !mayManage && (
        <Alert
          status="info"
          icon
          title={t('domains.sharing.mayNot')}
          description={`${message ?? ''} ${t('domains.sharing.mayNotHint')}`}
        />
      )}
      {/* a dialog has one of its own */}
      {data && !isProviding && !dialog && (
        <CaptureProgress domain={domain} known={data.captures} />
      )}
      <Table
        columnConfig={columns}
        data={data?.items}
        isPending={data === undefined}
        isStale={isPlaceholderData}
        pagination={page.paginationOf(data)}
        emptyState={
          mayManage ? (
            <EmptyList
              title={t('domains.sharing.none')}
              hint={t('domains.sharing.noneHint')}
            />
          ) : (
            <EmptyList
              title={t('domains.sharing.noneOwn')}
              hint={t('domains.sharing.noneOwnHint')}
            />
          )
        }
      />
      {isProviding && (
        <ProvideAccessDialog
          domain={domain}
          onClose={() => setProviding(false)}
        />
      )}
      {dialog && open.action === 'change' && <ChangeAccessDialog {...dialog} />}
      {dialog && open.action !== 'change' && (
        <ConfirmDialog {...dialog} action={open.action} />
      )}
    </Flex>
  );
}

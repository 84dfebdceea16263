import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import { grantStage } from './grantStage';
import { useSourceName } from './useSourceName';

/** Says that access has ended here while the source may still allow it; nothing for all other grants. */
export function PendingAlert({ grant }: { grant: AccessGrant }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const source = useSourceName()(grant.dataset);
  const stage = grantStage(grant);
  switch (stage) {
    case 'revokePending':
    case 'returnPending':
    case 'endPending':
      return (
        <Alert
          status="warning"
          icon
          title={t(`grants.state.${stage}`, { source })}
          description={t('grants.page.pendingHint')}
        />
      );
    default:
      return null;
  }
}

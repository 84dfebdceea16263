import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';

/** Says why a policy cannot be changed here, and what to do instead. Nothing for one that can be changed. */
export function LockedNote({ policy }: { policy: Policy }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const because = () => {
    switch (policy.origin) {
      case 'config':
        return t('policies.lockedBecause.config', {
          source: policy.source ?? t('policies.aFile'),
        });
      case 'superusers':
        return t('policies.lockedBecause.superusers');
      default:
        return t('policies.lockedBecause.built-in');
    }
  };
  return policy.editable ? null : (
    <Alert
      status="info"
      icon={<RiLockLine />}
      title={t('policies.lockedTitle')}
      description={`${because()} ${t('policies.lockedHint')}`}
    />
  );
}

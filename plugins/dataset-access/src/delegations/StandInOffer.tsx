import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiUserSharedLine } from '@remixicon/react';
import { useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';
import { StandInDialog } from './StandInDialog';
import styles from './StandInOffer.module.css';

/** Lets approvers arrange who decides while they are away, where they look for what waits for them. */
export function StandInOffer() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.offer}>
      <Text color="secondary">{t('delegations.away')}</Text>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiUserSharedLine />}
        onPress={() => setOpen(true)}
      >
        {t('delegations.open')}
      </Button>
      {isOpen && <StandInDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiInformationLine } from '@remixicon/react';
import { Button, DialogTrigger, Popover, Text } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../translation';
import styles from './NotRequestable.module.css';

/** Instead of a dead button, one that says why (S0.17). */
export function NotRequestable({ message }: { message: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <DialogTrigger>
      <Button variant="secondary" iconStart={<RiInformationLine />}>
        {t('button.notRequestable')}
      </Button>
      <Popover aria-label={t('button.why')}>
        <div className={styles.reason}>
          <Text>{message}</Text>
        </div>
      </Popover>
    </DialogTrigger>
  );
}

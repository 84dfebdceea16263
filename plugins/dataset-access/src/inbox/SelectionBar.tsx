import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiCheckLine, RiCloseLine, RiKeyboardLine } from '@remixicon/react';
import type {
  AccessRequest,
  Decision,
} from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';
import styles from './SelectionBar.module.css';

/** @see SelectionBar */
export interface SelectionBarProps {
  /** Chosen, and waiting for a decision. */
  requests: AccessRequest[];
  onDecide(decision: Decision['decision']): void;
  onHelp(): void;
}

/** What can be done with the chosen requests. It is always there, so that choosing one moves nothing away. */
export function SelectionBar(props: SelectionBarProps) {
  const { requests, onDecide, onHelp } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const isEmpty = requests.length === 0;
  return (
    <div role="group" aria-label={t('inbox.actions')} className={styles.bar}>
      <Button
        size="small"
        iconStart={<RiCheckLine />}
        isDisabled={isEmpty}
        onPress={() => onDecide('approve')}
      >
        {t('inbox.approve')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiCloseLine />}
        isDisabled={isEmpty}
        onPress={() => onDecide('deny')}
      >
        {t('inbox.deny')}
      </Button>
      <Text color="secondary" aria-live="polite">
        {isEmpty
          ? t('inbox.noneChosen')
          : t('inbox.chosen', { number: String(requests.length) })}
      </Text>
      <Button
        size="small"
        variant="tertiary"
        className={styles.end}
        iconStart={<RiKeyboardLine />}
        onPress={onHelp}
      >
        {t('inbox.shortcuts')}
      </Button>
    </div>
  );
}

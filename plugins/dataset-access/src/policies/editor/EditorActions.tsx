import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../../translation';
import styles from './EditorActions.module.css';

/** @see EditorActions */
export interface EditorActionsProps {
  submitLabel: string;
  isPending?: boolean;
  isDisabled?: boolean;
  /** Absent on the first step. */
  onBack?: () => void;
  cancelHref: string;
}

/** On, back, or out. */
export function EditorActions(props: EditorActionsProps) {
  const { submitLabel, isPending, isDisabled, onBack, cancelHref } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.actions}>
      <Button type="submit" isPending={isPending} isDisabled={isDisabled}>
        {submitLabel}
      </Button>
      {onBack && (
        <Button variant="secondary" onPress={onBack}>
          {t('policies.editor.back')}
        </Button>
      )}
      <ButtonLink variant="tertiary" href={cancelHref}>
        {t('policies.editor.cancel')}
      </ButtonLink>
    </div>
  );
}

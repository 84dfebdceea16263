import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../translation';
import { useErrorText } from './useErrorText';

/** @see ErrorAlert */
export interface ErrorAlertProps {
  error: unknown;
  title?: string;
  onRetry?: () => void;
}

/** Says what went wrong and what to do about it. */
export function ErrorAlert({ error, title, onRetry }: ErrorAlertProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const errorText = useErrorText();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title ?? t('error.title')}
      description={errorText(error)}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    />
  );
}

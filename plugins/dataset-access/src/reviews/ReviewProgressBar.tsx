import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ReviewProgress } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';
import styles from './ReviewProgressBar.module.css';

const PARTS = ['kept', 'revoked', 'ended'] as const;

/** How far a review is, as a bar and in words. */
export function ReviewProgressBar({ progress }: { progress: ReviewProgress }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { total, open } = progress;
  const done = total - open;
  const label = t('reviews.progress', {
    done: String(done),
    total: String(total),
  });
  return (
    <div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className={styles.bar}
      >
        {PARTS.map(part => (
          <span
            key={part}
            className={styles[part]}
            style={{ width: `${total && (100 * progress[part]) / total}%` }}
          />
        ))}
      </div>
      <Text as="p">{label}</Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('reviews.parts', {
          kept: String(progress.kept),
          revoked: String(progress.revoked),
          ended: String(progress.ended),
          open: String(open),
        })}
      </Text>
    </div>
  );
}

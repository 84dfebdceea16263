import { Text } from '@backstage/ui';
import type { HistoryEntry } from 'backstage-plugin-dataset-access-common';
import { RelativeTime } from '../durations/RelativeTime';
import { EntrySteps } from './EntrySteps';
import { HistoryIcon } from './HistoryIcon';
import { HistorySentence } from './HistorySentence';
import styles from './Timeline.module.css';

/** What happened, in its order: who did what, when, and in which words. */
export function Timeline({ history }: { history: HistoryEntry[] }) {
  return (
    <ol className={styles.entries}>
      {history.map(entry => (
        <li key={`${entry.type} ${entry.seq}`} className={styles.entry}>
          <span className={styles.sign} aria-hidden>
            <HistoryIcon type={entry.type} />
          </span>
          <div className={styles.lines}>
            <Text as="p">
              <HistorySentence entry={entry} />{' '}
              <Text variant="body-small" color="secondary">
                <RelativeTime at={entry.at} />
              </Text>
            </Text>
            <EntrySteps facts={entry.facts} />
            {/* the reason stands above everything else on the page */}
            {entry.type !== 'filed' && entry.text && (
              <blockquote className={styles.quote}>
                <Text as="p" className={styles.text}>
                  {entry.text}
                </Text>
              </blockquote>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

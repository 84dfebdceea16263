import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';
import styles from './CappedList.module.css';

/** How many more each press shows. */
const STEP = 100;

/** @see CappedList */
export interface CappedListProps<T> {
  label: string;
  items: readonly T[];
  keyOf(item: T, index: number): string;
  render(item: T): ReactNode;
  /** How many are shown at first. */
  first?: number;
}

/** A list that can be very long: it begins short, and shows more when asked. */
export function CappedList<T>(props: CappedListProps<T>) {
  const { label, items, keyOf, render, first = 20 } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [shown, setShown] = useState(first);
  const rest = items.length - shown;
  return (
    <div>
      <ul aria-label={label} className={styles.list}>
        {items.slice(0, shown).map((item, index) => (
          <li key={keyOf(item, index)} className={styles.item}>
            {render(item)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          size="small"
          variant="tertiary"
          className={styles.more}
          onPress={() => setShown(shown + STEP)}
        >
          {t('policies.showMore', { count: Math.min(rest, STEP) })}
        </Button>
      )}
    </div>
  );
}

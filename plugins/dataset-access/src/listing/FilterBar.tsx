import type { PropsWithChildren } from 'react';
import styles from './listing.module.css';

/** What narrows a list down, in a row above it. */
export function FilterBar(props: PropsWithChildren<{ label: string }>) {
  const { label, children } = props;
  return (
    <div role="search" aria-label={label} className={styles.bar}>
      {children}
    </div>
  );
}

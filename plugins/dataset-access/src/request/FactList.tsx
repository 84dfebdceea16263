import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './FactList.module.css';

/** What is known about something, line by line. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

/** One line of it. */
export function Fact({
  name,
  children,
}: {
  name: ReactNode;
  children: ReactNode;
}) {
  return (
    <div>
      <dt>
        <Text variant="body-small" color="secondary">
          {name}
        </Text>
      </dt>
      <dd className={styles.value}>
        <Text>{children}</Text>
      </dd>
    </div>
  );
}

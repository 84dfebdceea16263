import theme from '../theme/readable.module.css';
import type { Principal } from './Principal';
import { PrincipalIcon } from './PrincipalIcon';
import styles from './PrincipalOption.module.css';

/**
 * One line of the picker. The design system's own would name it by the title alone, and a screen reader could not tell
 * two people of the same name from each other.
 */
export function PrincipalOption({ id, kind, title }: Principal) {
  return (
    <div className={`${styles.option} ${theme.readable}`}>
      <PrincipalIcon kind={kind} />
      <span className={styles.text}>
        <span className={styles.line}>{title}</span>{' '}
        <span className={`${styles.line} ${styles.ref}`}>{id}</span>
      </span>
    </div>
  );
}

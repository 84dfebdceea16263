import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './NavLogo.module.css';

/** The portal's name, or its initials while the bar is narrow. Leads to the start page. */
export function NavLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.logo}
      aria-label="Northwind Air data portal, start page"
    >
      {isOpen ? (
        <>
          <span className={styles.company}>Northwind Air</span>
          <span className={styles.portal}>· Data portal</span>
        </>
      ) : (
        <span className={styles.company}>NA</span>
      )}
    </Link>
  );
}

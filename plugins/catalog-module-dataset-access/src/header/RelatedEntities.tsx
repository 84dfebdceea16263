import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityDisplayName,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import styles from './RelatedEntities.module.css';

/** Links to entities, in one line. */
export function RelatedEntities({ refs }: { refs: CompoundEntityRef[] }) {
  const link = useEntityRefLink();
  return (
    <ul className={styles.list}>
      {refs.map(ref => (
        <li key={stringifyEntityRef(ref)}>
          <Link href={link(ref)} standalone>
            <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { NearMiss } from 'backstage-plugin-dataset-access-common';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './PathList.module.css';

/** Policies and grants that would give it, but for one thing, and what that is (P-40). */
export function NearMisses({ nearMisses }: { nearMisses: NearMiss[] }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sectionLink = useSectionLink();
  return (
    <ul className={styles.paths} aria-label={t('explain.near')}>
      {eachOnce(nearMisses).map(({ kind, id, name, why }) => (
        <li key={`${kind} ${id} ${why}`}>
          <Text as="p">
            {t(`explain.nearKind.${kind}`)}{' '}
            {kind === 'policy' ? (
              <Link href={sectionLink('policies', id)}>{name}</Link>
            ) : (
              name
            )}{' '}
            {t(`explain.nearWhy.${why}`)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** For an operation, one policy may come close to several of the privileges that it takes. */
function eachOnce(nearMisses: NearMiss[]): NearMiss[] {
  return [
    ...new Map(
      nearMisses.map(one => [`${one.kind} ${one.id} ${one.why}`, one]),
    ).values(),
  ];
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import { RiGlobalLine, RiLockLine, RiPencilLine } from '@remixicon/react';
import type { Role } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';
import styles from './RoleBadges.module.css';

/** Where a role comes from, and whether everybody has it. */
export function RoleBadges({
  role,
}: {
  role: Pick<Role, 'shipped' | 'isDefault'>;
}) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.badges}>
      <Badge
        size="small"
        className={styles.badge}
        icon={
          role.shipped ? (
            <RiLockLine aria-hidden />
          ) : (
            <RiPencilLine aria-hidden />
          )
        }
      >
        {role.shipped ? t('roles.shipped') : t('roles.custom')}
      </Badge>
      {role.isDefault && (
        <Badge
          size="small"
          className={styles.badge}
          icon={<RiGlobalLine aria-hidden />}
        >
          {t('roles.default')}
        </Badge>
      )}
    </div>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiIndeterminateCircleLine,
} from '@remixicon/react';
import type { PolicyState } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import styles from './PolicyStateBadge.module.css';

const icons: Record<PolicyState, JSX.Element> = {
  active: <RiCheckboxCircleLine className={styles.active} aria-hidden />,
  inactive: (
    <RiIndeterminateCircleLine className={styles.inactive} aria-hidden />
  ),
};

/** Whether a policy applies, in words and with a sign, so that colour says nothing on its own. */
export function PolicyStateBadge({ state }: { state: PolicyState }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Badge size="small" className={styles.badge} icon={icons[state]}>
      {t(`policies.state.${state}`)}
    </Badge>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiIndeterminateCircleLine,
} from '@remixicon/react';
import type {
  DomainGrant,
  DomainGrantState,
} from 'backstage-plugin-dataset-access-common';
import tones from '../../requests/StageBadge.module.css';
import styles from '../../principals/principalCell.module.css';
import { datasetAccessTranslationRef } from '../../translation';

const icons: Record<DomainGrantState, JSX.Element> = {
  active: <RiCheckboxCircleLine className={tones.good} aria-hidden />,
  suspended: <RiErrorWarningLine className={tones.bad} aria-hidden />,
  expired: <RiIndeterminateCircleLine className={tones.over} aria-hidden />,
  revoked: <RiIndeterminateCircleLine className={tones.over} aria-hidden />,
};

/** Whether a grant counts and, if it does not, why; in words and with a sign, so that colour says nothing on its own. */
export function GrantStateBadge(props: {
  grant: Pick<DomainGrant, 'state' | 'suspendedBecause'>;
}) {
  const { state, suspendedBecause } = props.grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.lines}>
      <div>
        <Badge size="small" className={tones.badge} icon={icons[state]}>
          {t(`domains.sharing.state.${state}`)}
        </Badge>
      </div>
      {state === 'suspended' && suspendedBecause && (
        <Text variant="body-small" color="secondary">
          {t(`domains.sharing.suspendedBecause.${suspendedBecause}`)}
        </Text>
      )}
    </div>
  );
}

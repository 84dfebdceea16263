import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiIndeterminateCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type { AccessRequest } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';
import { requestStage, StageTone, stageTones } from './requestStage';
import styles from './StageBadge.module.css';

const icons: Record<StageTone, JSX.Element> = {
  open: <RiTimeLine className={styles.open} aria-hidden />,
  good: <RiCheckboxCircleLine className={styles.good} aria-hidden />,
  bad: <RiCloseCircleLine className={styles.bad} aria-hidden />,
  over: <RiIndeterminateCircleLine className={styles.over} aria-hidden />,
};

/** How far a request has come, in words and with a sign, so that colour says nothing on its own. */
export function StageBadge(props: {
  request: Pick<
    AccessRequest,
    'status' | 'waitingOn' | 'grant' | 'domainGrant'
  >;
}) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const stage = requestStage(props.request);
  return (
    <Badge
      size="small"
      className={styles.badge}
      icon={icons[stageTones[stage]]}
    >
      {t(`stage.${stage}`)}
    </Badge>
  );
}

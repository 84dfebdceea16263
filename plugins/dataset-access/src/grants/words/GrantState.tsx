import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiIndeterminateCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { TimeUntil } from '../../durations/TimeUntil';
import type { StageTone } from '../../requests/requestStage';
import tones from '../../requests/StageBadge.module.css';
import { datasetAccessTranslationRef } from '../../translation';
import styles from './GrantState.module.css';
import { grantStage, grantTones, isPendingInSource } from './grantStage';
import { useSourceName } from './useSourceName';

const icons: Record<StageTone, JSX.Element> = {
  open: <RiTimeLine size={16} className={tones.open} aria-hidden />,
  good: <RiCheckboxCircleLine size={16} className={tones.good} aria-hidden />,
  bad: <RiErrorWarningLine size={16} className={tones.bad} aria-hidden />,
  over: (
    <RiIndeterminateCircleLine size={16} className={tones.over} aria-hidden />
  ),
};

/** How a grant stands, in words and with a sign, and what the source reports where it does not follow. */
export function GrantState({ grant }: { grant: AccessGrant }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sourceName = useSourceName();
  const stage = grantStage(grant);
  const source = sourceName(grant.dataset);
  return (
    <div className={styles.lines}>
      <Text
        className={styles.state}
        weight={isPendingInSource(stage) ? 'bold' : 'regular'}
      >
        {icons[grantTones[stage]]}
        <span>
          {stage === 'endingSoon' ? (
            t('grants.state.endingSoon', {
              time: <TimeUntil at={grant.expiresAt!} />,
            })
          ) : (
            <StateWords stage={stage} source={source} />
          )}
        </span>
      </Text>
      {grant.problem && (
        <Text variant="body-small" color="secondary">
          {grant.problem.message}
        </Text>
      )}
    </div>
  );
}

function StateWords(props: {
  stage: Exclude<ReturnType<typeof grantStage>, 'endingSoon'>;
  source: string;
}) {
  const { stage, source } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  switch (stage) {
    case 'byHand':
    case 'byConnector':
    case 'failed':
    case 'revokePending':
    case 'returnPending':
    case 'endPending':
      return <>{t(`grants.state.${stage}`, { source })}</>;
    default:
      return <>{t(`grants.state.${stage}`)}</>;
  }
}

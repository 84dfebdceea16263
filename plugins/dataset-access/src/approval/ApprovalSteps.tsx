import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import type {
  AccessRequest,
  ApprovalProgress,
} from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../durations/FormattedDate';
import { useTermsText } from '../durations/useTermsText';
import { EntityLink } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './ApprovalSteps.module.css';

type Step = ApprovalProgress['steps'][number];
type Stage = 'done' | 'waits' | 'later';

const icons: Record<Stage, JSX.Element> = {
  done: <RiCheckboxCircleLine size={18} className={styles.done} aria-hidden />,
  waits: <RiTimeLine size={18} aria-hidden />,
  later: <RiCheckboxBlankCircleLine size={18} aria-hidden />,
};

/** Who has approved and who is still to, step by step, of a request that takes more than one approval. */
export function ApprovalSteps({ request }: { request: AccessRequest }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const termsText = useTermsText();
  const { approval, status } = request;
  if (!approval) {
    return null;
  }
  const { step: waiting, steps, terms } = approval;
  const isNarrowed =
    terms.level !== request.level || terms.duration !== request.duration;
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <StepLine
            key={index}
            number={index + 1}
            step={step}
            stage={stageOf(step, index + 1 === waiting && status === 'pending')}
          />
        ))}
      </ol>
      {isNarrowed && status === 'pending' && (
        <Text as="p" variant="body-small" color="secondary">
          {t('approval.narrowed', { terms: termsText(terms) })}
        </Text>
      )}
      {request.escalatedAt && status === 'pending' && (
        <Text as="p" variant="body-small" color="secondary">
          {t('approval.escalated')}
        </Text>
      )}
    </>
  );
}

function stageOf({ needed, approvals }: Step, isWaiting: boolean): Stage {
  if (approvals.length >= needed) {
    return 'done';
  }
  return isWaiting ? 'waits' : 'later';
}

function StepLine(props: { number: number; step: Step; stage: Stage }) {
  const { number, stage } = props;
  const { by, title, needed, approvals } = props.step;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <li className={styles.step}>
      {icons[stage]}
      <div>
        <Text as="p">
          {t('approval.step', {
            number: String(number),
            who: title ?? t(`approval.by.${by}`),
          })}{' '}
          <Text as="span" variant="body-small" color="secondary">
            (
            {t('approval.count', {
              given: String(approvals.length),
              needed: String(needed),
            })}
            , {t(`approval.${stage}`)})
          </Text>
        </Text>
        {approvals.map(one => (
          <Text key={one.by} as="p" variant="body-small" color="secondary">
            <EntityLink entityRef={one.by} />
            {one.onBehalfOf && (
              <>
                {' '}
                {t('approval.onBehalfOf')}{' '}
                <EntityLink entityRef={one.onBehalfOf} />
              </>
            )}
            , <FormattedDate at={one.at} />
          </Text>
        ))}
      </div>
    </li>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { SourceProblem } from 'backstage-plugin-dataset-access-common';
import { RelativeTime } from '../../durations/RelativeTime';
import { datasetAccessTranslationRef } from '../../translation';

/** Why the source does not follow: what is wrong, since when, and that nobody has to press anything. */
export function ProblemAlert({ problem }: { problem: SourceProblem }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Alert
      status="danger"
      icon
      title={problem.message}
      description={t('grants.problem.since', {
        count: problem.attempts,
        time: <RelativeTime at={problem.since} />,
      })}
    />
  );
}

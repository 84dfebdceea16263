import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { AccessGrantDetail } from 'backstage-plugin-dataset-access-common';
import { Timeline } from '../../history/Timeline';
import styles from '../../request/RequestView.module.css';
import { Section } from '../../request/Section';
import { datasetAccessTranslationRef } from '../../translation';
import { grantStage } from '../words/grantStage';
import { PendingAlert } from '../words/PendingAlert';
import { ProblemAlert } from '../words/ProblemAlert';
import { GrantActions } from './GrantActions';
import { GrantFacts } from './GrantFacts';
import { GrantHeading } from './GrantHeading';
import { GrantReason } from './GrantReason';

/** Everything about one grant: how it stands, what can be done about it, why it was given, and what has happened. */
export function GrantView({ grant }: { grant: AccessGrantDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { requestId, problem, history, historyIntact } = grant;
  return (
    <>
      <GrantHeading grant={grant} />
      {!historyIntact && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('request.historyBroken')}
          description={t('request.historyBrokenHint')}
        />
      )}
      <PendingAlert grant={grant} />
      {grantStage(grant) === 'suspended' && (
        <Alert
          status="warning"
          icon
          title={t('grants.state.suspended')}
          description={t('grants.page.suspendedHint')}
        />
      )}
      {problem && <ProblemAlert problem={problem} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <GrantActions grant={grant} />
          {requestId && <GrantReason requestId={requestId} />}
          <Section title={t('grants.page.history')}>
            <Timeline history={history} />
          </Section>
        </div>
        <div className={styles.column}>
          <Section title={t('grants.page.facts')}>
            <GrantFacts grant={grant} />
          </Section>
        </div>
      </div>
    </>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { AccessRequestDetail } from 'backstage-plugin-dataset-access-common';
import { ApprovalSteps } from '../approval/ApprovalSteps';
import { ResolutionTrail } from '../dataset/ResolutionTrail';
import { PendingAlert } from '../grants/words/PendingAlert';
import { ProblemAlert } from '../grants/words/ProblemAlert';
import { Timeline } from '../history/Timeline';
import { datasetAccessTranslationRef } from '../translation';
import { EmergencySection } from '../emergencies/EmergencySection';
import { RequestActions } from './RequestActions';
import { RequestFacts } from './RequestFacts';
import { RequestHeading } from './RequestHeading';
import styles from './RequestView.module.css';
import { Section } from './Section';

/** Everything about one request: what is asked, what can be done about it, and what has happened. */
export function RequestView({ request }: { request: AccessRequestDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { reason, grant, history, historyIntact } = request;
  const { trail, warnings = [] } = request;
  return (
    <>
      <RequestHeading request={request} />
      {!historyIntact && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('request.historyBroken')}
          description={t('request.historyBrokenHint')}
        />
      )}
      {warnings.map(({ code, message }) => (
        <Alert key={code} status="warning" icon title={message} />
      ))}
      {grant && <PendingAlert grant={grant} />}
      {grant?.problem && <ProblemAlert problem={grant.problem} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Section title={t('list.reason')}>
            <Text as="p" className={styles.text}>
              {reason ?? t('request.reasonErased')}
            </Text>
          </Section>
          {request.emergency && (
            <EmergencySection emergency={request.emergency} />
          )}
          <RequestActions request={request} />
          <Section title={t('request.history')}>
            <Timeline history={history} />
          </Section>
        </div>
        <div className={styles.column}>
          {request.approval && (
            <Section title={t('approval.title')}>
              <ApprovalSteps request={request} />
            </Section>
          )}
          <Section title={t('request.facts')}>
            <RequestFacts request={request} />
            <ResolutionTrail trail={trail} />
          </Section>
        </div>
      </div>
    </>
  );
}

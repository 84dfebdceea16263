import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiCheckboxCircleLine, RiErrorWarningLine } from '@remixicon/react';
import type {
  AccessRequest,
  BulkDecisionResult,
  Decision,
  RequestStatus,
} from 'backstage-plugin-dataset-access-common';
import { EntityName } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './DecisionOutcomes.module.css';
import { RequestSummary } from './RequestSummaries';

/** @see DecisionOutcomes */
export interface DecisionOutcomesProps {
  decision: Decision['decision'];
  requests: AccessRequest[];
  result: BulkDecisionResult;
}

/** What became of each request: decided, or why not. */
export function DecisionOutcomes(props: DecisionOutcomesProps) {
  const { decision, requests, result } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const byId = new Map(requests.map(request => [request.id, request]));
  return (
    <ul className={styles.list} aria-label={t('decideMany.outcomes')}>
      {result.outcomes.map(({ requestId, ok, request, message, current }) => {
        const shown = request ?? byId.get(requestId);
        return (
          <li key={requestId} className={styles.outcome}>
            <span aria-hidden className={ok ? styles.good : styles.bad}>
              {ok ? (
                <RiCheckboxCircleLine size={20} />
              ) : (
                <RiErrorWarningLine size={20} />
              )}
            </span>
            <div>
              {shown && <RequestSummary request={shown} />}
              <Text as="p">
                {ok ? t(`decideMany.outcome.${decision}`) : message}
              </Text>
              {current?.decidedBy && isDecided(current.status) && (
                <Text as="p" color="secondary">
                  {t(`request.outcome.${current.status}`)}{' '}
                  <EntityName entityRef={current.decidedBy} />
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function isDecided(status: RequestStatus): status is 'approved' | 'denied' {
  return status === 'approved' || status === 'denied';
}

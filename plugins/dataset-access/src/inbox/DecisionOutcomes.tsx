import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  AccessRequest,
  BulkDecisionResult,
  Decision,
  RequestStatus,
} from 'backstage-plugin-dataset-access-common';
import { EntityName } from '../entities/EntityLink';
import { Outcome, OutcomeList } from '../feedback/OutcomeList';
import { datasetAccessTranslationRef } from '../translation';
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
    <OutcomeList label={t('decideMany.outcomes')}>
      {result.outcomes.map(({ requestId, ok, request, message, current }) => {
        const shown = request ?? byId.get(requestId);
        return (
          <Outcome key={requestId} kind={ok ? 'done' : 'refused'}>
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
          </Outcome>
        );
      })}
    </OutcomeList>
  );
}

function isDecided(status: RequestStatus): status is 'approved' | 'denied' {
  return status === 'approved' || status === 'denied';
}

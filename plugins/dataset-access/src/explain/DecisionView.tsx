import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import { useExplanation } from '../api/explainQueries';
import { toEntityOption } from '../entities/EntityOption';
import { EntityPicker } from '../entities/EntityPicker';
import { useEntitySearch } from '../entities/useEntitySearch';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { isForbidden } from '../feedback/isForbidden';
import { OnePrincipalPicker } from '../principals/OnePrincipalPicker';
import { EmptyList } from '../requests/EmptyList';
import { datasetAccessTranslationRef } from '../translation';
import { Answer } from './Answer';
import styles from './DecisionView.module.css';
import type { ExplainParams } from './useExplainParams';
import { WhatSelect } from './WhatSelect';

/** What people do something with: everything but what stands for people and places. */
const ENTITIES = {
  query: { $not: { kind: { $in: ['User', 'Group', 'Location'] } } },
};

/** @see DecisionView */
export interface ViewProps {
  params: ExplainParams;
  setParams(change: Partial<ExplainParams>): void;
}

/** Whether somebody may do something, as soon as the question is complete. */
export function DecisionView({ params, setParams }: ViewProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { subject, resource, privilege, operation } = params;
  const entities = useEntitySearch(ENTITIES, toEntityOption);
  return (
    <Flex direction="column" gap="4">
      <div
        role="search"
        aria-label={t('explain.question')}
        className={styles.question}
      >
        <OnePrincipalPicker
          label={t('explain.who')}
          none={t('explain.me')}
          value={subject}
          onChange={ref => setParams({ subject: ref })}
        />
        <WhatSelect value={{ privilege, operation }} onChange={setParams} />
        <EntityPicker
          label={t('explain.where')}
          none={t('explain.nowhere')}
          searchPlaceholder={t('pickOne.searchEntity')}
          placeholder={t('pickOne.entity')}
          list={entities}
          value={resource}
          onChange={ref => setParams({ resource: ref })}
        />
      </div>
      {privilege || operation ? (
        <Answering params={params} setParams={setParams} />
      ) : (
        <EmptyList title={t('explain.start')} hint={t('explain.startHint')} />
      )}
    </Flex>
  );
}

function Answering({ params, setParams }: ViewProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { subject, resource, privilege, operation } = params;
  const { data, error, refetch } = useExplanation({
    subject,
    privilege,
    operation,
    resource,
  });
  if (isForbidden(error)) {
    return (
      <Flex direction="column" gap="3">
        <EmptyList
          title={t('explain.forbidden')}
          hint={t('explain.forbiddenHint')}
        />
        {subject && (
          <div>
            <Button
              variant="secondary"
              onPress={() => setParams({ subject: undefined })}
            >
              {t('explain.askAboutMe')}
            </Button>
          </div>
        )}
      </Flex>
    );
  }
  if (error && !data) {
    return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  }
  return <Answer explanation={data} isOwn={subject === undefined} />;
}

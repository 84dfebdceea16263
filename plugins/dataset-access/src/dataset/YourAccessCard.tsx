import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import type { DatasetAccess } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import { useDatasetAccess } from '../api/queries';
import { EmergencyOfferNote } from '../emergencies/EmergencyOfferNote';
import { DriftNote } from '../drift/DriftNote';
import { RequestAccessDialog } from '../dialog/RequestAccessDialog';
import { ErrorAlert } from '../feedback/ErrorAlert';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';
import { AccessPaths } from './AccessPaths';
import { isDomain } from './accessState';
import { ApproverLine } from './ApproverLine';
import { Capabilities } from './Capabilities';
import { OpenRequests } from './OpenRequests';
import { ResolutionTrail } from './ResolutionTrail';

/**
 * What the signed-in user has on the dataset of this page, by which paths and until when, what is under way, and who
 * decides.
 *
 * @public
 */
export function YourAccessCard() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { entity } = useEntity();
  const datasetRef = stringifyEntityRef(entity);
  return (
    <EntityInfoCard title={t('card.title')}>
      <DatasetAccessProvider>
        <div className={theme.readable}>
          <CardContent datasetRef={datasetRef} />
        </div>
      </DatasetAccessProvider>
    </EntityInfoCard>
  );
}

function CardContent({ datasetRef }: { datasetRef: string }) {
  const { data, error, refetch } = useDatasetAccess(datasetRef);
  if (error && !data) {
    return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  }
  return data ? (
    <Situation situation={data} datasetRef={datasetRef} />
  ) : (
    <Flex direction="column" gap="2">
      <Skeleton width="60%" height={20} />
      <Skeleton width="90%" height={20} />
    </Flex>
  );
}

function Situation(props: { situation: DatasetAccess; datasetRef: string }) {
  const { situation, datasetRef } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { access, openRequests, openForOthers, settingUp } = situation;
  const { request, approvers, trail, warnings = [] } = situation;
  const [isAsking, setAsking] = useState(false);
  const isEmpty =
    access.paths.length + openRequests.length + settingUp.length === 0;
  return (
    <Flex direction="column" gap="4">
      {warnings.map(({ code, message }) => (
        <Alert key={code} status="warning" icon title={message} />
      ))}
      {situation.can.decide && !isDomain(situation) && (
        <DriftNote dataset={datasetRef} />
      )}
      {isEmpty && (
        <Text color="secondary">
          {t(isDomain(situation) ? 'card.noDomainAccess' : 'card.noAccess')}
        </Text>
      )}
      <AccessPaths paths={access.paths} settingUp={settingUp} />
      <OpenRequests title={t('card.waiting')} requests={openRequests} />
      <OpenRequests title={t('card.forOthers')} requests={openForOthers} />
      {approvers.length > 0 && (
        <Flex direction="column" gap="1">
          <Text variant="body-small" color="secondary">
            {t('dialog.decidedBy')}
          </Text>
          <ApproverLine approvers={approvers} />
        </Flex>
      )}
      {!request.allowed && isEmpty && <Text>{request.message}</Text>}
      <Capabilities
        datasetRef={datasetRef}
        privileges={situation.can.privileges}
      />
      <ResolutionTrail trail={trail} />
      {request.allowed && isEmpty && (
        <div>
          <Button onPress={() => setAsking(true)}>{t('button.request')}</Button>
        </div>
      )}
      {situation.can.takeEmergencyAccess && (
        <EmergencyOfferNote
          situation={situation}
          offer={situation.can.takeEmergencyAccess}
        />
      )}
      {isAsking && (
        // outside of what it changes: it says what became of the request when there no longer is a button for it
        <RequestAccessDialog
          datasetRef={datasetRef}
          isOpen
          onOpenChange={setAsking}
        />
      )}
    </Flex>
  );
}

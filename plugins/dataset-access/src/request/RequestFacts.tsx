import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { AccessRequestDetail } from 'backstage-plugin-dataset-access-common';
import { ApproverLine } from '../dataset/ApproverLine';
import { FormattedDate } from '../durations/FormattedDate';
import { useTermsText } from '../durations/useTermsText';
import { Decider } from '../entities/Decider';
import { EntityLink } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import { GrantState } from '../grants/words/GrantState';
import { useSectionLink } from '../routing/useSectionLink';
import { Fact, FactList } from './FactList';

/** What is known about a request and the grant it led to. */
export function RequestFacts({ request }: { request: AccessRequestDetail }) {
  const { dataset, beneficiary, requester, approvers, status } = request;
  const { decision, grant, domainGrant, closedBecause } = request;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const termsText = useTermsText();
  const sectionLink = useSectionLink();
  return (
    <FactList>
      <Fact
        name={t(
          request.datasetLevelAccess === undefined
            ? 'list.dataset'
            : 'list.domain',
        )}
      >
        <EntityLink entityRef={dataset.ref} />
        {dataset.source && ` · ${dataset.source}`}
        {request.datasetLevelAccess && ` · ${t('request.withDatasets')}`}
      </Fact>
      <Fact name={t('list.beneficiary')}>
        <EntityLink entityRef={beneficiary} />
      </Fact>
      <Fact name={t('list.askedBy')}>
        <EntityLink entityRef={requester} />
      </Fact>
      <Fact name={t('list.created')}>
        <FormattedDate at={request.createdAt} />
      </Fact>
      {status === 'pending' && (
        <>
          <Fact name={t('dialog.decidedBy')}>
            {approvers.length > 0 ? (
              <ApproverLine approvers={approvers} />
            ) : (
              t('request.nobodyDecides')
            )}
          </Fact>
          <Fact name={t('request.openUntil')}>
            <FormattedDate at={request.pendingUntil} />
          </Fact>
        </>
      )}
      {decision && (
        <Fact name={t(`request.outcome.${decision.outcome}`)}>
          <Decider by={decision.by} rule={decision.rule} />
          {decision.onBehalfOf && (
            <>
              {' '}
              {t('approval.onBehalfOf')}{' '}
              <EntityLink entityRef={decision.onBehalfOf} />
            </>
          )}
          , <FormattedDate at={decision.at} />
          {decision.selfApproval && ` (${t('request.selfApproval')})`}
        </Fact>
      )}
      {closedBecause && (
        <Fact name={t('request.cancelled')}>
          {t(`closedBecause.${closedBecause}`)}
        </Fact>
      )}
      {domainGrant && (
        <>
          <Fact name={t('request.given')}>
            {t(`level.${domainGrant.level}`)}
            {', '}
            {t(
              domainGrant.datasetLevelAccess
                ? 'request.withDatasets'
                : 'request.withoutDatasets',
            )}
          </Fact>
          <Fact name={t('request.activeSince')}>
            <FormattedDate at={domainGrant.createdAt} />
          </Fact>
          {domainGrant.expiresAt && (
            <Fact name={t('card.until')}>
              <FormattedDate at={domainGrant.expiresAt} />
            </Fact>
          )}
        </>
      )}
      {grant && (
        <>
          <Fact name={t('request.given')}>{termsText(grant)}</Fact>
          {grant.activatedAt && (
            <Fact name={t('request.activeSince')}>
              <FormattedDate at={grant.activatedAt} />
            </Fact>
          )}
          {grant.expiresAt && (
            <Fact name={t('card.until')}>
              <FormattedDate at={grant.expiresAt} />
            </Fact>
          )}
          <Fact name={t('grants.page.access')}>
            <GrantState grant={{ ...grant, problem: undefined }} />
            <Link href={sectionLink('grants', grant.id)}>
              {t('grants.page.grant')}
            </Link>
          </Fact>
          {grant.accessNote && (
            <Fact name={t('decision.accessNote')}>{grant.accessNote}</Fact>
          )}
        </>
      )}
    </FactList>
  );
}

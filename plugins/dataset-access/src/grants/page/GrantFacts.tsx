import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccessGrantDetail } from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../../durations/FormattedDate';
import { useTermsText } from '../../durations/useTermsText';
import { Decider } from '../../entities/Decider';
import { EntityLink } from '../../entities/EntityLink';
import { Fact, FactList } from '../../request/FactList';
import { datasetAccessTranslationRef } from '../../translation';
import { TimeLeft } from '../words/TimeLeft';

/** What is known about a grant: what it gives, by whom, since and until when. */
export function GrantFacts({ grant }: { grant: AccessGrantDetail }) {
  const { dataset, subject, grantedBy, createdAt, activatedAt } = grant;
  const { connector, confirmedBy, accessNote, expiresAt } = grant;
  const { endReason, endedAt, endedBy, removedAt } = grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const termsText = useTermsText();
  return (
    <FactList>
      <Fact name={t('list.dataset')}>
        <EntityLink entityRef={dataset.ref} />
        {dataset.source && ` · ${dataset.source}`}
      </Fact>
      <Fact name={t('list.beneficiary')}>
        <EntityLink entityRef={subject} />
      </Fact>
      <Fact name={t('request.given')}>{termsText(grant)}</Fact>
      <Fact name={t('grants.page.approvedBy')}>
        <Decider by={grantedBy} rule={grant.rule} />,{' '}
        <FormattedDate at={createdAt} />
      </Fact>
      <Fact name={t('grants.page.connector')}>
        {connector === 'manual'
          ? t('grants.page.byHand')
          : t('grants.page.byConnector', { connector })}
      </Fact>
      {confirmedBy && (
        <Fact name={t('grants.page.confirmedBy')}>
          <EntityLink entityRef={confirmedBy} />
        </Fact>
      )}
      {accessNote && <Fact name={t('decision.accessNote')}>{accessNote}</Fact>}
      {activatedAt && (
        <Fact name={t('request.activeSince')}>
          <FormattedDate at={activatedAt} />
        </Fact>
      )}
      {!endReason && expiresAt && (
        <Fact name={t('grants.column.left')}>
          <TimeLeft grant={grant} />
        </Fact>
      )}
      {endReason && endedAt && (
        <Fact
          name={
            endedBy
              ? t(`grants.page.endedBy.${endReason}`)
              : t('grants.page.ended')
          }
        >
          {endedBy && (
            <>
              <EntityLink entityRef={endedBy} />,{' '}
            </>
          )}
          <FormattedDate at={endedAt} />
        </Fact>
      )}
      {removedAt && (
        <Fact name={t('grants.page.removed')}>
          <FormattedDate at={removedAt} />
        </Fact>
      )}
    </FactList>
  );
}

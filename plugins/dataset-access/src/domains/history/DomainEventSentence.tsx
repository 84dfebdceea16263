import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FormattedDate } from '../../durations/FormattedDate';
import { EntityLink } from '../../entities/EntityLink';
import { datasetAccessTranslationRef } from '../../translation';
import type { HistoryLine } from './domainEvents';

/** What happened, in a sentence. */
export function DomainEventSentence({ line }: { line: HistoryLine }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { type, level = 'read-only', levelBefore, expiresAt } = line;
  const subject = <EntityLink entityRef={line.subject} />;
  const by = line.by ? (
    <EntityLink entityRef={line.by} />
  ) : (
    <>{t('domains.history.portal')}</>
  );
  const until = expiresAt && (
    <>
      {', '}
      {t('domains.history.until', { end: <FormattedDate at={expiresAt} /> })}
    </>
  );
  switch (type) {
    case 'domain-access-given':
      return (
        <>
          {t(
            line.withDatasets
              ? 'domains.history.givenWithDatasets'
              : 'domains.history.given',
            { by, subject, level: t(`level.inSentence.${level}`) },
          )}
          {until}
        </>
      );
    case 'dataset-level-access-given':
      return t('domains.history.datasetsGiven', { by, subject });
    case 'dataset-level-access-given-again':
      return t('domains.history.datasetsGivenAgain', { by, subject });
    case 'dataset-level-access-revoked':
      return t('domains.history.datasetsRevoked', { by, subject });
    case 'level-changed':
      return levelBefore
        ? t('domains.history.level', {
            by,
            subject,
            before: t(`level.inSentence.${levelBefore}`),
            level: t(`level.inSentence.${level}`),
          })
        : t('domains.history.levelUnknown', {
            by,
            subject,
            level: t(`level.inSentence.${level}`),
          });
    case 'end-changed':
      return expiresAt
        ? t('domains.history.end', {
            by,
            subject,
            end: <FormattedDate at={expiresAt} />,
          })
        : t('domains.history.noEnd', { by, subject });
    case 'domain-access-revoked':
      return t(
        line.withDatasets
          ? 'domains.history.revokedWithDatasets'
          : 'domains.history.revoked',
        { by, subject },
      );
    default:
      return t(
        line.withDatasets
          ? 'domains.history.expiredWithDatasets'
          : 'domains.history.expired',
        { subject },
      );
  }
}

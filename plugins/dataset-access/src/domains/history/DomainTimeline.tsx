import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  RiAddLine,
  RiCalendarLine,
  RiDatabase2Line,
  RiDeleteBinLine,
  RiPencilLine,
  RiRefreshLine,
  RiSubtractLine,
  RiTimeLine,
} from '@remixicon/react';
import type { DomainEventType } from 'backstage-plugin-dataset-access-common';
import { RelativeTime } from '../../durations/RelativeTime';
import styles from '../../history/Timeline.module.css';
import { useRequestLink } from '../../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../../translation';
import { HistoryLine } from './domainEvents';
import { DomainEventSentence } from './DomainEventSentence';

const icons: Record<DomainEventType, typeof RiAddLine> = {
  'domain-access-given': RiAddLine,
  'dataset-level-access-given': RiDatabase2Line,
  'dataset-level-access-given-again': RiRefreshLine,
  'dataset-level-access-revoked': RiSubtractLine,
  'level-changed': RiPencilLine,
  'end-changed': RiCalendarLine,
  'domain-access-revoked': RiDeleteBinLine,
  'domain-access-expired': RiTimeLine,
};

/** What happened to the access to a domain: who did what for whom, and when. */
export function DomainTimeline({ lines }: { lines: HistoryLine[] }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <ol className={styles.entries} aria-label={t('domains.history.list')}>
      {lines.map(line => {
        const Icon = icons[line.type];
        return (
          <li
            key={`${line.grantId} ${line.type} ${line.at}`}
            className={styles.entry}
          >
            <span className={styles.sign} aria-hidden>
              <Icon size={16} />
            </span>
            <div className={styles.lines}>
              <Text as="p">
                <DomainEventSentence line={line} />{' '}
                <Text variant="body-small" color="secondary">
                  <RelativeTime at={line.at} />
                </Text>
              </Text>
              <Remarks line={line} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What is worth knowing beside the sentence. */
function Remarks({ line }: { line: HistoryLine }) {
  const { snapshotDatasets, ownBenefit, requestId } = line;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const requestLink = useRequestLink();
  const remarks = [
    snapshotDatasets !== undefined &&
      t('domains.history.snapshot', { count: snapshotDatasets }),
    ownBenefit && t('domains.history.ownBenefit'),
    requestId && (
      <Link key="request" href={requestLink(requestId)}>
        {t('domains.history.request')}
      </Link>
    ),
  ].filter(Boolean);
  return remarks.length === 0 ? null : (
    <Text as="p" variant="body-small" color="secondary">
      {remarks.map((remark, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {remark}
        </span>
      ))}
    </Text>
  );
}

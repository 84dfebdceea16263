import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  accessLevels,
  Approver,
  CancelReason,
  HistoryEntry,
  HistoryType,
} from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../durations/FormattedDate';
import { useTermsText } from '../durations/useTermsText';
import { EntityLink, EntityLinks } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';

/** One entry in words. */
export function HistorySentence({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { actor, type } = entry;
  return (
    <>
      {actor && (
        <>
          <EntityLink entityRef={actor} />{' '}
        </>
      )}
      {actor || !isDoneBySystem(type)
        ? t(`history.${type}`)
        : t(`history.bySystem.${type}`)}
      <InPlaceOf entry={entry} />
      <Details entry={entry} />
    </>
  );
}

/** Somebody who was away, and had somebody else decide. */
function InPlaceOf({ entry: { facts = {} } }: { entry: HistoryEntry }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return typeof facts.onBehalfOf === 'string' ? (
    <>
      {' '}
      {t('history.onBehalfOf')} <EntityLink entityRef={facts.onBehalfOf} />
    </>
  ) : null;
}

/** What somebody does, or the portal by itself. */
const doneBySystem = [
  'approved',
  'grant-created',
  'grant-confirmed',
  'grant-revoked',
  'grant-removed',
  'grant-reviewed',
] as const satisfies readonly HistoryType[];

function isDoneBySystem(
  type: HistoryType,
): type is (typeof doneBySystem)[number] {
  return doneBySystem.some(one => one === type);
}

/** What only some entries have to say; facts of another shape, from another version, are left out. */
function Details({ entry: { type, facts = {} } }: { entry: HistoryEntry }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const termsText = useTermsText();
  switch (type) {
    case 'filed':
    case 'emergency-taken':
    case 'approved': {
      const level = accessLevels.find(one => one === facts.level);
      const duration = facts.duration as string | null;
      const rule = typeof facts.ruleTitle === 'string' && facts.ruleTitle;
      return (
        <>
          {rule && ` “${rule}”`}
          {level && <>: {termsText({ level, duration })}</>}
        </>
      );
    }
    case 'approval-given': {
      const { step, steps, given, needed } = facts as Record<string, unknown>;
      const count = { given: String(given), needed: String(needed) };
      return (
        <>
          {' '}
          {Number(steps) > 1
            ? t('history.approvalStep', {
                ...count,
                step: String(step),
                steps: String(steps),
              })
            : t('history.approvalCount', count)}
        </>
      );
    }
    case 'escalated':
    case 'approver-changed': {
      const to = Array.isArray(facts.to) ? (facts.to as Approver[]) : [];
      return (
        <>
          : <EntityLinks entityRefs={to.map(({ ref }) => ref)} />
        </>
      );
    }
    case 'emergency-reviewed':
      return facts.verdict === 'justified' ||
        facts.verdict === 'not-justified' ? (
        <>: {t(`emergency.verdict.${facts.verdict}`)}</>
      ) : null;
    case 'cancelled':
      return <>: {t(`closedBecause.${facts.because as CancelReason}`)}</>;
    case 'grant-created':
      return facts.adopted === true ? <> {t('history.adopted')}</> : null;
    case 'grant-suspended':
      return isCancelReason(facts.because) ? (
        <>: {t(`closedBecause.${facts.because}`)}</>
      ) : null;
    case 'provisioning-failed':
      return typeof facts.message === 'string' ? <>: {facts.message}</> : null;
    case 'grant-ending':
      return typeof facts.expiresAt === 'string' ? (
        <>
          : <FormattedDate at={facts.expiresAt} />
        </>
      ) : null;
    case 'grant-provisioned':
    case 'grant-confirmed':
      return typeof facts.expiresAt === 'string' ? (
        <>
          {', '}
          {t('button.until')} <FormattedDate at={facts.expiresAt} />
        </>
      ) : null;
    default:
      return null;
  }
}

const cancelReasons: readonly CancelReason[] = [
  'dataset-gone',
  'dataset-recreated',
  'beneficiary-gone',
  'beneficiary-recreated',
];

function isCancelReason(value: unknown): value is CancelReason {
  return cancelReasons.some(reason => reason === value);
}

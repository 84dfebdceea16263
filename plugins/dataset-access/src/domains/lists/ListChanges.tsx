import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine, RiPencilLine } from '@remixicon/react';
import { EntityLink } from '../../entities/EntityLink';
import timeline from '../../history/Timeline.module.css';
import { CappedList } from '../../policies/CappedList';
import { datasetAccessTranslationRef } from '../../translation';
import { ReachText } from '../reach/ReachText';
import type { ListChange } from './listChanges';
import { useAccessText } from './useAccessText';

const icons = {
  added: RiAddLine,
  changed: RiPencilLine,
  removed: RiDeleteBinLine,
} as const;

/** @see ListChanges */
export interface ListChangesProps {
  label: string;
  changes: ListChange[];
  /** Says as well how many datasets are covered where dataset-level access is new. */
  withReach?: boolean;
}

/** What is different about a list of domains, or would be: a line for each domain. */
export function ListChanges(props: ListChangesProps) {
  const { label, changes, withReach = false } = props;
  return (
    <CappedList
      label={label}
      items={changes}
      keyOf={({ domain }) => domain.ref}
      render={change => <Change change={change} withReach={withReach} />}
    />
  );
}

function Change(props: { change: ListChange; withReach: boolean }) {
  const { change, withReach } = props;
  const { domain, kind, by, before, datasetLevelAccess } = change;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const Icon = icons[kind];
  const givesDatasets =
    datasetLevelAccess &&
    (kind === 'added' || (kind === 'changed' && !before?.datasetLevelAccess));
  return (
    <div className={timeline.entry}>
      <span className={timeline.sign} aria-hidden>
        <Icon size={16} />
      </span>
      <div className={timeline.lines}>
        <Text as="p" weight="bold">
          {domain.title}
        </Text>
        <Text as="p">
          <Words change={change} />
          {by && (
            <>
              {', '}
              {t('domains.change.by', { by: <EntityLink entityRef={by} /> })}
            </>
          )}
        </Text>
        {withReach && givesDatasets && <ReachText domain={domain.ref} />}
      </div>
    </div>
  );
}

function Words({ change }: { change: ListChange }) {
  const { kind, level, datasetLevelAccess, before } = change;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const accessText = useAccessText();
  if (kind !== 'changed' || !before) {
    return (
      <>
        {t(
          kind === 'removed'
            ? 'domains.change.removed'
            : 'domains.change.added',
          { access: accessText(change) },
        )}
      </>
    );
  }
  const parts = [
    before.level !== level &&
      t('domains.change.level', {
        before: t(`level.inSentence.${before.level}`),
        after: t(`level.inSentence.${level}`),
      }),
    before.datasetLevelAccess !== datasetLevelAccess &&
      t(
        datasetLevelAccess
          ? 'domains.change.datasetsGiven'
          : 'domains.change.datasetsRevoked',
      ),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

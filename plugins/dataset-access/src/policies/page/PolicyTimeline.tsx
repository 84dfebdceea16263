import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  RiAddLine,
  RiDeleteBinLine,
  RiHistoryLine,
  RiPauseLine,
  RiPencilLine,
  RiPlayLine,
} from '@remixicon/react';
import type { ChangeHistory } from 'backstage-plugin-dataset-access-common';
import { RelativeTime } from '../../durations/RelativeTime';
import { EntityLink } from '../../entities/EntityLink';
import styles from '../../history/Timeline.module.css';
import { datasetAccessTranslationRef } from '../../translation';
import { DifferenceWords } from './DifferenceWords';
import { policyDifference, readContent } from './policyDifference';

type Change = ChangeHistory['items'][number];

const icons = {
  created: RiAddLine,
  changed: RiPencilLine,
  activated: RiPlayLine,
  deactivated: RiPauseLine,
  removed: RiDeleteBinLine,
} as const;

/** What was done to a policy, by whom and when, in its order. */
export function PolicyTimeline({ changes }: { changes: Change[] }) {
  return (
    <ol className={styles.entries}>
      {changes.map((change, index) => {
        const Icon = isKnown(change.type) ? icons[change.type] : RiHistoryLine;
        return (
          // nothing is ever put between two of them
          <li key={index} className={styles.entry}>
            <span className={styles.sign} aria-hidden>
              <Icon size={16} />
            </span>
            <div className={styles.lines}>
              <Text as="p">
                <Sentence change={change} />{' '}
                <Text variant="body-small" color="secondary">
                  <RelativeTime at={change.at} />
                </Text>
              </Text>
              <Difference change={change} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Sentence({ change: { by, type } }: { change: Change }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <>
      {by ? <EntityLink entityRef={by} /> : t('policies.history.product')}{' '}
      {isKnown(type)
        ? t(`policies.history.${type}`)
        : t('policies.history.unknown', { type })}
    </>
  );
}

function Difference({ change: { type, facts } }: { change: Change }) {
  const before = readContent(facts?.before);
  const after = readContent(facts?.after);
  return type === 'changed' && before && after ? (
    <DifferenceWords difference={policyDifference(before, after)} />
  ) : null;
}

function isKnown(type: string): type is keyof typeof icons {
  return Object.hasOwn(icons, type);
}

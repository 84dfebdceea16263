import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Badge,
  Button,
  Cell,
  CellText,
  Column,
  ColumnConfig,
  Text,
  useBreakpoint,
  VisuallyHidden,
} from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import type { GrantTask } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { RelativeTime } from '../durations/RelativeTime';
import { useTermsText } from '../durations/useTermsText';
import { EntityName } from '../entities/EntityLink';
import styles from '../principals/principalCell.module.css';
import { PrincipalIcon } from '../principals/PrincipalIcon';
import tones from '../requests/StageBadge.module.css';
import { datasetAccessTranslationRef } from '../translation';

const BUTTON_WIDTH = 96;

/** A task as a table takes it: with an id. */
export interface TaskRow extends GrantTask {
  id: string;
}

export function toTaskRow(task: GrantTask): TaskRow {
  return { ...task, id: `${task.kind} ${task.grant.id}` };
}

/** What the list shows of each task; less of it where there is little room. */
export function useTaskColumns(
  onDone: (task: TaskRow) => void,
): ColumnConfig<TaskRow>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const isMedium = useBreakpoint().up('md');
  return useMemo(
    () => [
      {
        id: 'task',
        label: t('tasks.column.task'),
        width: '1.4fr',
        isRowHeader: true,
        cell: task => (
          <Cell>
            <What task={task} isShort={isMedium} />
          </Cell>
        ),
      },
      {
        id: 'dataset',
        label: t('tasks.column.dataset'),
        width: '1.2fr',
        isHidden: !isMedium,
        cell: ({ grant: { dataset } }) => (
          <CellText title={dataset.title} description={dataset.source} />
        ),
      },
      {
        id: 'who',
        label: t('tasks.column.who'),
        width: '1.2fr',
        isHidden: !isMedium,
        cell: ({ grant: { subject } }) => (
          <Cell>
            <Who subject={subject} />
          </Cell>
        ),
      },
      {
        id: 'since',
        label: t('tasks.column.since'),
        width: '0.9fr',
        minWidth: 110,
        isHidden: !isMedium,
        cell: task => (
          <Cell>
            <Since task={task} />
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('tasks.column.actions'),
        width: BUTTON_WIDTH,
        minWidth: BUTTON_WIDTH,
        header: () => (
          <Column id="actions" width={BUTTON_WIDTH} minWidth={BUTTON_WIDTH}>
            <VisuallyHidden>{t('tasks.column.actions')}</VisuallyHidden>
          </Column>
        ),
        cell: task => (
          <Cell>
            <DoneButton task={task} onPress={() => onDone(task)} />
          </Cell>
        ),
      },
    ],
    [t, isMedium, onDone],
  );
}

/** What is to be done and, where the other columns have no room, where and for whom. */
function What({ task, isShort }: { task: TaskRow; isShort: boolean }) {
  const { kind, grant, keeps } = task;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const termsText = useTermsText();
  return (
    <div className={styles.lines}>
      <Text weight="bold">{t(`tasks.kind.${kind}`)}</Text>
      <Text>
        {kind === 'grant' ? termsText(grant) : t(`level.${grant.level}`)}
      </Text>
      {keeps && (
        <Text variant="body-small" color="secondary">
          {t('tasks.keeps', { level: t(`level.inSentence.${keeps}`) })}
        </Text>
      )}
      {!isShort && (
        <>
          <Text>
            {grant.dataset.title}
            {grant.dataset.source && ` · ${grant.dataset.source}`}
          </Text>
          <Who subject={grant.subject} />
          <Since task={task} />
        </>
      )}
    </div>
  );
}

function Who({ subject }: { subject: string }) {
  return (
    <div className={styles.who}>
      <PrincipalIcon kind={subject.startsWith('group:') ? 'group' : 'user'} />
      <Text>
        <EntityName entityRef={subject} />
      </Text>
    </div>
  );
}

function Since({ task: { since, overdue } }: { task: TaskRow }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.lines}>
      <Text>
        <RelativeTime at={since} />
      </Text>
      {overdue && (
        <div>
          <Badge
            size="small"
            className={styles.badge}
            icon={<RiErrorWarningLine className={tones.bad} aria-hidden />}
          >
            {t('tasks.overdue')}
          </Badge>
        </div>
      )}
    </div>
  );
}

/** Says which task it is about, to those who do not see the row. */
function DoneButton(props: { task: TaskRow; onPress(): void }) {
  const { kind, grant } = props.task;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle: who } = useEntityPresentation(grant.subject);
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t('tasks.doneFor', {
        task: t(`tasks.kind.${kind}`),
        dataset: grant.dataset.title,
        who,
      })}
      onPress={props.onPress}
    >
      {t('tasks.done')}
    </Button>
  );
}

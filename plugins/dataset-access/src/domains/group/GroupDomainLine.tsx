import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Button, ButtonIcon, Select, Switch, Text } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import { EntityLink } from '../../entities/EntityLink';
import { datasetAccessTranslationRef } from '../../translation';
import type { DomainEntry } from '../lists/listChanges';
import { GrantStateBadge } from '../sharing/GrantStateBadge';
import { DraftLine, isFixed } from './groupDraft';
import styles from './GroupDomainLine.module.css';

/** @see GroupDomainLine */
export interface GroupDomainLineProps {
  line: DraftLine;
  /** Whether the user may change it. */
  mayChange: boolean;
  onChange(
    change: Partial<Pick<DomainEntry, 'level' | 'datasetLevelAccess'>>,
  ): void;
  onRemove(): void;
  onUndo(): void;
}

/** One domain of a group: how much of it, whether its datasets come with it, and what saving would do to it (S1.14). */
export function GroupDomainLine(props: GroupDomainLineProps) {
  const { line, mayChange, onChange, onRemove, onUndo } = props;
  const { entry, grant, mark } = line;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { title: domain, ref } = entry.domain;
  const isReadOnly = !mayChange || mark === 'removed';
  return (
    <div className={styles.line}>
      <div className={styles.name}>
        <span className={mark === 'removed' ? styles.removed : undefined}>
          <EntityLink entityRef={ref} />
        </span>
        {mark && (
          <Badge size="small" className={styles.badge}>
            {t(`domains.group.mark.${mark}`)}
          </Badge>
        )}
        {grant && isFixed(grant) && <GrantStateBadge grant={grant} />}
      </div>
      {isReadOnly ? (
        <div className={styles.facts}>
          <Badge size="small" className={styles.badge}>
            {t(`level.${entry.level}`)}
          </Badge>
          <Text color="secondary">
            {entry.datasetLevelAccess
              ? t('domains.group.withDatasets')
              : t('domains.group.withoutDatasets')}
          </Text>
        </div>
      ) : (
        <>
          <Select
            aria-label={t('domains.group.level', { domain })}
            size="small"
            options={accessLevels.map(id => ({ id, label: t(`level.${id}`) }))}
            value={entry.level}
            onChange={key => {
              const level = accessLevels.find(one => one === key);
              if (level) {
                onChange({ level });
              }
            }}
          />
          <Switch
            label={t('domains.group.datasets')}
            aria-label={t('domains.group.datasetsOf', { domain })}
            isSelected={entry.datasetLevelAccess}
            onChange={datasetLevelAccess => onChange({ datasetLevelAccess })}
          />
        </>
      )}
      <div className={styles.end}>
        {mayChange && mark === 'removed' && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('domains.group.undoFor', { domain })}
            onPress={onUndo}
          >
            {t('domains.group.undo')}
          </Button>
        )}
        {mayChange && mark !== 'removed' && (
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('domains.group.remove', { domain })}
            onPress={onRemove}
          />
        )}
      </div>
    </div>
  );
}

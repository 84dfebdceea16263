import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type {
  Drift,
  DriftAction,
} from 'backstage-plugin-dataset-access-common';
import { RelativeTime } from '../durations/RelativeTime';
import { EntityLink } from '../entities/EntityLink';
import { Fact, FactList } from '../request/FactList';
import { Section } from '../request/Section';
import { datasetAccessTranslationRef } from '../translation';
import styles from './DriftCard.module.css';
import { StepList } from './StepList';

/** @see DriftCard */
export interface DriftCardProps {
  drift: Drift;
  onAction(action: DriftAction): void;
}

/** One difference: who has what in the source, what is wrong with it, what would mend it, and the ways to do so. */
export function DriftCard({ drift, onAction }: DriftCardProps) {
  const { kind, dataset, holder, subject, level } = drift;
  const { privileges, steps, actions, foundAt } = drift;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Section title={t(`drift.kind.${kind}`)}>
      <Flex direction="column" gap="4">
        <Text as="p" color="secondary">
          {t(`drift.kindHint.${kind}`)}
        </Text>
        <div className={styles.facts}>
          <FactList>
            <Fact name={t('drift.dataset')}>
              <EntityLink entityRef={dataset.ref} />
              {dataset.source && ` · ${dataset.source}`}
            </Fact>
            <Fact name={t('drift.holder')}>
              <span className={styles.name}>{holder}</span>
            </Fact>
            <Fact name={t('drift.subject')}>
              {subject ? (
                <EntityLink entityRef={subject} />
              ) : (
                t('drift.unknownSubject')
              )}
            </Fact>
          </FactList>
          <FactList>
            <Fact name={t('drift.privileges')}>
              {privileges.length > 0
                ? privileges.join(', ')
                : t('drift.noPrivileges')}
              {level && privileges.length > 0 && ` (${t(`level.${level}`)})`}
            </Fact>
            <Fact name={t('drift.since')}>
              <RelativeTime at={foundAt} />
            </Fact>
          </FactList>
        </div>
        {steps.length > 0 && (
          <StepList title={t('drift.steps')} steps={steps} />
        )}
        {actions.length > 0 ? (
          <Flex gap="2">
            {actions.map(action => (
              <Button
                key={action}
                variant="secondary"
                aria-label={t('drift.actionFor', {
                  action: t(`drift.action.${action}`),
                  holder,
                  dataset: dataset.title,
                })}
                onPress={() => onAction(action)}
              >
                {t(`drift.action.${action}`)}
              </Button>
            ))}
          </Flex>
        ) : (
          <Text color="secondary">{t('drift.noAction')}</Text>
        )}
      </Flex>
    </Section>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Flex, Text } from '@backstage/ui';
import type { ImportReport } from 'backstage-plugin-dataset-access-common';
import { ReactNode, useEffect, useId, useRef } from 'react';
import { useRoleTitles } from '../../api/roleQueries';
import { EntityName } from '../../entities/EntityLink';
import { datasetAccessTranslationRef } from '../../translation';
import { CappedList } from '../CappedList';
import { ActorSummary } from '../words/ActorSummary';
import styles from './ImportFindings.module.css';

const outcomeTexts = {
  created: 'policies.import.outcome.created',
  'already-there': 'policies.import.outcome.already-there',
  'subject-not-found': 'policies.import.outcome.subject-not-found',
} as const;

/** Whether an import makes anything that is not there already. */
export function makesAnything({ policies, bindings }: ImportReport): boolean {
  return [...policies, ...bindings].some(
    ({ outcome }) => outcome === 'created',
  );
}

/** What an import makes, or would make, and what has no equivalent here and why. */
export function ImportFindings({ report }: { report: ImportReport }) {
  const { dryRun, policies, bindings, unsupported } = report;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // they come below what was filled in; and the button that was pressed is another one from now on
  useEffect(() => title.current?.focus(), []);
  const counts = [
    t('policies.import.policies', { count: policies.length }),
    t('policies.import.bindings', { count: bindings.length }),
    t('policies.import.unsupported', { count: unsupported.length }),
  ] as const;
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="4">
        <Text
          as="h3"
          id={titleId}
          ref={title}
          tabIndex={-1}
          variant="title-x-small"
          weight="bold"
          className={styles.heading}
        >
          {dryRun ? t('policies.import.wouldBe') : t('policies.import.was')}
        </Text>
        <Text as="p" role="status">
          {!makesAnything(report) &&
            `${
              dryRun
                ? t('policies.import.nothing')
                : t('policies.import.nothingWas')
            } `}
          {counts.join(' · ')}
        </Text>
        <Part title={counts[0]} items={policies}>
          {({ place, outcome, policy }) => (
            <Finding place={place} outcome={outcome} isDryRun={dryRun}>
              <Text as="p" weight="bold">
                {policy.name}
              </Text>
              <Text as="p" color="secondary">
                {t(`policies.type.${policy.type}`)} ·{' '}
                {t('policies.list.privileges')}: {policy.privileges.length} ·{' '}
                <ActorSummary actors={policy.actors} />
              </Text>
            </Finding>
          )}
        </Part>
        <Part title={counts[1]} items={bindings}>
          {({ place, outcome, role, subject }) => (
            <Finding place={place} outcome={outcome} isDryRun={dryRun}>
              <Text as="p" title={subject}>
                <EntityName entityRef={subject} /> {t('policies.import.gets')}{' '}
                <RoleTitle id={role} />
              </Text>
            </Finding>
          )}
        </Part>
        <Part title={counts[2]} items={unsupported}>
          {({ place, what, reason }) => (
            <Finding place={place}>
              <Text as="p" weight="bold">
                {what}
              </Text>
              <Text as="p" color="secondary">
                {reason}
              </Text>
            </Finding>
          )}
        </Part>
      </Flex>
    </section>
  );
}

function Part<T extends { place: string }>(props: {
  title: string;
  items: readonly T[];
  children(item: T): ReactNode;
}) {
  return props.items.length === 0 ? null : (
    <div>
      <Text as="h4" weight="bold" className={styles.title}>
        {props.title}
      </Text>
      <CappedList
        label={props.title}
        items={props.items}
        keyOf={({ place }, index) => `${place} ${index}`}
        render={props.children}
      />
    </div>
  );
}

function Finding(props: {
  /** Where it is in the import. */
  place: string;
  outcome?: keyof typeof outcomeTexts;
  isDryRun?: boolean;
  children: ReactNode;
}) {
  const { place, outcome, isDryRun, children } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.finding}>
      <div className={styles.what}>
        {children}
        <Text as="p" variant="body-small" color="secondary">
          {place}
        </Text>
      </div>
      {outcome && (
        <Badge size="small">
          {isDryRun && outcome === 'created'
            ? t('policies.import.outcome.wouldBeCreated')
            : t(outcomeTexts[outcome])}
        </Badge>
      )}
    </div>
  );
}

function RoleTitle({ id }: { id: string }) {
  return <>{useRoleTitles()(id)}</>;
}

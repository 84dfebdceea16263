import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PreviewEntry } from 'backstage-plugin-dataset-access-common';
import { useId } from 'react';
import { usePrivilegeTitles } from '../../api/explainQueries';
import { EntityLink, EntityLinks } from '../../entities/EntityLink';
import { datasetAccessTranslationRef } from '../../translation';
import { CappedList } from '../CappedList';
import { groupByPerson, PersonDifference } from './groupByPerson';
import styles from './PersonDifferences.module.css';

/** How many privileges of one person are shown at first. */
const PRIVILEGES = 6;

/** Who gains, or who loses, what, person by person. Nothing when it is nobody. */
export function PersonDifferences(props: {
  kind: 'gains' | 'losses';
  entries: readonly PreviewEntry[];
}) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const titleId = useId();
  const people = groupByPerson(props.entries);
  if (people.length === 0) {
    return null;
  }
  const title = t(`policies.preview.${props.kind}`, { count: people.length });
  return (
    <section aria-labelledby={titleId}>
      <Text as="h3" id={titleId} weight="bold" className={styles.title}>
        {title}
      </Text>
      <CappedList
        label={title}
        items={people}
        keyOf={({ subject }) => subject}
        render={person => <OnePerson {...person} />}
      />
    </section>
  );
}

function OnePerson({ subject, entries }: PersonDifference) {
  return (
    <>
      <Text as="p">
        <EntityLink entityRef={subject} />
      </Text>
      <div className={styles.privileges}>
        <CappedList
          label={subject}
          items={entries}
          keyOf={({ privilege }) => privilege}
          render={entry => <OnePrivilege {...entry} />}
          first={PRIVILEGES}
        />
      </div>
    </>
  );
}

function OnePrivilege({ privilege, resources, examples }: PreviewEntry) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const titleOf = usePrivilegeTitles();
  return (
    <Text>
      {titleOf(privilege)}
      {resources > 0 && (
        <Text color="secondary">
          {' '}
          {t('policies.preview.onEntities', { count: resources })}{' '}
          <EntityLinks entityRefs={examples} />
        </Text>
      )}
    </Text>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import type { ReactNode } from 'react';
import { FormattedDate } from '../../durations/FormattedDate';
import { EntityLink } from '../../entities/EntityLink';
import { datasetAccessTranslationRef } from '../../translation';
import { OriginLabel } from '../words/OriginLabel';
import styles from './PolicyFacts.module.css';

/** What is known about a policy beside what it says. */
export function PolicyFacts({ policy }: { policy: Policy }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { type, version, createdAt, createdBy, updatedAt, updatedBy } = policy;
  return (
    <dl className={styles.facts}>
      <Fact name={t('policies.page.type')}>
        {t(`policies.type.${type}`)}: {t(`policies.typeHint.${type}`)}
      </Fact>
      <Fact name={t('policies.page.origin')}>
        <OriginLabel policy={policy} />
      </Fact>
      <Fact name={t('policies.page.created')}>
        <When at={createdAt} by={createdBy} />
      </Fact>
      {version > 1 && (
        <Fact name={t('policies.page.updated')}>
          <When at={updatedAt} by={updatedBy} />
        </Fact>
      )}
      <Fact name={t('policies.page.version')}>{version}</Fact>
    </dl>
  );
}

/** @param props.by - absent when the product did it */
function When({ at, by }: { at: string; by?: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <>
      <FormattedDate at={at} />
      {by && (
        <>
          {' '}
          {t('policies.page.by')} <EntityLink entityRef={by} />
        </>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Text variant="body-small" color="secondary">
          {name}
        </Text>
      </dt>
      <dd className={styles.value}>
        <Text>{children}</Text>
      </dd>
    </div>
  );
}

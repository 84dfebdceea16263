import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { Section } from '../../request/Section';
import { datasetAccessTranslationRef } from '../../translation';
import { ActorList } from '../words/ActorList';
import { LockedNote } from '../words/LockedNote';
import { PrivilegeWords } from '../words/PrivilegeWords';
import { ScopeWords } from '../words/ScopeWords';
import { PolicyFacts } from './PolicyFacts';
import { PolicyHeading } from './PolicyHeading';
import { PolicyHistory } from './PolicyHistory';
import styles from './PolicyView.module.css';

/** Everything that one policy says, and what happened to it. */
export function PolicyView({ policy }: { policy: Policy }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { type, privileges, actors, resources } = policy;
  return (
    <>
      <PolicyHeading policy={policy} />
      <LockedNote policy={policy} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Section title={t('policies.page.for')}>
            <ActorList label={t('policies.page.for')} actors={actors} />
          </Section>
          <Section title={t('policies.page.gives')}>
            <PrivilegeWords names={privileges} />
          </Section>
          <Section title={t('policies.page.on')}>
            <ScopeWords type={type} resources={resources} />
          </Section>
        </div>
        <div className={styles.column}>
          <Section title={t('policies.page.facts')}>
            <PolicyFacts policy={policy} />
          </Section>
          <PolicyHistory policyId={policy.id} />
        </div>
      </div>
    </>
  );
}

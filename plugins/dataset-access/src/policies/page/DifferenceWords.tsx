import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { usePrivilegeTitles } from '../../api/explainQueries';
import { datasetAccessTranslationRef } from '../../translation';
import { ActorName } from '../words/ActorName';
import { ActorPart, actorKey } from '../words/actorParts';
import { ScopeWords } from '../words/ScopeWords';
import styles from './DifferenceWords.module.css';
import type { PolicyDifference } from './policyDifference';

/** What a change made of a policy, line by line. */
export function DifferenceWords(props: { difference: PolicyDifference }) {
  const { name, description, type, state, resources } = props.difference;
  const { privilegesAdded, privilegesRemoved } = props.difference;
  const { actorsAdded, actorsRemoved } = props.difference;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const titleOf = usePrivilegeTitles();
  const titles = (names: string[]) => names.map(titleOf).join(', ');
  return (
    <div className={styles.lines}>
      {name !== undefined && (
        <Line>{t('policies.history.name', { name })}</Line>
      )}
      {description !== undefined && (
        <Line>
          {description
            ? t('policies.history.description', { description })
            : t('policies.history.noDescription')}
        </Line>
      )}
      {type && (
        <Line>
          {t('policies.history.type', { type: t(`policies.type.${type}`) })}
        </Line>
      )}
      {state && (
        <Line>
          {t('policies.history.state', { state: t(`policies.state.${state}`) })}
        </Line>
      )}
      {privilegesAdded.length > 0 && (
        <Line>
          {t('policies.history.gives')}: {titles(privilegesAdded)}
        </Line>
      )}
      {privilegesRemoved.length > 0 && (
        <Line>
          {t('policies.history.givesNoMore')}: {titles(privilegesRemoved)}
        </Line>
      )}
      {actorsAdded.length > 0 && (
        <Line>
          {t('policies.history.for')}: <Actors parts={actorsAdded} />
        </Line>
      )}
      {actorsRemoved.length > 0 && (
        <Line>
          {t('policies.history.forNoMore')}: <Actors parts={actorsRemoved} />
        </Line>
      )}
      {resources && (
        <>
          <Line>{t('policies.history.on')}:</Line>
          <ScopeWords {...resources} />
        </>
      )}
    </div>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <Text as="p" color="secondary">
      {children}
    </Text>
  );
}

function Actors({ parts }: { parts: ActorPart[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <span key={actorKey(part)}>
          {index > 0 && ', '}
          <ActorName part={part} />
        </span>
      ))}
    </>
  );
}

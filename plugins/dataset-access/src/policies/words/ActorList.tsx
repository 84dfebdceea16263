import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PolicyActors } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import { CappedList } from '../CappedList';
import { ActorName } from './ActorName';
import { actorKey, actorParts } from './actorParts';

/** Everybody whom a policy is for, one a line. */
export function ActorList(props: { label: string; actors: PolicyActors }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const parts = actorParts(props.actors);
  if (parts.length === 0) {
    return <Text>{t('policies.actor.nobody')}</Text>;
  }
  return (
    <CappedList
      label={props.label}
      items={parts}
      keyOf={actorKey}
      render={part => (
        <Text>
          <ActorName part={part} isLink />
        </Text>
      )}
    />
  );
}

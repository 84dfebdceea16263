import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PolicyActors } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import { ActorName } from './ActorName';
import { actorKey, actorParts } from './actorParts';

/** How many are named before the rest is counted. */
const NAMED = 2;

/** Whom a policy is for, in one line. */
export function ActorSummary({ actors }: { actors: PolicyActors }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const parts = actorParts(actors);
  const rest = parts.length - NAMED;
  if (parts.length === 0) {
    return <>{t('policies.actor.nobody')}</>;
  }
  return (
    <>
      {parts.slice(0, NAMED).map((part, index) => (
        <span key={actorKey(part)}>
          {index > 0 && ', '}
          <ActorName part={part} />
        </span>
      ))}
      {rest > 0 && ` ${t('policies.actor.more', { count: rest })}`}
    </>
  );
}

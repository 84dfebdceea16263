import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import { EntityLink } from '../../entities/EntityLink';
import { datasetAccessTranslationRef } from '../../translation';
import { holdsRefs } from './criterionFields';

/** How many values are named before the rest is counted. */
const NAMED = 20;

/** One condition in words, such as `Domain is Finance or a domain within it`. */
export function CriterionWords(props: { criterion: PolicyCriterion }) {
  const { field, operator, values } = props.criterion;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const isRefs = holdsRefs(props.criterion);
  const rest = values.length - NAMED;
  return (
    <>
      {t(`policies.field.${field}`)} {t(`policies.operator.${operator}`)}{' '}
      {values.slice(0, NAMED).map((value, index) => (
        <span key={value}>
          {index > 0 && ` ${t('policies.or')} `}
          {isRefs ? <EntityLink entityRef={value} /> : value}
        </span>
      ))}
      {rest > 0 && ` ${t('policies.actor.more', { count: rest })}`}
      {field === 'domain' && isRefs && ` ${t('policies.orWithin')}`}
    </>
  );
}

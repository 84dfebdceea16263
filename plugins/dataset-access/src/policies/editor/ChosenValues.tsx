import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tag, TagGroup } from '@backstage/ui';
import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import type { ReactNode } from 'react';
import { datasetAccessTranslationRef } from '../../translation';

/** @see ChosenValues */
export interface ChosenValuesProps {
  field: PolicyCriterion['field'];
  value: string[];
  onChange(value: string[]): void;
  /** What a value is called. */
  nameOf?: (value: string) => ReactNode;
}

/** The values of a condition, each of which can be taken away. */
export function ChosenValues(props: ChosenValuesProps) {
  const { field, value, onChange, nameOf = text => text } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (value.length === 0) {
    return null;
  }
  return (
    <TagGroup
      aria-label={t('policies.editor.chosenValues', {
        field: t(`policies.field.${field}`),
      })}
      items={value.map(id => ({ id }))}
      onRemove={removed => onChange(value.filter(one => !removed.has(one)))}
    >
      {({ id }) => (
        <Tag id={id} textValue={id}>
          {nameOf(id)}
        </Tag>
      )}
    </TagGroup>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Select } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import { criterionFields, holdsRefs } from '../words/criterionFields';
import styles from './CriterionField.module.css';
import { CriterionValues } from './CriterionValues';
import { blankCriterion } from './policyForm';

const OPERATORS: ReadonlyArray<PolicyCriterion['operator']> = [
  'equals',
  'starts-with',
];

/** @see CriterionField */
export interface CriterionFieldProps {
  label: string;
  value: PolicyCriterion;
  onChange(value: PolicyCriterion): void;
  onRemove(): void;
}

/** One condition: what about the entity, how it is compared, and with which values. */
export function CriterionField(props: CriterionFieldProps) {
  const { label, value, onChange, onRemove } = props;
  const { field, operator } = value;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div role="group" aria-label={label} className={styles.row}>
      <Select
        aria-label={t('policies.editor.field')}
        className={styles.field}
        options={criterionFields.map(id => ({
          id,
          label: t(`policies.field.${id}`),
        }))}
        value={field}
        onChange={key => {
          const chosen = criterionFields.find(one => one === key);
          if (chosen && chosen !== field) {
            // values of one field say nothing about another
            onChange({ ...blankCriterion(chosen), operator });
          }
        }}
      />
      <Select
        aria-label={t('policies.editor.operator')}
        className={styles.operator}
        options={OPERATORS.map(id => ({
          id,
          label: t(`policies.operator.${id}`),
        }))}
        value={operator}
        onChange={key => {
          const chosen = OPERATORS.find(one => one === key) ?? operator;
          const changed = { ...value, operator: chosen };
          // the beginning of a ref is no ref
          const isLost = holdsRefs(changed) && !holdsRefs(value);
          onChange(isLost ? { ...changed, values: [] } : changed);
        }}
      />
      <div className={styles.values}>
        <CriterionValues
          key={`${field} ${operator}`}
          field={field}
          operator={operator}
          value={value.values}
          onChange={values => onChange({ ...value, values })}
        />
      </div>
      <ButtonIcon
        variant="tertiary"
        icon={<RiCloseLine />}
        aria-label={t('policies.editor.removeCondition', {
          field: t(`policies.field.${field}`),
        })}
        onPress={onRemove}
      />
    </div>
  );
}

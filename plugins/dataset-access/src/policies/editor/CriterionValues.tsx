import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import { EntityRefsPicker } from './EntityRefsPicker';
import { TextValuesField } from './TextValuesField';
import { TypePicker } from './TypePicker';

/** @see CriterionValues */
export interface CriterionValuesProps {
  field: PolicyCriterion['field'];
  operator: PolicyCriterion['operator'];
  value: string[];
  onChange(value: string[]): void;
}

/** The values of a condition: picked where there is something to pick from, typed elsewhere. */
export function CriterionValues(props: CriterionValuesProps) {
  const { field, operator, value, onChange } = props;
  const values = { value, onChange };
  if (operator === 'equals') {
    switch (field) {
      case 'type':
        return <TypePicker {...values} />;
      case 'entity':
      case 'domain':
      case 'owner':
        return <EntityRefsPicker field={field} {...values} />;
      default:
        break;
    }
  }
  return <TextValuesField field={field} {...values} />;
}

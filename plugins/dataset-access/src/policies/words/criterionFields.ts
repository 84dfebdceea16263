import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';

/** What a condition can be about, in the order of the form. */
export const criterionFields: ReadonlyArray<PolicyCriterion['field']> = [
  'type',
  'entity',
  'domain',
  'tag',
  'label',
  'owner',
];

/** Fields whose values are entities. */
const REF_FIELDS: ReadonlyArray<PolicyCriterion['field']> = [
  'entity',
  'domain',
  'owner',
];

/** Whether the values are full entity refs, as opposed to the beginning of one or to other text. */
export function holdsRefs({
  field,
  operator,
}: Pick<PolicyCriterion, 'field' | 'operator'>): boolean {
  return operator === 'equals' && REF_FIELDS.includes(field);
}

import {
  ErrorCode,
  isDatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import type { CheckedField } from './policyForm';

/** The steps of the editor in their order: three to write a policy, one to look at what it would do. */
export const policySteps = ['name', 'scope', 'actors', 'review'] as const;

export type PolicyStep = (typeof policySteps)[number];

/** What has to be right before somebody goes on from a step. */
export const checkedFields: Record<PolicyStep, readonly CheckedField[]> = {
  name: ['name', 'description'],
  scope: ['privileges'],
  actors: ['actors'],
  review: [],
};

const stepsOfCodes: Partial<Record<ErrorCode, PolicyStep>> = {
  POLICY_NAME_TAKEN: 'name',
  UNKNOWN_PRIVILEGE: 'scope',
  ESCALATION: 'scope',
  BAD_ENTITY_REF: 'scope',
  UNKNOWN_ACTOR: 'actors',
};

/** Where somebody can do something about a refusal; what is about the whole stays where it was saved. */
export function stepOfError(error: unknown): PolicyStep {
  return (isDatasetAccessError(error) && stepsOfCodes[error.code]) || 'review';
}

import {
  DatasetAccessError,
  ErrorCode,
} from 'backstage-plugin-dataset-access-common';
import { PolicyStep, stepOfError } from './policySteps';

describe('where a refusal belongs', () => {
  it.each<[ErrorCode, PolicyStep]>([
    ['POLICY_NAME_TAKEN', 'name'],
    ['ESCALATION', 'scope'],
    ['UNKNOWN_PRIVILEGE', 'scope'],
    ['BAD_ENTITY_REF', 'scope'],
    ['UNKNOWN_ACTOR', 'actors'],
    ['BAD_POLICY', 'review'],
    ['LAST_ADMIN', 'review'],
    ['POLICY_LOCKED', 'review'],
    ['FORBIDDEN', 'review'],
  ])('%s: %s', (code, step) => {
    expect(stepOfError(new DatasetAccessError(code))).toBe(step);
  });

  it('is where it was saved, for what never reached the server', () => {
    expect(stepOfError(new TypeError('Failed to fetch'))).toBe('review');
  });
});

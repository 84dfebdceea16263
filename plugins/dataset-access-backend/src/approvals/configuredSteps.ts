import type { DatasetSettings } from '../config/datasetSettings';
import type { Dataset } from '../datasets/Dataset';
import { ApprovalStep, ONE_APPROVAL } from './Approval';

/**
 * The steps that a new request on a dataset takes, as they are configured now. A domain is given by its owners alone
 * (design §4), so a request for one takes one of them.
 */
export function configuredSteps(
  { kind }: Dataset,
  { approvers }: DatasetSettings,
): readonly ApprovalStep[] {
  if (kind === 'domain') {
    return ONE_APPROVAL;
  }
  return approvers.steps.map(
    ({ by, responsibility, principals, title, needed }): ApprovalStep => {
      if (responsibility) {
        return { by: 'responsibility', role: responsibility, title, needed };
      }
      return principals
        ? { by: 'named', principals, title, needed }
        : { by: by!, title, needed };
    },
  );
}

import type {
  ErrorCode,
  ResolutionWarning,
} from 'backstage-plugin-dataset-access-common';
import type { DatasetRouting } from './ApproverService';
import type { DatasetAccessConfig } from '../config/readConfig';

/**
 * Why a dataset takes no requests from anybody, or `undefined` when it does. The screens and the submission ask the same
 * question here, so that a hidden button is also a refused call (S0.13, S0.17).
 */
export function requestRefusal(
  { dataset, resolution }: DatasetRouting,
  { requests }: DatasetAccessConfig,
): ErrorCode | undefined {
  if (!dataset.inRegistry) {
    return 'NOT_IN_REGISTRY';
  }
  const value = dataset.entity.metadata.labels?.[requests.disablingLabel];
  // Fail closed: a value that is neither known to disable nor to enable was meant to say something (N1)
  if (value !== undefined && !requests.enablingValues.includes(value)) {
    return 'REQUESTS_DISABLED';
  }
  if (resolution.approvers.length === 0) {
    return resolution.warnings.some(
      ({ code }) => code === 'APPROVER_SET_TOO_LARGE',
    )
      ? 'APPROVER_SET_TOO_LARGE'
      : 'NO_APPROVER';
  }
  return undefined;
}

/** Everything about a dataset's set-up that its owner and the administrators should mend. */
export function datasetWarnings(
  { dataset, resolution }: DatasetRouting,
  { requests }: DatasetAccessConfig,
): ResolutionWarning[] {
  const { disablingLabel, disablingValues, enablingValues } = requests;
  const value = dataset.entity.metadata.labels?.[disablingLabel];
  const isKnown =
    value === undefined ||
    disablingValues.includes(value) ||
    enablingValues.includes(value);
  return isKnown
    ? resolution.warnings
    : [
        {
          code: 'UNKNOWN_DISABLING_VALUE',
          message: `The label ${disablingLabel} has the value "${value}", which is not known. Requests are switched off to be on the safe side; known values are ${[
            ...disablingValues,
            ...enablingValues,
          ].join(', ')}.`,
        },
        ...resolution.warnings,
      ];
}

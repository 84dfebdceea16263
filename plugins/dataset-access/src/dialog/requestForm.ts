import {
  AccessLevel,
  checkPlainText,
  DatasetAccess,
  RequestForm,
  Submission,
} from 'backstage-plugin-dataset-access-common';
import type { Principal } from '../principals/Principal';
import type { RequestPreset } from './RequestPreset';

/** What the dialog's form holds. */
export interface RequestFormValues {
  beneficiaries: Principal[];
  level: AccessLevel;
  /** ISO-8601, or empty for access without an end. */
  duration: string;
  reason: string;
  /** For a domain, access to its datasets as well. */
  datasetLevelAccess: boolean;
}

/** Something wrong with a field, as a text key with its number. */
export type FieldProblem =
  | { key: 'dialog.nobodyChosen' }
  | { key: 'dialog.tooMany'; number: string }
  | { key: 'dialog.reasonTooShort'; number: string }
  | { key: 'dialog.reasonTooLong'; number: string }
  | { key: 'dialog.reasonUnreadable' };

export function checkBeneficiaries(
  beneficiaries: readonly Principal[],
  { maxBeneficiaries = 100 }: RequestForm,
): FieldProblem | undefined {
  if (beneficiaries.length === 0) {
    return { key: 'dialog.nobodyChosen' };
  }
  return beneficiaries.length > maxBeneficiaries
    ? { key: 'dialog.tooMany', number: String(maxBeneficiaries) }
    : undefined;
}

/** The same check as the backend's, so that nothing is refused there that looked fine here. */
export function checkReason(
  reason: string,
  bounds: RequestForm['reason'],
): FieldProblem | undefined {
  const { problem } = checkPlainText(reason, bounds);
  switch (problem) {
    case 'too-short':
      return { key: 'dialog.reasonTooShort', number: String(bounds.minLength) };
    case 'too-long':
      return { key: 'dialog.reasonTooLong', number: String(bounds.maxLength) };
    case 'unreadable':
      return { key: 'dialog.reasonUnreadable' };
    default:
      return undefined;
  }
}

/** Level and duration that the form starts with: those wished for where they are offered, else its own. */
export function firstTerms(
  { levels, defaultLevel, durations, defaultDuration }: RequestForm,
  wish: Pick<RequestPreset, 'level' | 'duration'> | undefined,
): Pick<RequestFormValues, 'level' | 'duration'> {
  const level = levels.find(one => one === wish?.level);
  const duration = durations.find(one => one === wish?.duration);
  return {
    level: level ?? defaultLevel,
    duration: duration ?? defaultDuration ?? durations[0] ?? '',
  };
}

/** The form as it is sent. */
export function toSubmission(
  { dataset: { ref }, form }: Pick<DatasetAccess, 'dataset' | 'form'>,
  values: RequestFormValues,
): Submission {
  return {
    dataset: ref,
    beneficiaries: values.beneficiaries.map(({ id }) => id),
    level: values.level,
    reason: values.reason,
    ...(values.duration && { duration: values.duration }),
    ...(form.datasetLevelAccess && {
      datasetLevelAccess: values.datasetLevelAccess,
    }),
  };
}

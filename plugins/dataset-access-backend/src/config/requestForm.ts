import type { RequestForm } from 'backstage-plugin-dataset-access-common';
import type { Dataset } from '../datasets/Dataset';
import type { DatasetSettings } from './datasetSettings';

/** What the dialog may offer. */
export function requestForm(
  { requests }: DatasetSettings,
  maxBeneficiaries: number,
  { kind }: Pick<Dataset, 'kind'>,
): RequestForm {
  const { reason, levels, durations, defaultDuration, maxDuration } = requests;
  return {
    reason,
    levels,
    defaultLevel: levels.includes(requests.defaultLevel)
      ? requests.defaultLevel
      : levels[0],
    durations,
    defaultDuration,
    maxDuration,
    indefiniteAllowed: requests.indefiniteAllowed,
    maxBeneficiaries,
    datasetLevelAccess: kind === 'domain' || undefined,
  };
}

import type { DatasetAccessConfig } from './readConfig';

type Approvers = DatasetAccessConfig['approvers'];

/** The settings that can differ by domain and dataset, as they are for one dataset. */
export interface DatasetSettings {
  requests: Omit<
    DatasetAccessConfig['requests'],
    'disablingLabel' | 'disablingValues' | 'enablingValues'
  >;
  approvers: Pick<
    Approvers,
    'ownerMayAlsoDecide' | 'escalation' | 'requiredPrivileges' | 'steps'
  >;
}

/**
 * The general settings, changed by the overrides of the dataset's domains, outermost first, and by its own override
 * last.
 *
 * @param domains - refs of the dataset's domains, innermost first
 */
export function datasetSettings(
  config: DatasetAccessConfig,
  datasetRef: string,
  domains: readonly string[],
): DatasetSettings {
  const outermostFirst = [...domains].reverse();
  const applying = [
    ...outermostFirst.flatMap(domain =>
      config.overrides.filter(entry => entry.domain === domain),
    ),
    ...config.overrides.filter(entry => entry.dataset === datasetRef),
  ];
  return applying.reduce<DatasetSettings>(
    (settings, { requests, approvers }) => ({
      requests: {
        ...settings.requests,
        ...requests,
        reason: { ...settings.requests.reason, ...requests.reason },
      },
      approvers: { ...settings.approvers, ...approvers },
    }),
    config,
  );
}

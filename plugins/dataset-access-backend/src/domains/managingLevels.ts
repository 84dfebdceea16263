import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import type { DatasetAccessConfig } from '../config/readConfig';

/** The levels at which somebody who was given a domain may share it (S1.3). */
export function managingLevels({
  domains,
}: Pick<DatasetAccessConfig, 'domains'>): AccessLevel[] {
  return domains.managers === 'owners' ? ['owner'] : ['owner', 'editor'];
}

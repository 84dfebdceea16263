import type { JsonObject } from '@backstage/types';
import { OverrideOwnerResolver } from '../approvers/OverrideOwnerResolver';
import { testConfig, testDirectory } from './testDirectory';
import type { WorldEntity } from './world';

/** People and groups of every shape that an override or owner can name. */
export const approverWorld: WorldEntity[] = [
  { ref: 'user:default/ana', memberOf: ['sales', 'crowd'] },
  { ref: 'user:default/bob', memberOf: ['stewards', 'kim', 'crowd'] },
  { ref: 'user:default/cleo', memberOf: ['ring-b', 'juniors', 'pair'] },
  { ref: 'user:default/dan', memberOf: ['pair'] },
  { ref: 'user:default/kim' },
  { ref: 'user:default/hollow' },
  { ref: 'user:other/bob' },
  { ref: 'user:other/eve', memberOf: ['group:other/stewards'] },
  { ref: 'user:other/finn', memberOf: ['group:other/auditors'] },
  { ref: 'group:default/sales' },
  { ref: 'group:default/stewards' },
  { ref: 'group:default/kim' },
  { ref: 'group:default/hollow' },
  { ref: 'group:default/empty' },
  { ref: 'group:default/crowd' },
  { ref: 'group:default/juniors', parent: 'crowd' },
  { ref: 'group:default/parents' },
  { ref: 'group:default/pair', parent: 'parents' },
  { ref: 'group:default/ring-a', parent: 'ring-b' },
  { ref: 'group:default/ring-b', parent: 'ring-a' },
  { ref: 'group:other/stewards' },
  { ref: 'group:other/auditors' },
  { ref: 'component:default/website' },
];

/** A dataset in that world. */
export interface DatasetToResolve {
  /** Default: `group:default/sales`. */
  owners?: string[];
  label?: string;
  annotation?: string;
  /** `datasetAccess.approvers` of app-config. */
  config?: JsonObject;
}

/** Everything about a resolution except wording, in short: `via ref`, `via tried: outcome`, and codes. */
export async function resolveApprovers(dataset: DatasetToResolve) {
  const key = 'data-registry/override-approver';
  const { owners = ['sales'], label, annotation, config = {} } = dataset;
  const { catalog, directory } = testDirectory([
    ...approverWorld,
    {
      ref: 'resource:default/orders',
      owners,
      labels: label === undefined ? {} : { [key]: label },
      annotations: annotation === undefined ? {} : { [key]: annotation },
    },
  ]);
  const settings = testConfig({ approvers: config });
  const resolver = new OverrideOwnerResolver(settings);
  const { approvers, trail, warnings } = await resolver.resolve(
    catalog.entities().at(-1)!,
    directory,
    settings.approvers,
  );
  return {
    approvers: approvers.map(({ via, ref }) => `${via} ${ref}`),
    trail: trail.map(
      ({ via, tried, outcome }) => `${via} ${tried}: ${outcome}`,
    ),
    warnings: warnings.map(({ code }) => code),
  };
}

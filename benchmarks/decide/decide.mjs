import { installPeers, peerVersions } from '../peers.mjs';
import { bundleProduct } from '../product.mjs';
import { measureChanges } from './rows/changes.mjs';
import { measureConditions } from './rows/conditionSize.mjs';
import { measureDecisions } from './rows/warmAndCold.mjs';
import { measureLoading } from './rows/loading.mjs';
import { measurePolicy } from './rows/policy.mjs';
import { SIZES } from './world.mjs';

const ENGINE = 'dataset-access-common/src/decisions/DecisionIndex.ts';
const POLICY = 'dataset-access-node/src/policy/DatasetAccessPolicy.ts';

const ROWS = [
  { ids: ['1', '2'], measure: measureDecisions },
  { ids: ['3'], measure: measurePolicy },
  { ids: ['6'], measure: measureConditions },
  { ids: ['7'], measure: measureChanges },
  { ids: ['8'], measure: measureLoading },
];

/** The decision engine against its peers. */
export async function benchDecide(
  { mode, seed, rows, peersFolder, plugins },
  report,
) {
  const folder = installPeers('peers', peersFolder);
  const product = await bundleProduct(ENGINE, folder, plugins);
  const policyProduct = await bundleProduct(POLICY, folder, plugins);
  const context = {
    mode,
    seed,
    rounds: mode === 'quick' ? 5 : 9,
    peersFolder,
    surroundings: { now: Date.now(), folder, product, policyProduct },
  };
  for (const { ids, measure } of ROWS) {
    if (!rows || ids.some(id => rows.includes(id))) {
      await measure(context, report);
    }
  }
  return {
    sizes: SIZES,
    peers: { ...peerVersions('peers'), ...peerVersions('peers-rbac') },
  };
}

import {
  DecisionIndex,
  Policy,
  PolicyChange,
  PolicyDraft,
  PolicyPreview,
  previewChange,
  ResourceFacts,
  RuleFacts,
} from 'backstage-plugin-dataset-access-common';
import { ANA, ANALYSTS, DAN, members, ORDERS, PRODUCTS } from './people';
import { FINANCE } from './policies';

/** Ana is an analyst, Bob and Cleo are stewards, Dan is alone and owns the products; the orders are in Finance. */
const world = {
  people: [
    ...Object.keys(members).map(ref => ({ ref, groups: [] })),
    ...[...new Set([ANA, DAN, ...Object.values(members).flat()])].map(ref => ({
      ref,
      groups: Object.keys(members).filter(group =>
        members[group].includes(ref),
      ),
    })),
  ],
  resources: [
    resource(ORDERS, { owners: [ANALYSTS], domains: [FINANCE] }),
    resource(PRODUCTS, { owners: [DAN] }),
    resource(FINANCE),
  ],
};

/**
 * Who would gain and who would lose what by a change, as the product's own function says.
 *
 * @param saved - the policy that would change
 */
export function previewIn(
  policies: readonly Policy[],
  saved: Policy | undefined,
  { change, policyId, policy }: PolicyChange,
): PolicyPreview {
  const before = saved && rule(saved);
  const after = {
    save: policy && rule({ ...policy, id: policyId ?? 'preview' }),
    delete: undefined,
    activate: before && { ...before, state: 'active' as const },
    deactivate: before && { ...before, state: 'inactive' as const },
  }[change];
  const { resources, ...preview } = previewChange(
    DecisionIndex.of({ ...world, rules: policies.map(rule) }),
    { before, after },
    Date.now(),
  );
  return { ...preview, entities: resources };
}

function resource(
  ref: string,
  facts: Partial<ResourceFacts> = {},
): ResourceFacts {
  return {
    ref,
    type: ref === FINANCE ? undefined : 'dataset',
    owners: [],
    domains: [],
    tags: [],
    labels: {},
    uid: `uid of ${ref}`,
    ...facts,
  };
}

function rule(policy: PolicyDraft & { id: string }): RuleFacts {
  return { state: 'active', resources: [], ...policy, origin: 'policy' };
}

import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import {
  datasetResourceRef,
  domainResourceRef,
  grantResourceRef,
  GrantRole,
  requestResourceRef,
  RequestRole,
} from './resourceRefs';

const paramsSchema = z.object({
  claims: z
    .array(z.string())
    .describe('Entity refs of the user and the groups the user belongs to'),
});
type Params = z.infer<typeof paramsSchema>;

function isAmong(principals: readonly string[], claims: readonly string[]) {
  return claims.some(claim => principals.includes(claim));
}

function requestRule(name: string, description: string, role: RequestRole) {
  return createPermissionRule({
    name,
    description,
    resourceRef: requestResourceRef,
    paramsSchema,
    apply: (request, { claims }: Params) => isAmong(request[role], claims),
    toQuery: ({ claims }: Params) => ({ role, principals: claims }),
  });
}

function grantRule(name: string, description: string, role: GrantRole) {
  return createPermissionRule({
    name,
    description,
    resourceRef: grantResourceRef,
    paramsSchema,
    apply: (grant, { claims }: Params) => isAmong(grant[role], claims),
    toQuery: ({ claims }: Params) => ({ role, principals: claims }),
  });
}

/**
 * Rules for conditional decisions on requests.
 *
 * @public
 */
export const requestRules = {
  isRequester: requestRule(
    'IS_REQUESTER',
    'The request was filed by one of the claims',
    'requester',
  ),
  isBeneficiary: requestRule(
    'IS_BENEFICIARY',
    'The request asks for access for one of the claims',
    'beneficiary',
  ),
  isApprover: requestRule(
    'IS_APPROVER',
    'The request is routed to one of the claims',
    'approver',
  ),
  isDatasetOwner: requestRule(
    'IS_DATASET_OWNER',
    'The dataset asked for is owned by one of the claims',
    'owner',
  ),
};

/**
 * Rules for conditional decisions on grants.
 *
 * @public
 */
export const grantRules = {
  isGrantHolder: grantRule(
    'IS_GRANT_HOLDER',
    'The grant gives access to one of the claims',
    'holder',
  ),
  isGrantedDatasetOwner: grantRule(
    'IS_GRANTED_DATASET_OWNER',
    'The dataset of the grant is owned by one of the claims',
    'owner',
  ),
};

/**
 * Rules for conditional decisions on datasets.
 *
 * @public
 */
export const datasetRules = {
  ownsDataset: createPermissionRule({
    name: 'OWNS_DATASET',
    description: 'The dataset is owned by one of the claims',
    resourceRef: datasetResourceRef,
    paramsSchema,
    apply: (dataset, { claims }: Params) => isAmong(dataset.owner, claims),
    toQuery: ({ claims }: Params) => ({
      role: 'owner' as const,
      principals: claims,
    }),
  }),
};

/**
 * Rules for conditional decisions on access to domains.
 *
 * @public
 */
export const domainRules = {
  isDomainOwner: createPermissionRule({
    name: 'IS_DOMAIN_OWNER',
    description: 'The domain is owned by one of the claims',
    resourceRef: domainResourceRef,
    paramsSchema,
    apply: (domain, { claims }: Params) => isAmong(domain.owner, claims),
    toQuery: ({ claims }: Params) => ({
      role: 'owner' as const,
      principals: claims,
    }),
  }),
};

const requestExports = createConditionExports({
  resourceRef: requestResourceRef,
  rules: requestRules,
});
const grantExports = createConditionExports({
  resourceRef: grantResourceRef,
  rules: grantRules,
});
const datasetExports = createConditionExports({
  resourceRef: datasetResourceRef,
  rules: datasetRules,
});
const domainExports = createConditionExports({
  resourceRef: domainResourceRef,
  rules: domainRules,
});

/**
 * Conditions for a permission policy's decisions on requests.
 *
 * @public
 */
export const requestConditions = requestExports.conditions;
/**
 * Builds a policy's conditional decision on requests.
 *
 * @public
 */
export const createRequestConditionalDecision =
  requestExports.createConditionalDecision;
/**
 * Conditions for a permission policy's decisions on grants.
 *
 * @public
 */
export const grantConditions = grantExports.conditions;
/**
 * Builds a policy's conditional decision on grants.
 *
 * @public
 */
export const createGrantConditionalDecision =
  grantExports.createConditionalDecision;
/**
 * Conditions for a permission policy's decisions on datasets.
 *
 * @public
 */
export const datasetConditions = datasetExports.conditions;
/**
 * Builds a policy's conditional decision on datasets.
 *
 * @public
 */
export const createDatasetConditionalDecision =
  datasetExports.createConditionalDecision;
/**
 * Conditions for a permission policy's decisions on access to domains.
 *
 * @public
 */
export const domainConditions = domainExports.conditions;
/**
 * Builds a policy's conditional decision on access to domains.
 *
 * @public
 */
export const createDomainConditionalDecision =
  domainExports.createConditionalDecision;

import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  accessCondition,
  AccessCondition,
  CriterionFacts,
  DecisionIndex,
  isVisibleTo,
  visibilityCondition,
} from 'backstage-plugin-dataset-access-common';
import { z } from 'zod';
import type { DecisionSource } from '../decisions/decisionIndexServiceRef';

/**
 * Where an entity carries its scopes, as the key of the catalog's search index. One key for all of them, so that a list is
 * one lookup of some values (ADR 0012).
 *
 * @public
 */
export const SCOPES_KEY = 'metadata.datasetAccess.scopes';

/**
 * As the catalog filters its lists.
 *
 * @public
 */
export interface ScopeFilter {
  key: string;
  values?: string[];
}

const catalogEntityRef = createPermissionResourceRef<
  Entity,
  ScopeFilter
>().with({ pluginId: 'catalog', resourceType: 'catalog-entity' });

const principalsSchema = z
  .array(z.string())
  .describe(
    'Entity refs of the user, and of groups whose rights count as well',
  );

/** No entity at all. */
const NOTHING: ScopeFilter = { key: SCOPES_KEY, values: [] };
/** Every entity has a kind. */
const EVERYTHING: ScopeFilter = { key: 'kind' };

/**
 * The rules for entities of the catalog. Their parameters carry principals and never lists of datasets: what these may see
 * is looked up in this process's index, after the hop over HTTP (design §7). Without an index nothing is seen.
 *
 * @public
 */
export function createCatalogRules(source: DecisionSource) {
  return {
    isVisibleTo: createPermissionRule({
      name: 'IS_VISIBLE_TO',
      description:
        'The entity may be seen by one of the principals, as policies, grants and responsibilities have it',
      resourceRef: catalogEntityRef,
      paramsSchema: z.object({ principals: principalsSchema }),
      apply: (entity, { principals }) => {
        source.learn(entity);
        const index = source.current();
        const ref = stringifyEntityRef(entity);
        const now = Date.now();
        return (
          index !== undefined &&
          principals.some(one => isVisibleTo(index, one, ref, now))
        );
      },
      toQuery: ({ principals }) =>
        toFilter(source, index =>
          visibilityCondition(index, principals, Date.now()),
        ),
    }),
    holdsPrivilege: createPermissionRule({
      name: 'HOLDS_PRIVILEGE',
      description:
        'One of the principals holds the privilege on the entity, as policies, grants and responsibilities have it',
      resourceRef: catalogEntityRef,
      paramsSchema: z.object({
        privilege: z.string().describe('Name of a privilege'),
        principals: principalsSchema,
      }),
      apply: (entity, { principals, privilege }) => {
        source.learn(entity);
        const index = source.current();
        const ref = stringifyEntityRef(entity);
        const now = Date.now();
        return (
          index !== undefined &&
          principals.some(one => index.check(one, privilege, ref, now))
        );
      },
      toQuery: ({ principals, privilege }) =>
        toFilter(source, index => ({
          anyOf: principals.flatMap(
            one => accessCondition(index, one, privilege, Date.now()).anyOf,
          ),
        })),
    }),
  };
}

function toFilter(
  source: DecisionSource,
  condition: (index: DecisionIndex) => AccessCondition,
): PermissionCriteria<ScopeFilter> {
  const index = source.current();
  return index ? conditionFilter(index, condition(index)) : NOTHING;
}

/** A condition as a filter of the catalog: alternatives of one criterion become values of the one key. */
function conditionFilter(
  index: DecisionIndex,
  { anyOf }: AccessCondition,
): PermissionCriteria<ScopeFilter> {
  const single = anyOf.filter(criteria => criteria.length === 1);
  const several = anyOf.filter(criteria => criteria.length > 1);
  if (anyOf.some(criteria => criteria.length === 0)) {
    return EVERYTHING;
  }
  const filters: Array<PermissionCriteria<ScopeFilter>> = several.map(
    criteria => ({
      allOf: criteria.map(criterion => scopeFilter(index, [criterion])) as [
        ScopeFilter,
        ...ScopeFilter[],
      ],
    }),
  );
  if (single.length > 0) {
    filters.unshift(scopeFilter(index, single.flat()));
  }
  const [first, ...others] = filters;
  if (first === undefined) {
    return NOTHING;
  }
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

function scopeFilter(
  index: DecisionIndex,
  criteria: readonly CriterionFacts[],
): ScopeFilter {
  return {
    key: SCOPES_KEY,
    values: criteria.flatMap(({ field, operator, values }) => {
      switch (operator) {
        case 'equals':
          return values.map(value => `${field}:${value}`);
        case 'starts-with':
          return index.resources
            .valuesStartingWith(field, values)
            .map(value => `${field}:${value}`);
        default:
          return []; // matches nothing (S2.10)
      }
    }),
  };
}

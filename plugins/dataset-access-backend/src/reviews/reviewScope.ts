import {
  accessLevels,
  canonicalPrincipalRef,
  canonicalRef,
  compareLevels,
  DatasetAccessError,
  DecisionIndex,
  ReviewScope,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import { whereAmong } from '../database/whereAmong';
import { whereState } from '../grants/grantStateSql';

/** A scope with what it means at one moment. */
export interface ResolvedScope {
  scope: ReviewScope;
  /** Datasets of the domain; absent when the scope names none. */
  inDomain?: string[];
  now: Date;
}

/**
 * A scope with canonical refs.
 *
 * @throws `BAD_ENTITY_REF`, `BAD_DURATION`
 */
export function readScope(raw: ReviewScope): ReviewScope {
  if (raw.olderThan && !Duration.fromISO(raw.olderThan).isValid) {
    throw new DatasetAccessError('BAD_DURATION');
  }
  return {
    ...raw,
    ...(raw.domain && { domain: canonicalRef(raw.domain) }),
    ...(raw.datasets && { datasets: raw.datasets.map(canonicalRef) }),
    ...(raw.holder && { holder: canonicalPrincipalRef(raw.holder) }),
  };
}

/** Looks up what is in the scope's domain, also in the domains within it, as everywhere else. */
export function resolveScope(
  scope: ReviewScope,
  index: () => DecisionIndex,
  now: Date,
): ResolvedScope {
  const { domain } = scope;
  return {
    scope,
    now,
    inDomain: domain
      ? [...index().resources.all()]
          .filter(resource => resource.domainChain().includes(domain))
          .map(({ facts }) => facts.ref)
      : undefined,
  };
}

/** Keeps the grants of a scope that are in force, in a query over `access_grants as g`. */
export function whereInScope(
  knex: Knex,
  query: Knex.QueryBuilder,
  { scope, inDomain, now }: ResolvedScope,
): void {
  const { datasets, source, level, holder, olderThan, endless } = scope;
  whereState(query, 'active', now);
  if (inDomain) {
    whereAmong(knex, query, 'g.dataset_ref', inDomain);
  }
  if (datasets) {
    query.whereIn('g.dataset_ref', datasets);
  }
  if (source) {
    query.where('g.dataset_source', source);
  }
  if (level) {
    query.whereIn(
      'g.level',
      accessLevels.filter(one => compareLevels(one, level) >= 0),
    );
  }
  if (holder) {
    query.where('g.subject_ref', holder);
  }
  if (olderThan) {
    const before = DateTime.fromJSDate(now, { zone: 'utc' })
      .minus(Duration.fromISO(olderThan))
      .toJSDate();
    query.where('g.activated_at', '<', before);
  }
  if (endless) {
    query.whereNull('g.expires_at');
  }
}

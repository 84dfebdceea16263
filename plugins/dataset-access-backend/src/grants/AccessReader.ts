import {
  AccessLevel,
  accessLevels,
  AccessPath,
  decide,
  DecisionIndex,
  DecisionPath,
  domainGrantOf,
  domainGrantRuleIds,
  isBeingSetUp,
  isInForce,
  levelPrivilege,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Clock } from '../clock';
import { toIso } from '../database/columns';
import type { Dataset } from '../datasets/Dataset';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import type { GrantRecord } from './GrantRecord';

/** What some principals have on a dataset. */
export interface DatasetAccessPaths {
  /** In force now. */
  paths: AccessPath[];
  /** Approved, and not yet real in the source. */
  settingUp: GrantRecord[];
}

/** @see AccessReader */
export interface AccessReaderOptions {
  grants: DatabaseGrantStore;
  directory: Directory;
  decisions: { current(): DecisionIndex | undefined };
  clock: Clock;
}

/** Finds every path by which somebody has access to a dataset: own and group grants, ownership, and policies. */
export class AccessReader {
  readonly #options: AccessReaderOptions;

  constructor(options: AccessReaderOptions) {
    this.#options = options;
  }

  /**
   * @param subject - a user or group
   * @param principals - the subject with all groups it belongs to
   * @throws `CATALOG_UNAVAILABLE`
   */
  async of(
    dataset: Dataset,
    subject: string,
    principals: ReadonlySet<string>,
  ): Promise<DatasetAccessPaths> {
    const { grants, directory, clock } = this.#options;
    const now = clock.now();
    const living = await grants.living(dataset.ref, [...principals]);
    const owners = dataset.owners.filter(owner => principals.has(owner));
    const entities = await directory.entities([
      ...owners,
      ...living.map(grant => grant.subject.ref),
    ]);
    // A grant belongs to the dataset and the subject it was given for, not to whatever bears their names later (P-34)
    const bound = living.filter(
      grant =>
        grant.dataset.uid === dataset.uid &&
        grant.subject.uid === entities.get(grant.subject.ref)?.metadata.uid,
    );
    return {
      paths: [
        ...bound.filter(grant => isInForce(grant, now)).map(grantPath),
        ...owners
          .filter(owner => entities.has(owner))
          .map(
            (owner): AccessPath => ({
              kind: 'ownership',
              level: 'owner',
              via: owner,
            }),
          ),
        ...this.#rulePaths(dataset, subject, now),
      ],
      settingUp: bound.filter(isBeingSetUp),
    };
  }

  /**
   * Each policy and domain grant at the highest level it gives. Ownership is a policy, too, and listed already, as are
   * grants.
   */
  #rulePaths(dataset: Dataset, subject: string, now: Date): AccessPath[] {
    const index = this.#options.decisions.current();
    if (!index) {
      return [];
    }
    const paths = new Map<string, AccessPath>();
    for (const level of [...accessLevels].reverse()) {
      const decision = decide(index, {
        subject,
        privilege: levelPrivilege(level),
        resource: dataset.ref,
        now: now.getTime(),
      });
      for (const path of decision.paths) {
        const { rule, relation } = path;
        if (paths.has(rule.id) || relation.kind === 'owner') {
          continue;
        }
        if (rule.origin === 'policy') {
          paths.set(rule.id, policyPath(level, path));
        } else if (rule.origin === 'domain-grant') {
          paths.set(rule.id, domainPath(index, dataset, level, path));
        }
      }
    }
    return [...paths.values()];
  }
}

/** Whether a domain grant goes with access to the domain's datasets. */
function coversDatasets(index: DecisionIndex, grantId: string): boolean {
  return domainGrantRuleIds(grantId)
    .slice(1)
    .some(id => index.rules.get({ origin: 'domain-grant', id }));
}

/** How a path through a domain reads: to whom it was given, and by whom. */
function domainPath(
  index: DecisionIndex,
  { kind }: Dataset,
  level: AccessLevel,
  { rule, chain, until }: DecisionPath,
) {
  return {
    kind: 'domain',
    level,
    via: chain.at(-1)!,
    domain: rule.about,
    datasetLevelAccess:
      kind === 'domain'
        ? coversDatasets(index, domainGrantOf(rule.id))
        : undefined,
    grantId: domainGrantOf(rule.id),
    grantedBy: rule.givenBy,
    since: instant(rule.givenAt),
    expiresAt: instant(until),
  } satisfies AccessPath;
}

/** How a policy path reads: through whom the policy reaches the subject. */
function policyPath(level: AccessLevel, { rule, chain, until }: DecisionPath) {
  return {
    kind: 'policy',
    level,
    via: chain.at(-1)!,
    policy: { id: rule.id, name: rule.name },
    expiresAt: instant(until),
  } satisfies AccessPath;
}

function instant(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function grantPath(grant: GrantRecord): AccessPath {
  return {
    kind: 'grant',
    level: grant.level,
    via: grant.subject.ref,
    grantId: grant.id,
    requestId: grant.requestId,
    since: toIso(grant.activatedAt),
    expiresAt: toIso(grant.expiresAt),
    grantedBy: grant.grantedBy,
  };
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  DatasetAccessError,
  DecisionIndex,
  domainGrantRuleIds,
  grantStateAt,
  PrivilegeRegistry,
  ResourceFacts,
} from 'backstage-plugin-dataset-access-common';
import type { DecisionSource } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { Duration } from 'luxon';
import {
  Change,
  ChangePosition,
  ChangeSubject,
  DatabaseChanges,
} from '../changes/DatabaseChanges';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatabaseDomainGrantStore } from '../domains/DatabaseDomainGrantStore';
import type { DatabaseSnapshotStore } from '../domains/DatabaseSnapshotStore';
import { DomainGrantRules } from '../domains/DomainGrantRules';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import type { DatabasePolicyStore } from '../policies/DatabasePolicyStore';
import type { DatabaseResponsibilityStore } from '../responsibilities/DatabaseResponsibilityStore';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type { CatalogFacts } from './CatalogFacts';
import {
  bindingFacts,
  grantRule,
  policyRule,
  responsibilityFacts,
} from './ruleFacts';
import { standingFacts } from './standingFacts';

/** @see DecisionIndexKeeper */
export interface DecisionIndexKeeperOptions {
  changes: DatabaseChanges;
  policies: DatabasePolicyStore;
  roles: DatabaseRoleStore;
  responsibilities: DatabaseResponsibilityStore;
  grants: DatabaseGrantStore;
  domainGrants: DatabaseDomainGrantStore;
  snapshots: DatabaseSnapshotStore;
  catalogFacts: CatalogFacts;
  privileges: PrivilegeRegistry;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
}

const SHORTEST_PAUSE_MS = 1_000;

/** Numbers that are others when something is different: what follows from decisions need not look before. */
export interface DecisionRevisions {
  rules: number;
  catalog: number;
}

/**
 * Keeps this process's index of everything that decides about access. The database says what it is; after every commit of
 * this process, every notification of another one and every poll, the index is brought up to it, change by change.
 *
 * When that has failed for longer than the configured bound, there is no index: nothing is allowed rather than what was
 * allowed a while ago (design §6).
 */
export class DecisionIndexKeeper implements DecisionSource {
  readonly #options: DecisionIndexKeeperOptions;
  readonly #staleAfterMs: number;
  readonly #catalogStaleAfterMs: number;
  readonly #domainRules: DomainGrantRules;
  readonly #revisions: DecisionRevisions = { rules: 0, catalog: 0 };
  #index: DecisionIndex | undefined;
  #position: ChangePosition = '';
  #readAt = -Infinity;
  #catalogReadAt = -Infinity;
  /** Reads are numbered when they begin; one that ends after a later one has nothing new to say. */
  #begun = 0;
  #applied = 0;
  readonly #longestPauseMs: number;
  #catalogPauseMs = SHORTEST_PAUSE_MS;
  #catalogDueAt = -Infinity;

  constructor(options: DecisionIndexKeeperOptions) {
    this.#options = options;
    this.#domainRules = new DomainGrantRules(options);
    const { staleAfter, catalogStaleAfter, catalogEvery } =
      options.config.decisions;
    this.#longestPauseMs = Duration.fromISO(catalogEvery).toMillis();
    this.#staleAfterMs = Duration.fromISO(staleAfter).toMillis();
    this.#catalogStaleAfterMs = Duration.fromISO(catalogStaleAfter).toMillis();
  }

  current(): DecisionIndex | undefined {
    const now = performance.now();
    return now - this.#readAt < this.#staleAfterMs &&
      now - this.#catalogReadAt < this.#catalogStaleAfterMs
      ? this.#index
      : undefined;
  }

  get revisions(): DecisionRevisions {
    return { ...this.#revisions };
  }

  learn(entity: Entity): void {
    if (this.#index) {
      this.#options.catalogFacts.learn(this.#index, entity);
    }
  }

  describe(entity: Entity): ResourceFacts {
    return this.#options.catalogFacts.describe(entity);
  }

  /** @throws `DECISIONS_UNAVAILABLE` */
  require(): DecisionIndex {
    const index = this.current();
    if (!index) {
      throw new DatasetAccessError('DECISIONS_UNAVAILABLE');
    }
    return index;
  }

  /** Reads everything. Until that has succeeded once, nothing is allowed. */
  async start(): Promise<void> {
    const { changes, policies, roles, responsibilities, grants } =
      this.#options;
    const { clock, config, privileges, catalogFacts } = this.#options;
    const begunAt = performance.now();
    const position = await changes.position();
    const index = DecisionIndex.of(
      {
        rules: [
          ...(await policies.get()).map(one => policyRule(one, privileges)),
          ...(await grants.active(clock.now())).map(grantRule),
          ...(await this.#domainRules.all()),
        ],
        roleBindings: [
          ...(await roles.bindings()).map(bindingFacts),
          ...standingFacts(config).roleBindings,
        ],
        responsibilities: (await responsibilities.living(clock.now())).map(
          responsibilityFacts,
        ),
      },
      { implied: name => privileges.implied(name) },
    );
    this.#index = index;
    this.#position = position;
    this.#readAt = begunAt;
    await catalogFacts.refresh(index);
    this.#catalogReadAt = begunAt;
    this.#revisions.rules += 1;
    this.#revisions.catalog += 1;
  }

  /**
   * Brings the index up to what is committed now.
   *
   * @param connection - the transaction to read in, when the caller has one; it must not have changed anything yet
   */
  async catchUp(connection?: Knex): Promise<void> {
    const index = this.#index;
    if (!index) {
      return;
    }
    this.#begun += 1;
    const begun = this.#begun;
    const begunAt = performance.now();
    const { changes } = this.#options;
    const news = await changes.since(this.#position, connection);
    const apply = await this.#read(news.changes, connection);
    if (begun > this.#applied) {
      this.#applied = begun;
      this.#position = news.position;
      this.#readAt = begunAt;
      apply(index);
      this.#revisions.rules += news.changes.length > 0 ? 1 : 0;
    }
  }

  /** As {@link catchUp}, for those that cannot do anything about a failure. */
  async tryCatchUp(): Promise<void> {
    try {
      await (this.#index ? this.catchUp() : this.start());
    } catch (error) {
      this.#options.logger.warn(
        `Cannot read who may do what; trying again: ${stringifyError(error)}`,
      );
    }
  }

  /**
   * Reads the catalog again when it is time: soon after something in it has changed, and ever more rarely, down to the
   * configured interval, while nothing does. A large catalog is given time to breathe.
   */
  async followCatalog(): Promise<void> {
    if (performance.now() < this.#catalogDueAt) {
      return;
    }
    const begunAt = performance.now();
    const changed = await this.refreshCatalog();
    const tookMs = performance.now() - begunAt;
    this.#catalogPauseMs =
      changed > 0
        ? SHORTEST_PAUSE_MS
        : Math.min(this.#catalogPauseMs * 2, this.#longestPauseMs);
    this.#catalogDueAt =
      performance.now() + Math.max(this.#catalogPauseMs, 4 * tookMs);
  }

  /**
   * Reads the catalog again.
   *
   * @returns how many entities are different
   */
  async refreshCatalog(): Promise<number> {
    const index = this.#index;
    if (!index) {
      await this.tryCatchUp();
      return 1;
    }
    const begunAt = performance.now();
    try {
      const changed = await this.#options.catalogFacts.refresh(index);
      this.#catalogReadAt = begunAt;
      this.#revisions.catalog += changed > 0 ? 1 : 0;
      return changed;
    } catch (error) {
      this.#options.logger.warn(
        `Cannot read the catalog for decisions; trying again: ${stringifyError(
          error,
        )}`,
      );
      return 0;
    }
  }

  /** Reads what some changes are about now; what comes back puts it into the index. */
  async #read(
    changes: readonly Change[],
    connection: Knex | undefined,
  ): Promise<(index: DecisionIndex) => void> {
    const { policies, roles, responsibilities, grants } = this.#options;
    const { clock, privileges } = this.#options;
    const ids = (type: ChangeSubject) => [
      ...new Set(changes.flatMap(one => (one.type === type ? one.id : []))),
    ];
    const changed = {
      policies: ids('policy'),
      bindings: ids('role-binding'),
      responsibilities: ids('responsibility'),
      grants: ids('grant'),
      domainGrants: ids('domain-grant'),
    };
    const now = {
      policies: await inParts(changed.policies, some =>
        policies.get(some, connection),
      ),
      bindings: await inParts(changed.bindings, some =>
        roles.bindings(some, connection),
      ),
      responsibilities: await inParts(changed.responsibilities, some =>
        responsibilities.get(some, connection),
      ),
      grants: await inParts(changed.grants, some =>
        grants.get(some, connection),
      ),
      domainRules: await inParts(changed.domainGrants, some =>
        this.#domainRules.of(some, connection),
      ),
    };
    return index => {
      eachGone(changed.policies, now.policies, id =>
        index.deleteRule({ origin: 'policy', id }),
      );
      eachGone(changed.bindings, now.bindings, id =>
        index.deleteRoleBinding(id),
      );
      eachGone(changed.responsibilities, now.responsibilities, id =>
        index.deleteResponsibility(id),
      );
      for (const policy of now.policies) {
        index.setRule(policyRule(policy, privileges));
      }
      for (const binding of now.bindings) {
        index.setRoleBinding(bindingFacts(binding));
      }
      for (const responsibility of now.responsibilities) {
        index.setResponsibility(responsibilityFacts(responsibility));
      }
      for (const id of changed.domainGrants.flatMap(domainGrantRuleIds)) {
        index.deleteRule({ origin: 'domain-grant', id });
      }
      now.domainRules.forEach(rule => index.setRule(rule));
      for (const grant of now.grants) {
        if (grantStateAt(grant, clock.now()) === 'active') {
          index.setRule(grantRule(grant));
        } else {
          index.deleteRule({ origin: 'grant', id: grant.id });
        }
      }
    };
  }
}

/** Databases bind only so many values in one statement: 32,766 on SQLite, 65,535 on PostgreSQL. */
const IDS_AT_ONCE = 10_000;

async function inParts<T>(
  ids: readonly string[],
  read: (ids: string[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[][] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    found.push(await read(ids.slice(from, from + IDS_AT_ONCE)));
  }
  return found.flat();
}

function eachGone(
  changed: readonly string[],
  there: ReadonlyArray<{ id: string }>,
  forget: (id: string) => void,
): void {
  const left = new Set(there.map(({ id }) => id));
  changed.filter(id => !left.has(id)).forEach(forget);
}

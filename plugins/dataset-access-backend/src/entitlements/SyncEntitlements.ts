import type { Knex } from 'knex';
import { Duration } from 'luxon';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type {
  DecisionIndexKeeper,
  DecisionRevisions,
} from '../decisions/DecisionIndexKeeper';
import type { DatabaseDomainGrantStore } from '../domains/DatabaseDomainGrantStore';
import type { DomainGrantRecord } from '../domains/DomainGrantRecord';
import type { Connectors } from './Connectors';
import type { DatabaseEntitlementStore } from './DatabaseEntitlementStore';
import {
  EntitlementKey,
  EntitlementRecord,
  isSettled,
  entitlementName,
} from './EntitlementRecord';
import type { EntitlementWishes } from './EntitlementWishes';
import type { ServedDataset, ServedDatasets } from './ServedDatasets';
import { domainLevel, WantedAccess } from './WantedAccess';

/** @see SyncEntitlements */
export interface SyncEntitlementsOptions {
  knex: Knex;
  served: ServedDatasets;
  connectors: Connectors;
  entitlements: DatabaseEntitlementStore;
  wishes: EntitlementWishes;
  wanted: WantedAccess;
  domainGrants: DatabaseDomainGrantStore;
  decisions: DecisionIndexKeeper;
  config: DatasetAccessConfig;
  clock: Clock;
  afterChange: () => Promise<void>;
}

const PAGE = 500;

/**
 * Keeps sources in step with what follows from grants of domains: a dataset that is added, moved or labelled, a domain that
 * is shared or taken back. Access through domains is computed, never stored per dataset (design §4), so what connectors have
 * to make of it is found by comparing, and only differences are written.
 */
export class SyncEntitlements {
  readonly #options: SyncEntitlementsOptions;
  #seen: Partial<DecisionRevisions> = {};
  #ranAt = -Infinity;
  #datasets: ServedDataset[] | undefined;

  constructor(options: SyncEntitlementsOptions) {
    this.#options = options;
  }

  /** Compares when something may be different since the last time, or when the last time is long ago. */
  async runWhenNeeded(signal?: AbortSignal): Promise<void> {
    const { decisions, config } = this.#options;
    const { rules, catalog } = decisions.revisions;
    const longAgo =
      performance.now() - this.#ranAt >=
      Duration.fromISO(config.drift.compareEvery).toMillis();
    if (longAgo || catalog !== this.#seen.catalog) {
      // annotations say what a connector serves, and are no news to decisions
      this.#datasets = undefined;
    }
    if (
      longAgo ||
      catalog !== this.#seen.catalog ||
      rules !== this.#seen.rules
    ) {
      await this.run(signal);
      this.#seen = { rules, catalog };
    }
  }

  /** @throws `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE`; nothing is changed then */
  async run(signal?: AbortSignal): Promise<void> {
    const { connectors, afterChange } = this.#options;
    if (connectors.isEmpty) {
      return;
    }
    await this.#wishForNew();
    await this.#wishForChanged(signal);
    this.#ranAt = performance.now();
    await afterChange();
  }

  /** What domains give and nobody has been given yet. */
  async #wishForNew(): Promise<void> {
    const { domainGrants, decisions, served, clock } = this.#options;
    const now = clock.now();
    const sharing = (await domainGrants.open(now)).filter(
      ({ datasetLevelAccess }) => datasetLevelAccess,
    );
    if (sharing.length === 0) {
      return;
    }
    await decisions.catchUp();
    const index = decisions.require();
    const wanted: EntitlementKey[] = [];
    this.#datasets ??= await served.all();
    for (const dataset of this.#datasets) {
      const chain = index.resources.get(dataset.ref)?.domainChain() ?? [];
      for (const subject of subjectsOf(sharing, chain)) {
        const key = { connector: dataset.connector, dataset, subject };
        if (domainLevel(index, key, now)) {
          wanted.push(key);
        }
      }
    }
    const known = new Set<string>();
    for await (const page of this.#known()) {
      page.forEach(one => known.add(entitlementName(one)));
    }
    await this.#wish(wanted.filter(key => !known.has(entitlementName(key))));
  }

  /** What was given and is not, or not so, wanted any more; whatever the reason that nobody noticed. */
  async #wishForChanged(signal: AbortSignal | undefined): Promise<void> {
    const { wanted } = this.#options;
    for await (const page of this.#known()) {
      const settled = page.filter(isSettled);
      const levels = await wanted.ofMany(settled);
      const changed = settled.filter(
        ({ id, level }) => levels.get(id) !== level,
      );
      await this.#wish(changed);
      if (signal?.aborted) {
        return;
      }
    }
  }

  async #wish(keys: readonly EntitlementKey[]): Promise<void> {
    const { knex, wishes, clock } = this.#options;
    if (keys.length > 0) {
      await runTransaction(knex, trx => wishes.record(trx, keys, clock.now()));
    }
  }

  async *#known(): AsyncGenerator<EntitlementRecord[]> {
    let page: EntitlementRecord[];
    let after = '';
    do {
      page = await this.#options.entitlements.page(after, PAGE);
      after = page.at(-1)?.id ?? after;
      yield page;
    } while (page.length === PAGE);
  }
}

/** Who was given one of some domains, each once. */
function subjectsOf(
  sharing: readonly DomainGrantRecord[],
  domains: readonly string[],
): Array<DomainGrantRecord['subject']> {
  return [
    ...new Map(
      sharing
        .filter(({ domain }) => domains.includes(domain.ref))
        .map(({ subject }) => [subject.uid, subject]),
    ).values(),
  ];
}

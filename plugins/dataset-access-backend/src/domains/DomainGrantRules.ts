import {
  domainGrantRules,
  RuleFacts,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import type { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import {
  domainGrantFacts,
  DomainGrantRecord,
  isOpen,
} from './DomainGrantRecord';

/** @see DomainGrantRules */
export interface DomainGrantRulesOptions {
  domainGrants: DatabaseDomainGrantStore;
  snapshots: DatabaseSnapshotStore;
  clock: Clock;
}

/** Reads domain grants as the rules that decisions are made from. */
export class DomainGrantRules {
  readonly #options: DomainGrantRulesOptions;

  constructor(options: DomainGrantRulesOptions) {
    this.#options = options;
  }

  /** The rules of all grants that give access, or may at a later time. */
  async all(): Promise<RuleFacts[]> {
    const { domainGrants, clock } = this.#options;
    return this.#rules(await domainGrants.open(clock.now()));
  }

  /** The rules of some grants; none for those that are over. */
  async of(ids: readonly string[], connection?: Knex): Promise<RuleFacts[]> {
    const { domainGrants, clock } = this.#options;
    const grants = await domainGrants.get(ids, connection);
    return this.#rules(
      grants.filter(grant => isOpen(grant, clock.now())),
      connection,
    );
  }

  async #rules(
    grants: readonly DomainGrantRecord[],
    connection?: Knex,
  ): Promise<RuleFacts[]> {
    const datasets = await this.#options.snapshots.datasetsOf(
      grants.flatMap(({ snapshot }) => snapshot?.id ?? []),
      connection,
    );
    return grants.flatMap(grant =>
      domainGrantRules(
        domainGrantFacts(
          grant,
          grant.snapshot && datasets.get(grant.snapshot.id),
        ),
      ),
    );
  }
}

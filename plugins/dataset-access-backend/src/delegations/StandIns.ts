import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Clock } from '../clock';
import type { DatabaseDelegationStore } from './DatabaseDelegationStore';
import type { DelegationRecord } from './DelegationRecord';

/** Somebody who is away, and who decides meanwhile. */
export interface StandIn {
  approver: string;
  delegate: string;
}

/** @see StandIns */
export interface StandInsOptions {
  delegations: Pick<DatabaseDelegationStore, 'inForce'>;
  directory: Directory;
  clock: Clock;
}

/**
 * Says who stands in for whom right now. Both have to be who they were when it was agreed (P-34), and it goes one step only:
 * whoever stands in cannot pass it on.
 */
export class StandIns {
  readonly #options: StandInsOptions;

  constructor(options: StandInsOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async inForce(): Promise<StandIn[]> {
    return this.#present(await this.#now());
  }

  /**
   * Those whose place somebody takes.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async placesOf(userRef: string): Promise<string[]> {
    const all = await this.#now();
    const found = await this.#present(
      all.filter(({ delegate }) => delegate.ref === userRef),
    );
    return [...new Set(found.map(({ approver }) => approver))];
  }

  #now(): Promise<DelegationRecord[]> {
    const { delegations, clock } = this.#options;
    return delegations.inForce(clock.now());
  }

  async #present(records: readonly DelegationRecord[]): Promise<StandIn[]> {
    if (records.length === 0) {
      return [];
    }
    const entities = await this.#options.directory.entities(
      records.flatMap(({ approver, delegate }) => [approver.ref, delegate.ref]),
    );
    const isAsItWas = ({ ref, uid }: DelegationRecord['approver']) =>
      entities.get(ref)?.metadata.uid === uid;
    return records
      .filter(one => isAsItWas(one.approver) && isAsItWas(one.delegate))
      .map(({ approver, delegate }) => ({
        approver: approver.ref,
        delegate: delegate.ref,
      }));
  }
}

import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import {
  ConnectorProblem,
  SourceConnector,
  SourceHolding,
  SourceLocation,
  SourceOrder,
  SourceStep,
  SourceTarget,
} from 'backstage-plugin-dataset-access-node';

interface Place {
  dataset: string;
  holder: string;
}

/** A source that holds nothing but who may do what, in memory, and a connector that gives and takes it. */
export class MemorySource implements SourceConnector {
  readonly id = 'memory';
  readonly title = 'Memory';
  readonly capabilities = {
    levels: ['read-only', 'editor', 'owner'],
    columnLists: false,
    expiryInSource: false,
  } as const;
  /** While set, every call fails with it, as when the source is down. */
  problem: ConnectorProblem | undefined;
  readonly #served: readonly string[];
  readonly #levels = new Map<string, AccessLevel>();

  /** @param served - refs of the datasets that are there */
  constructor(served: readonly string[]) {
    this.#served = served;
  }

  /** What holders have on a dataset now, such as `user:default/ana: editor`. */
  given(dataset: string): string[] {
    return [...this.#levels]
      .filter(([key]) => placeOf(key).dataset === dataset)
      .map(([key, level]) => `${placeOf(key).holder}: ${level}`)
      .sort();
  }

  serves(dataset: Entity): boolean {
    return this.#served.includes(stringifyEntityRef(dataset));
  }

  async locate(dataset: Entity, subject: Entity): Promise<SourceLocation> {
    this.#reach();
    const objects = stringifyEntityRef(dataset);
    const holder = stringifyEntityRef(subject);
    return { target: { dataset: objects, holder }, holder, objects };
  }

  async plan({ wanted, former }: SourceOrder): Promise<SourceStep[]> {
    this.#reach();
    const levels = new Map<string, AccessLevel | undefined>(
      former.map(target => [keyOf(target), undefined]),
    );
    if (wanted) {
      levels.set(keyOf(wanted.target), wanted.level);
    }
    return [...levels]
      .filter(([key, level]) => this.#levels.get(key) !== level)
      .map(([key, level]) => ({
        effect: level ? 'grant' : 'revoke',
        text: `${key} := ${level ?? 'nothing'}`,
      }));
  }

  async apply(order: SourceOrder): Promise<SourceStep[]> {
    const steps = await this.plan(order);
    order.former.forEach(target => this.#levels.delete(keyOf(target)));
    if (order.wanted) {
      this.#levels.set(keyOf(order.wanted.target), order.wanted.level);
    }
    return steps;
  }

  revoke(order: Pick<SourceOrder, 'former' | 'others'>): Promise<SourceStep[]> {
    return this.apply({ ...order, wanted: undefined });
  }

  async read(dataset: Entity): Promise<SourceHolding[]> {
    this.#reach();
    const ref = stringifyEntityRef(dataset);
    return [...this.#levels]
      .map(([key, level]) => ({ ...placeOf(key), level }))
      .filter(one => one.dataset === ref)
      .map(({ holder, level }) => ({
        target: { dataset: ref, holder },
        holder,
        privileges: [level],
        level,
        ours: true,
      }));
  }

  #reach(): void {
    if (this.problem) {
      throw this.problem;
    }
  }
}

function keyOf({ dataset, holder }: SourceTarget): string {
  return `${dataset} ${holder}`;
}

function placeOf(key: string): Place {
  const [dataset, holder] = key.split(' ');
  return { dataset, holder };
}

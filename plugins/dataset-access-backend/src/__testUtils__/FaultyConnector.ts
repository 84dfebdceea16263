import {
  ConnectorProblem,
  SourceConnector,
  SourceHolding,
  SourceLocation,
  SourceOrder,
  SourceStep,
} from 'backstage-plugin-dataset-access-node';
import type { Entity } from '@backstage/catalog-model';

/** How a call to a source goes wrong. `after`: it was done, and nobody hears of it, as when the process is killed then. */
export type Fault = 'down' | 'before' | 'after';

/** A connector whose source fails as a test says. */
export class FaultyConnector implements SourceConnector {
  readonly id: string;
  readonly title: string;
  readonly capabilities: SourceConnector['capabilities'];
  /** Asked before each call, with its name. */
  fault: (call: keyof SourceConnector) => Fault | undefined = () => undefined;
  /** How a call ends that was done and nobody hears of. */
  afterwards: () => Promise<never> = async () => {
    throw new Error('Connection terminated unexpectedly');
  };
  readonly #inner: SourceConnector;

  constructor(inner: SourceConnector) {
    this.#inner = inner;
    this.id = inner.id;
    this.title = inner.title;
    this.capabilities = inner.capabilities;
  }

  serves(dataset: Entity): boolean {
    return this.#inner.serves(dataset);
  }

  locate(dataset: Entity, subject: Entity): Promise<SourceLocation> {
    return this.#call('locate', () => this.#inner.locate(dataset, subject));
  }

  plan(order: SourceOrder): Promise<SourceStep[]> {
    return this.#call('plan', () => this.#inner.plan(order));
  }

  apply(order: SourceOrder): Promise<SourceStep[]> {
    return this.#call('apply', () => this.#inner.apply(order));
  }

  revoke(order: Pick<SourceOrder, 'former' | 'others'>): Promise<SourceStep[]> {
    return this.#call('revoke', () => this.#inner.revoke(order));
  }

  read(dataset: Entity): Promise<SourceHolding[]> {
    return this.#call('read', () => this.#inner.read(dataset));
  }

  async #call<T>(
    name: keyof SourceConnector,
    run: () => Promise<T>,
  ): Promise<T> {
    const fault = this.fault(name);
    if (fault === 'down') {
      throw new ConnectorProblem(
        'SOURCE_UNAVAILABLE',
        'The source cannot be reached.',
      );
    }
    if (fault === 'before') {
      throw new Error('Connection terminated unexpectedly');
    }
    const result = await run();
    if (fault === 'after') {
      return this.afterwards();
    }
    return result;
  }
}

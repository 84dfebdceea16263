import type { Entity } from '@backstage/catalog-model';
import {
  ConnectorProblem,
  SourceConnector,
} from 'backstage-plugin-dataset-access-node';
import { MANUAL } from '../grants/GrantRecord';

/** The connectors that modules have brought. */
export class Connectors {
  readonly #connectors = new Map<string, SourceConnector>();

  /** @throws Error when there is one of the same id, or when the id is that of manual work */
  add(connector: SourceConnector): void {
    const { id } = connector;
    if (id === MANUAL || !/^[a-z][a-z0-9-]{0,62}$/.test(id)) {
      throw new Error(
        `A connector cannot be called "${id}": lower-case letters, digits and dashes, and not ${MANUAL}`,
      );
    }
    if (this.#connectors.has(id)) {
      throw new Error(`There are two connectors called "${id}"`);
    }
    this.#connectors.set(id, connector);
  }

  get isEmpty(): boolean {
    return this.#connectors.size === 0;
  }

  /** The connector of a dataset, or undefined when people make access to it real. */
  serving(dataset: Entity): SourceConnector | undefined {
    return [...this.#connectors.values()].find(one => one.serves(dataset));
  }

  /** The id of what makes access to a dataset real. */
  idFor(dataset: Entity): string {
    return this.serving(dataset)?.id ?? MANUAL;
  }

  /** @throws ConnectorProblem `MISCONFIGURED` when it is not installed any more */
  require(id: string): SourceConnector {
    const connector = this.#connectors.get(id);
    if (!connector) {
      throw new ConnectorProblem(
        'MISCONFIGURED',
        `The connector "${id}" is not installed any more. Install it again, so that what it gave can be taken back.`,
      );
    }
    return connector;
  }
}

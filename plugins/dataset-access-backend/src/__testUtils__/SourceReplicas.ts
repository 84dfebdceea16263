import type { JsonObject } from '@backstage/types';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { FaultyConnector } from './FaultyConnector';
import type { SourceDatabase } from './SourceDatabase';
import { TestProduct } from './TestProduct';
import { withUids, WorldEntity } from './world';

/** One of several processes of the portal. */
export interface SourceReplica {
  product: TestProduct;
  connector: FaultyConnector;
}

/** Processes that share a database, a catalog and a source, and can be killed. */
export class SourceReplicas {
  readonly #knex: Knex;
  readonly #source: SourceDatabase;
  readonly #world: WorldEntity[];
  readonly #config: JsonObject;
  readonly #hung: Array<() => void> = [];
  readonly #dead: Array<Promise<void>> = [];
  #passed: string[] = [];
  replicas: SourceReplica[] = [];

  static async start(
    knex: Knex,
    source: SourceDatabase,
    world: readonly WorldEntity[],
    config: JsonObject,
  ): Promise<SourceReplicas> {
    const all = new SourceReplicas(knex, source, world, config);
    all.replicas = [await all.#begin(), await all.#begin()];
    return all;
  }

  private constructor(
    knex: Knex,
    source: SourceDatabase,
    world: readonly WorldEntity[],
    config: JsonObject,
  ) {
    this.#knex = knex;
    this.#config = config;
    this.#source = source;
    this.#world = withUids(world);
  }

  get first(): TestProduct {
    return this.replicas[0].product;
  }

  /** Adds an entity to the catalog that all of them read. */
  put(entity: WorldEntity): void {
    const [whole] = withUids([entity]);
    this.#world.push(whole);
    this.replicas.forEach(({ product }) => product.catalog.put(whole));
  }

  advance(duration: string): void {
    this.#passed.push(duration);
    this.replicas.forEach(({ product }) => product.clock.advance(duration));
  }

  /**
   * Kills one while it is at the source: the statement is done, and nobody ever hears of it. Another process takes its place.
   */
  async killAtTheSource(index: number): Promise<void> {
    const { product, connector } = this.replicas[index];
    const hangs = new Promise<void>(resolve => {
      connector.fault = call =>
        call === 'apply' || call === 'revoke' ? 'after' : undefined;
      connector.afterwards = () =>
        new Promise((_, reject) => {
          resolve();
          const end = () => {
            connector.fault = () => undefined;
            reject(new Error('This process was held up'));
          };
          if (connector.fault('apply')) {
            this.#hung.push(end);
          } else {
            // it was at the source twice, and has found out already
            end();
          }
        });
    });
    const ended = product.deliver();
    // with nothing to deliver it is killed while idle
    await Promise.race([hangs, ended]);
    this.#dead.push(ended);
    this.replicas[index] = await this.#begin();
  }

  /** Lets the dead ones find out, so that nothing is left behind. What they do then is what a process does that was only held up. */
  async bury(): Promise<void> {
    this.#hung.splice(0).forEach(end => end());
    await Promise.all(this.#dead.splice(0));
  }

  async #begin(): Promise<SourceReplica> {
    const connector = new FaultyConnector(this.#source.connector());
    const product = await TestProduct.start({
      knex: this.#knex,
      world: this.#world,
      connectors: [connector],
      config: this.#config,
    });
    this.#passed.forEach(duration => product.clock.advance(duration));
    return { product, connector };
  }
}

/** What a level is in the source. */
export const privilegesOf: Record<AccessLevel, string[]> = {
  'read-only': ['SELECT'],
  editor: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
  owner: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
};

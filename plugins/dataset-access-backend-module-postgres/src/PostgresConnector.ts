import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { accessLevels } from 'backstage-plugin-dataset-access-common';
import {
  type ConnectorCapabilities,
  ConnectorProblem,
  type SourceConnector,
  type SourceHolding,
  type SourceLocation,
  type SourceOrder,
  type SourceStep,
} from 'backstage-plugin-dataset-access-node';
import { readHeldItems } from './accessLists';
import { mustBeAnother, mustGrantInItsOwnName } from './accountRights';
import {
  hasObjects,
  objectPatterns,
  patternText,
  POSTGRES_ROLE_ANNOTATION,
  sourceName,
} from './annotations';
import { datasetObjects } from './datasetObjects';
import { toHoldings } from './holdings';
import type { PostgresSettings } from './PostgresSettings';
import { roleName } from './roleName';
import { Source } from './Source';
import { SourceCatalog } from './SourceCatalog';
import { parseSettings } from './sourceOptions';
import { sourceWishes } from './sourceWishes';
import { toTarget } from './targets';

/** @public */
export interface PostgresConnectorOptions extends PostgresSettings {
  logger?: Pick<LoggerService, 'warn'>;
}

/**
 * Gives access with GRANT and takes it back with REVOKE, in the databases of the configuration. What its own role granted
 * there is its own; whatever others granted it leaves alone.
 *
 * @public
 */
export class PostgresConnector implements SourceConnector {
  readonly id = 'postgres';
  readonly title = 'PostgreSQL';
  readonly capabilities: ConnectorCapabilities;
  readonly #sources: ReadonlyMap<string, Source>;

  /** @throws Error when the settings are wrong, naming each key; nothing is connected to yet */
  constructor({ logger, ...settings }: PostgresConnectorOptions) {
    const sources = [...parseSettings(settings)].map(
      ([name, options]) => new Source(name, options, logger),
    );
    this.#sources = new Map(sources.map(source => [source.name, source]));
    this.capabilities = {
      levels: accessLevels.filter(level =>
        sources.some(({ levels }) => levels[level]),
      ),
      columnLists: false,
      expiryInSource: false,
    };
  }

  serves(dataset: Entity): boolean {
    return hasObjects(dataset);
  }

  async locate(dataset: Entity, subject: Entity): Promise<SourceLocation> {
    const { source, patterns } = this.#placeOf(dataset);
    const name = roleName(subject, source.templates);
    return source.pool.transaction('read', async client => {
      const catalog = new SourceCatalog(client);
      const account = await catalog.account();
      const role = await catalog.roleByName(name);
      if (!role) {
        throw new ConnectorProblem(
          'SUBJECT_MISSING',
          `The source ${
            source.name
          } has no role ${name}. Create it for ${stringifyEntityRef(
            subject,
          )}, or name another one in the annotation ${POSTGRES_ROLE_ANNOTATION}.`,
        );
      }
      const objects = await datasetObjects(source.name, catalog, patterns);
      mustGrantInItsOwnName(source.name, account, objects.values());
      mustBeAnother(source.name, account, role.name);
      return {
        target: toTarget(
          { source: source.name, database: account.database, role: role.id },
          objects.values(),
        ),
        holder: role.name,
        objects: patterns.map(patternText).join(', '),
      };
    });
  }

  async plan(order: SourceOrder): Promise<SourceStep[]> {
    const steps: SourceStep[] = [];
    for (const [name, wish] of this.#wishes(order)) {
      steps.push(...(await this.#source(name).plan(wish)));
    }
    return steps;
  }

  async apply(order: SourceOrder): Promise<SourceStep[]> {
    const wishes = [...this.#wishes(order)].map(([name, wish]) => ({
      source: this.#source(name),
      wish,
    }));
    const steps: SourceStep[][] = [];
    // each source's transaction ends only after those of the next ones have, so that a failure in one undoes all
    const carryOut = async (index: number): Promise<void> => {
      if (index < wishes.length) {
        const { source, wish } = wishes[index];
        steps[index] = await source.apply(wish, () => carryOut(index + 1));
      }
    };
    await carryOut(0);
    return steps.flat();
  }

  async revoke(
    order: Pick<SourceOrder, 'former' | 'others'>,
  ): Promise<SourceStep[]> {
    return this.apply({ former: order.former, others: order.others });
  }

  async read(dataset: Entity): Promise<SourceHolding[]> {
    const { source, patterns } = this.#placeOf(dataset);
    return source.pool.transaction('read', async client => {
      const catalog = new SourceCatalog(client);
      const objects = await datasetObjects(source.name, catalog, patterns);
      return toHoldings(await readHeldItems(client, [...objects.keys()]), {
        source: source.name,
        account: await catalog.account(),
        levels: source.levels,
        objects: [...objects.values()],
      });
    });
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#sources.values()].map(({ pool }) => pool.close()),
    );
  }

  #placeOf(dataset: Entity) {
    const name = sourceName(dataset, [...this.#sources.keys()]);
    return {
      source: this.#source(name),
      patterns: objectPatterns(dataset),
    };
  }

  #wishes(order: SourceOrder) {
    return sourceWishes(order, name => this.#source(name).levels);
  }

  #source(name: string): Source {
    const source = this.#sources.get(name);
    if (!source) {
      throw new ConnectorProblem(
        'MISCONFIGURED',
        `The source ${name} is not configured any more, and there is access in it. Configure it until that has been taken back.`,
      );
    }
    return source;
  }
}

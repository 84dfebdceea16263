import type { Entity } from '@backstage/catalog-model';
import {
  type AccessLevel,
  maxLevel,
} from 'backstage-plugin-dataset-access-common';
import { ConnectorProblem } from '../../ConnectorProblem';
import type {
  ConnectorCapabilities,
  SourceConnector,
  SourceEntitlement,
  SourceHolding,
  SourceLocation,
  SourceOrder,
  SourceStep,
} from '../../SourceConnector';

type Giver = 'connector' | 'somebody';

/** One privilege on one table. */
interface Item {
  table: string;
  role: string;
  privilege: string;
  by: Giver;
}

interface Target {
  role: string;
  tables: string[];
  [key: string]: string | string[];
}

const PRIVILEGES: Partial<Record<AccessLevel, string[]>> = {
  'read-only': ['read'],
  editor: ['read', 'write'],
};
const LEVELS = ['read-only', 'editor'] as const;

/** A source in which there are only tables, roles and what these may do on those. */
export class MemorySource {
  readonly tables = new Set(['bookings', 'fares', 'seats']);
  readonly roles = new Set(['ann', 'ben']);
  items: Item[] = [];
  isDown = false;

  mustBeUp(): void {
    if (this.isDown) {
      throw new ConnectorProblem(
        'SOURCE_UNAVAILABLE',
        'The source cannot be reached.',
      );
    }
  }

  give(by: Giver, role: string, tables: string[], level: AccessLevel): void {
    for (const table of tables) {
      for (const privilege of PRIVILEGES[level] ?? []) {
        this.items.push({ table, role, privilege, by });
      }
    }
  }

  /** The highest level that some items are on all of some tables. */
  levelOf(items: Item[], tables: string[]): AccessLevel | undefined {
    return maxLevel(
      LEVELS.filter(level =>
        tables.every(table =>
          PRIVILEGES[level]!.every(privilege =>
            items.some(
              item => item.table === table && item.privilege === privilege,
            ),
          ),
        ),
      ),
    );
  }
}

/** The tables that a dataset says it is. */
export function tablesOf(dataset: Entity): string[] {
  return dataset.metadata.annotations?.tables?.split(' ') ?? [];
}

/** A connector that does as it should, for rules to pass on and for tests to spoil. */
export class MemoryConnector implements SourceConnector {
  readonly id: string = 'memory';
  readonly title: string = 'Memory';
  readonly capabilities: ConnectorCapabilities = {
    levels: LEVELS,
    columnLists: false,
    expiryInSource: false,
  };

  constructor(readonly source: MemorySource) {}

  serves(dataset: Entity): boolean {
    return tablesOf(dataset).length > 0;
  }

  async locate(dataset: Entity, subject: Entity): Promise<SourceLocation> {
    this.source.mustBeUp();
    const target = { role: subject.metadata.name, tables: tablesOf(dataset) };
    this.mustExist(target);
    return {
      target,
      holder: target.role,
      objects: target.tables.join(', '),
    };
  }

  async plan(order: SourceOrder): Promise<SourceStep[]> {
    const { granted, revoked } = this.changes(order);
    return [
      ...granted.map(item => ({
        effect: 'grant' as const,
        text: `give ${item.role} ${item.privilege} on ${item.table}`,
      })),
      ...revoked.map(item => ({
        effect: 'revoke' as const,
        text: `take ${item.privilege} on ${item.table} from ${item.role}`,
      })),
    ];
  }

  async apply(order: SourceOrder): Promise<SourceStep[]> {
    const steps = await this.plan(order);
    const { granted, revoked } = this.changes(order);
    this.source.items = [
      ...this.source.items.filter(item => !revoked.includes(item)),
      ...granted,
    ];
    return steps;
  }

  async revoke(
    order: Pick<SourceOrder, 'former' | 'others'>,
  ): Promise<SourceStep[]> {
    return this.apply(order);
  }

  async read(dataset: Entity): Promise<SourceHolding[]> {
    this.source.mustBeUp();
    const tables = tablesOf(dataset);
    this.mustExist({ tables });
    const { items } = this.source;
    return [...this.source.roles].flatMap(role =>
      (['connector', 'somebody'] as const).flatMap(by => {
        const held = items.filter(
          item =>
            item.role === role && item.by === by && tables.includes(item.table),
        );
        const level = this.source.levelOf(held, tables);
        return held.length === 0
          ? []
          : {
              target: { role, tables },
              holder: role,
              privileges: [...new Set(held.map(one => one.privilege))].sort(),
              ...(level && { level }),
              ours: by === 'connector',
            };
      }),
    );
  }

  private changes({ wanted, former, others }: SourceOrder) {
    this.source.mustBeUp();
    if (wanted && !this.capabilities.levels.includes(wanted.level)) {
      throw new ConnectorProblem('LEVEL_NOT_SUPPORTED', 'No such level.');
    }
    if (wanted) {
      this.mustExist(wanted.target as Target);
    }
    const wants = wanted ? this.itemsOf(wanted) : [];
    const keeps = [...wants, ...others.flatMap(one => this.itemsOf(one))];
    const places = [wanted?.target, ...former].flatMap(target =>
      target ? [target as Target] : [],
    );
    const own = this.source.items.filter(({ by }) => by === 'connector');
    return {
      granted: wants.filter(item => !own.some(one => isSame(one, item))),
      revoked: own.filter(
        item =>
          places.some(
            ({ role, tables }) =>
              item.role === role && tables.includes(item.table),
          ) && !keeps.some(one => isSame(one, item)),
      ),
    };
  }

  private itemsOf({ target, level }: SourceEntitlement): Item[] {
    const { role, tables } = target as Target;
    return tables.flatMap(table =>
      PRIVILEGES[level]!.map(privilege => ({
        ...{ table, role, privilege },
        by: 'connector' as const,
      })),
    );
  }

  private mustExist({ role, tables }: { role?: string; tables: string[] }) {
    if (role && !this.source.roles.has(role)) {
      throw new ConnectorProblem('SUBJECT_MISSING', `No role ${role}.`);
    }
    if (!tables.every(table => this.source.tables.has(table))) {
      throw new ConnectorProblem('TARGET_MISSING', 'A table is missing.');
    }
  }
}

function isSame(a: Item, b: Item): boolean {
  return (
    a.table === b.table && a.role === b.role && a.privilege === b.privilege
  );
}

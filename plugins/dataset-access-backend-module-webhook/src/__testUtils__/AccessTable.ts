import {
  type AccessLevel,
  maxLevel,
} from 'backstage-plugin-dataset-access-common';
import type { SourceStep } from 'backstage-plugin-dataset-access-node';

type Giver = 'us' | 'somebody';

/** One privilege on one table. */
export interface Item {
  table: string;
  account: string;
  privilege: string;
  by: Giver;
}

/** What the receiver calls a place. */
export interface Place {
  account: string;
  tables: string[];
}

/** An order, as it comes in messages. */
export interface TableOrder {
  wanted?: { target: Place; level: AccessLevel };
  former: Place[];
  others: Array<{ target: Place; level: AccessLevel }>;
}

/** What the receiver says instead of an answer. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const PRIVILEGES: Partial<Record<AccessLevel, string[]>> = {
  'read-only': ['read'],
  editor: ['read', 'write'],
};
const LEVELS = ['read-only', 'editor'] as const;

/** A small source: tables, accounts and what these may do. */
export class AccessTable {
  readonly tables = new Set(['bookings', 'fares', 'seats']);
  readonly accounts = new Set(['ann', 'ben']);
  items: Item[] = [];

  give(by: Giver, { account, tables }: Place, level: AccessLevel): void {
    this.items.push(
      ...tables.flatMap(table =>
        PRIVILEGES[level]!.map(privilege => ({
          ...{ table, account, privilege },
          by,
        })),
      ),
    );
  }

  /** The highest level that somebody has on all of some tables, by whomever. */
  levelOf({ account, tables }: Place, items = this.items) {
    const held = items.filter(item => item.account === account);
    return maxLevel(
      LEVELS.filter(level =>
        tables.every(table =>
          PRIVILEGES[level]!.every(privilege =>
            held.some(
              item => item.table === table && item.privilege === privilege,
            ),
          ),
        ),
      ),
    );
  }

  mustExist({ account, tables }: Partial<Place> & Pick<Place, 'tables'>) {
    if (account !== undefined && !this.accounts.has(account)) {
      throw new Refusal('SUBJECT_MISSING', `There is no account ${account}`);
    }
    if (!tables.every(table => this.tables.has(table))) {
      throw new Refusal('TARGET_MISSING', 'A table is not there');
    }
  }

  changes({ wanted, former, others }: TableOrder) {
    if (wanted) {
      this.mustExist(wanted.target);
    }
    const wants = wanted ? itemsOf(wanted) : [];
    const keeps = [...wants, ...others.flatMap(itemsOf)];
    const places = [...(wanted ? [wanted.target] : []), ...former];
    const own = this.items.filter(({ by }) => by === 'us');
    return {
      granted: wants.filter(item => !own.some(one => isSame(one, item))),
      revoked: own.filter(
        item =>
          places.some(
            ({ account, tables }) =>
              item.account === account && tables.includes(item.table),
          ) && !keeps.some(one => isSame(one, item)),
      ),
    };
  }

  plan(order: TableOrder): SourceStep[] {
    const { granted, revoked } = this.changes(order);
    return [
      ...granted.map(item => ({
        effect: 'grant' as const,
        text: `give ${item.account} ${item.privilege} on ${item.table}`,
      })),
      ...revoked.map(item => ({
        effect: 'revoke' as const,
        text: `take ${item.privilege} on ${item.table} from ${item.account}`,
      })),
    ];
  }

  /** @param most - how many of the changes are made */
  apply(order: TableOrder, most = Infinity): SourceStep[] {
    const steps = this.plan(order);
    const { granted, revoked } = this.changes(order);
    const gone = revoked.slice(0, Math.max(0, most - granted.length));
    this.items = [
      ...this.items.filter(item => !gone.includes(item)),
      ...granted.slice(0, most),
    ];
    return steps;
  }

  read(tables: string[]) {
    this.mustExist({ tables });
    return [...this.accounts].flatMap(account =>
      (['us', 'somebody'] as const).flatMap(by => {
        const held = this.items.filter(
          item =>
            item.account === account &&
            item.by === by &&
            tables.includes(item.table),
        );
        return held.length === 0
          ? []
          : {
              target: { account, tables },
              holder: account,
              privileges: held.map(({ privilege }) => privilege),
              level: this.levelOf({ account, tables }, held),
              ours: by === 'us',
            };
      }),
    );
  }
}

function itemsOf({
  target: { account, tables },
  level,
}: TableOrder['others'][number]): Item[] {
  return tables.flatMap(table =>
    PRIVILEGES[level]!.map(privilege => ({
      ...{ table, account, privilege },
      by: 'us' as const,
    })),
  );
}

function isSame(a: Item, b: Item): boolean {
  return (
    a.table === b.table &&
    a.account === b.account &&
    a.privilege === b.privilege
  );
}

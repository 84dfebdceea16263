import type { SourceHolding } from 'backstage-plugin-dataset-access-node';
import type { HeldItem } from './accessLists';
import { highestLevel, type LevelPrivileges } from './levels';
import type { SourceObject } from './SourceCatalog';
import { toTarget } from './targets';

/** @see toHoldings */
export interface HoldingsContext {
  source: string;
  account: { id: number; database: number };
  levels: LevelPrivileges;
  /** What the dataset is. */
  objects: SourceObject[];
}

/** What people call the holder that everybody is. */
const EVERYBODY = 'PUBLIC';

/**
 * Who has what on a dataset. Somebody who has something from us and something from others is two holders, since the one goes
 * and the other stays. The connector's own account, which has privileges so as to pass them on, is none.
 */
export function toHoldings(
  items: HeldItem[],
  context: HoldingsContext,
): SourceHolding[] {
  const { account } = context;
  const holders = new Map<string, HeldItem[]>();
  for (const item of items.filter(({ grantee }) => grantee !== account.id)) {
    const key = `${item.grantee} ${item.grantor === account.id}`;
    holders.set(key, [...(holders.get(key) ?? []), item]);
  }
  return [...holders.values()]
    .map(held => toHolding(held, context))
    .sort(
      (a, b) =>
        compareText(a.holder, b.holder) || Number(b.ours) - Number(a.ours),
    );
}

function toHolding(
  held: HeldItem[],
  { source, account, levels, objects }: HoldingsContext,
): SourceHolding {
  const [{ grantee, grantor, holder }] = held;
  const level = highestLevel(
    levels,
    objects.map(
      ({ id }) =>
        new Set(
          held
            // without the schema, privileges on its tables amount to nothing
            .filter(({ object, schemaUsable }) => object === id && schemaUsable)
            .map(({ privilege }) => privilege),
        ),
    ),
  );
  return {
    target: toTarget(
      { source, database: account.database, role: grantee },
      objects,
    ),
    holder: holder ?? (grantee === 0 ? EVERYBODY : String(grantee)),
    privileges: [...new Set(held.map(({ privilege }) => privilege))].sort(),
    ...(level && { level }),
    ours: grantor === account.id,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import type { SourceOrder } from 'backstage-plugin-dataset-access-node';
import type { SourceWish, TargetPrivileges } from './accessState';
import { type LevelPrivileges, privilegesOf, privilegesUpTo } from './levels';
import { parseTarget } from './targets';

/**
 * An order, source by source. A subject may have had something in another source than it is to have it in now.
 *
 * @param levelsOf - the levels that a source gives
 * @throws ConnectorProblem LEVEL_NOT_SUPPORTED
 */
export function sourceWishes(
  { wanted, former, others }: SourceOrder,
  levelsOf: (source: string) => LevelPrivileges,
): Map<string, SourceWish> {
  const wishes = new Map<string, SourceWish>();
  const wishFor = (source: string): SourceWish => {
    const wish = wishes.get(source) ?? { former: [], others: [] };
    wishes.set(source, wish);
    return wish;
  };
  if (wanted) {
    const target = parseTarget(wanted.target);
    wishFor(target.source).wanted = {
      target,
      privileges: privilegesOf(levelsOf(target.source), wanted.level),
    };
  }
  for (const target of former.map(parseTarget)) {
    wishFor(target.source).former.push(target);
  }
  for (const other of others) {
    const target = parseTarget(other.target);
    const wish = wishes.get(target.source);
    const kept = (): TargetPrivileges => ({
      target,
      privileges: privilegesUpTo(levelsOf(target.source), other.level),
    });
    wish?.others.push(kept());
  }
  return wishes;
}

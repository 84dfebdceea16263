import type { Catalog, Identity, Level, Story } from './Story';

/** Something that was given, as it stands after all that was said about it. */
export interface Given {
  thing: string;
  subject: Identity;
  target: Identity;
  isDomain: boolean;
  level: Level;
  by: string;
  expiresAt?: number;
  isRevoked: boolean;
  /** Dataset-level access: who gave it, and what the catalog was then. */
  data?: { by: string; catalog: Catalog };
}

/** What keeps something that was given from counting. */
export type Obstacle =
  | 'revoked'
  | 'expired'
  | 'suspended'
  | 'no dataset-level access'
  | 'tag-based'
  | 'not in the snapshot';

/** Everything that was ever given, by going through what happened to it afterwards (S1.1, S1.6–S1.9). */
export function everythingGiven({ events, catalogs }: Story): Given[] {
  const found: Given[] = [];
  events.forEach((event, at) => {
    if (event.what !== 'access given' && event.what !== 'direct grant given') {
      return;
    }
    const isDomain = event.what === 'access given';
    const given: Given = { ...event, isDomain, isRevoked: false };
    for (let next = at + 1; next < events.length; next++) {
      const later = events[next];
      if ('thing' in later && later.thing === event.thing) {
        if (later.what === 'data given') {
          given.data = { by: later.by, catalog: catalogs[next] };
        } else if (later.what === 'data revoked') {
          given.data = undefined;
        } else if (later.what === 'level changed') {
          given.level = later.level;
        } else if (later.what === 'revoked') {
          given.isRevoked = true;
        }
      }
    }
    found.push(given);
  });
  return found;
}

/** Whether something that was given is about somebody and something at all, by name. */
export function isAbout(
  { subject, target, isDomain }: Given,
  catalog: Catalog,
  who: string,
  what: string,
): boolean {
  return (
    around(catalog, who).includes(subject.ref) &&
    catalog.has(what) &&
    (what === target.ref ||
      (isDomain &&
        what.startsWith('resource:') &&
        around(catalog, what).includes(target.ref)))
  );
}

/** Everything that stands between somebody and something that was given to him; nothing when he has it. */
export function obstacles(
  given: Given,
  catalog: Catalog,
  what: string,
  now: number,
): Obstacle[] {
  const { subject, target, data, expiresAt = Infinity } = given;
  const flag = catalog.get(what)?.flag;
  const isData = what !== target.ref;
  const isGone =
    catalog.get(subject.ref)?.uid !== subject.uid ||
    catalog.get(target.ref)?.uid !== target.uid;
  const found: Array<[Obstacle, boolean]> = [
    ['revoked', given.isRevoked],
    ['expired', expiresAt <= now],
    ['suspended', isGone],
    ['no dataset-level access', isData && !data],
    ['tag-based', isData && flag === 'tag-based'],
    [
      'not in the snapshot',
      isData &&
        flag === 'snapshot-only' &&
        !wasInSnapshot(given, catalog, what),
    ],
  ];
  return found.flatMap(([obstacle, applies]) => (applies ? [obstacle] : []));
}

/** Whether it was in the domain, for snapshots only and the one it is now, when dataset-level access was given (S1.11). */
function wasInSnapshot(
  { data, target }: Given,
  now: Catalog,
  what: string,
): boolean {
  const then = data?.catalog;
  const before = then?.get(what);
  return (
    before !== undefined &&
    before.flag === 'snapshot-only' &&
    before.uid === now.get(what)?.uid &&
    around(then!, what).includes(target.ref)
  );
}

/** What was found in a catalog: it never changes, and is asked thousands of times. */
const known = new WeakMap<Catalog, Map<string, string[]>>();

/** Itself, what it is part of, what that is part of, and so on, as far as it exists. */
function around(catalog: Catalog, ref: string): string[] {
  const there = known.get(catalog) ?? new Map<string, string[]>();
  known.set(catalog, there);
  const found = there.get(ref) ?? (catalog.has(ref) ? [ref] : []);
  if (!there.has(ref)) {
    there.set(ref, found);
    // the list grows while it is walked
    for (const one of found) {
      const next = catalog.get(one)!.partOf.filter(two => catalog.has(two));
      found.push(...next.filter(two => !found.includes(two)));
    }
  }
  return found;
}

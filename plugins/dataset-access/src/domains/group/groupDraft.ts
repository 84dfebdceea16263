import type {
  AccessLevel,
  DomainGrant,
  GroupDomainsUpdate,
  NamedEntity,
} from 'backstage-plugin-dataset-access-common';
import {
  DomainEntry,
  entriesInForce,
  entryOf,
  isSame,
} from '../lists/listChanges';

/** What somebody wants to do with one domain of a list. A change names only what it changes: the rest is as it will be. */
export type Edit =
  | { does: 'add'; entry: DomainEntry }
  | { does: 'change'; level?: AccessLevel; datasetLevelAccess?: boolean }
  | { does: 'remove' };

/** Everything that is not saved yet, by ref of the domain. It can be put on top of whatever the list has become. */
export type Edits = ReadonlyMap<string, Edit>;

export const NO_EDITS: Edits = new Map();

/** One domain as it would be after saving. */
export interface DraftLine {
  entry: DomainEntry;
  /** What is there now; absent when it would be new. */
  grant?: DomainGrant;
  /** What saving would do to it; absent: nothing. */
  mark?: 'added' | 'changed' | 'removed';
}

/** A list with the edits on top of it. What somebody else has taken away is not brought back by a change of it. */
export function draftOf(
  list: readonly DomainGrant[],
  edits: Edits,
): DraftLine[] {
  const there = new Set(entriesInForce(list).map(({ domain }) => domain.ref));
  return [
    ...list.map(
      (grant): DraftLine =>
        isFixed(grant)
          ? { entry: entryOf(grant), grant }
          : edited(grant, edits.get(grant.domain.ref)),
    ),
    ...[...edits.values()].flatMap((edit): DraftLine | [] =>
      edit.does === 'add' && !there.has(edit.entry.domain.ref)
        ? { entry: edit.entry, mark: 'added' }
        : [],
    ),
  ];
}

/** Whether a line is only shown: what is suspended or over is no part of the list. */
export function isFixed(grant: DomainGrant | undefined): boolean {
  return grant !== undefined && grant.state !== 'active';
}

function edited(grant: DomainGrant, edit: Edit | undefined): DraftLine {
  const entry = entryOf(grant);
  switch (edit?.does) {
    case 'remove':
      return { entry, grant, mark: 'removed' };
    case 'add':
      // somebody else was faster
      return marked(grant, { ...edit.entry, domain: grant.domain });
    case 'change':
      return marked(grant, {
        domain: grant.domain,
        level: edit.level ?? entry.level,
        datasetLevelAccess: edit.datasetLevelAccess ?? entry.datasetLevelAccess,
      });
    default:
      return { entry, grant };
  }
}

function marked(grant: DomainGrant, entry: DomainEntry): DraftLine {
  return isSame(grant, entry)
    ? { entry, grant }
    : { entry, grant, mark: 'changed' };
}

/** The whole list as it is sent. */
export function entriesOf(
  draft: readonly DraftLine[],
): NonNullable<GroupDomainsUpdate['domains']> {
  return draft.flatMap(({ entry, grant, mark }) =>
    mark === 'removed' || isFixed(grant)
      ? []
      : {
          domain: entry.domain.ref,
          level: entry.level,
          datasetLevelAccess: entry.datasetLevelAccess,
        },
  );
}

/** Another level for a domain, or its datasets given or taken; nothing is left of it when all is as it was. */
export function withChange(
  edits: Edits,
  { entry, grant }: DraftLine,
  change: Partial<Pick<DomainEntry, 'level' | 'datasetLevelAccess'>>,
): Edits {
  const { ref } = entry.domain;
  const after = { ...entry, ...change };
  if (!grant) {
    return withEdit(edits, ref, { does: 'add', entry: after });
  }
  const edit: Edit = {
    does: 'change',
    ...(after.level !== grant.level && { level: after.level }),
    ...(after.datasetLevelAccess !== grant.datasetLevelAccess && {
      datasetLevelAccess: after.datasetLevelAccess,
    }),
  };
  return isSame(after, grant)
    ? without(edits, ref)
    : withEdit(edits, ref, edit);
}

/** A domain taken out of the list. */
export function withRemoval(edits: Edits, { entry, grant }: DraftLine): Edits {
  const { ref } = entry.domain;
  return grant ? withEdit(edits, ref, { does: 'remove' }) : without(edits, ref);
}

/** One domain as it was. */
export function without(edits: Edits, ref: string): Edits {
  return new Map([...edits].filter(([domain]) => domain !== ref));
}

/** Exactly these domains as new ones; those that were among them already keep what was chosen for them. */
export function withAdded(
  edits: Edits,
  domains: readonly NamedEntity[],
  level: AccessLevel,
): Edits {
  const others = [...edits].filter(([, edit]) => edit.does !== 'add');
  const added = domains.map((domain): [string, Edit] => {
    const known = edits.get(domain.ref);
    return [
      domain.ref,
      known?.does === 'add'
        ? known
        : {
            does: 'add',
            entry: { domain, level, datasetLevelAccess: false },
          },
    ];
  });
  return new Map([...others, ...added]);
}

function withEdit(edits: Edits, ref: string, edit: Edit): Edits {
  return new Map([...edits, [ref, edit]]);
}

import type {
  AccessLevel,
  DomainGrant,
  GroupDomainsChange,
  NamedEntity,
} from 'backstage-plugin-dataset-access-common';

/** What one domain of a list is like. */
export interface DomainEntry {
  domain: NamedEntity;
  level: AccessLevel;
  datasetLevelAccess: boolean;
}

/** What is different about one domain of a list, or would be. */
export interface ListChange extends DomainEntry {
  kind: 'added' | 'changed' | 'removed';
  /** As it was, when it is changed. */
  before?: Pick<DomainEntry, 'level' | 'datasetLevelAccess'>;
  /** Who did it, as far as that is known. */
  by?: string;
}

/**
 * What a list is made of. A grant that is suspended or over is shown with it, and is no part of it: sent back, it would be
 * given anew, to whatever bears the name now.
 */
export function entriesInForce(list: readonly DomainGrant[]): DomainGrant[] {
  return list.filter(({ state }) => state === 'active');
}

/** What somebody else made of a list. */
export function listChanges(
  listBefore: readonly DomainGrant[],
  listAfter: readonly DomainGrant[],
): ListChange[] {
  const [before, after] = [listBefore, listAfter].map(entriesInForce);
  const earlier = new Map(before.map(one => [one.domain.ref, one]));
  const later = new Set(after.map(({ domain }) => domain.ref));
  const kept = after.flatMap((now): ListChange | [] => {
    const was = earlier.get(now.domain.ref);
    if (!was) {
      return { ...entryOf(now), kind: 'added', by: now.grantedBy };
    }
    return isSame(was, now)
      ? []
      : {
          ...entryOf(now),
          kind: 'changed',
          before: was,
          // who changed a level is not told, who gave dataset-level access is
          ...(now.datasetLevelAccess &&
            !was.datasetLevelAccess && { by: now.datasetLevelAccessBy }),
        };
  });
  const gone = before
    .filter(({ domain }) => !later.has(domain.ref))
    .map((was): ListChange => ({ ...entryOf(was), kind: 'removed' }));
  return [...kept, ...gone];
}

/** What replacing a list does to it, as the backend says. */
export function answeredChanges({
  added,
  changed,
  removed,
}: GroupDomainsChange['changes']): ListChange[] {
  const of = (
    kind: ListChange['kind'],
    changes: GroupDomainsChange['changes']['added'],
  ) =>
    changes.map(
      ({ levelBefore, datasetLevelAccessBefore, ...now }): ListChange => ({
        ...now,
        kind,
        before: {
          level: levelBefore ?? now.level,
          datasetLevelAccess:
            datasetLevelAccessBefore ?? now.datasetLevelAccess,
        },
      }),
    );
  return [
    ...of('added', added),
    ...of('changed', changed),
    ...of('removed', removed),
  ];
}

/** Whether two entries give the same. */
export function isSame(
  a: Pick<DomainEntry, 'level' | 'datasetLevelAccess'>,
  b: Pick<DomainEntry, 'level' | 'datasetLevelAccess'>,
): boolean {
  return a.level === b.level && a.datasetLevelAccess === b.datasetLevelAccess;
}

export function entryOf({
  domain,
  level,
  datasetLevelAccess,
}: DomainEntry): DomainEntry {
  return { domain, level, datasetLevelAccess };
}

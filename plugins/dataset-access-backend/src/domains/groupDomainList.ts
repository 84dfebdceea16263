import {
  AccessLevel,
  DatasetAccessError,
  GroupDomainsUpdate,
} from 'backstage-plugin-dataset-access-common';
import { createHash } from 'node:crypto';
import { domainName, domainRefOf } from './Domain';
import type { DomainGrantRecord } from './DomainGrantRecord';

/** What a group is to have on one domain. */
export interface GroupDomainWish {
  domainRef: string;
  datasetLevelAccess: boolean;
  /** Absent: as it is, or the group's own level for a new one. */
  level?: AccessLevel;
}

/** How a list of wishes differs from what there is. */
export interface GroupDomainDifference {
  added: GroupDomainWish[];
  changed: Array<{ before: DomainGrantRecord; wish: GroupDomainWish }>;
  removed: DomainGrantRecord[];
  unchanged: number;
}

/**
 * Reads the list in either of its forms (S1.15).
 *
 * @throws `BAD_DOMAIN_LIST` when an object has not exactly one key, a domain comes twice, or there is not exactly one list;
 * `BAD_ENTITY_REF`
 */
export function readGroupDomains({
  DomainNames: names,
  domains,
}: GroupDomainsUpdate): GroupDomainWish[] {
  if ((names === undefined) === (domains === undefined)) {
    throw new DatasetAccessError('BAD_DOMAIN_LIST', {
      message: 'Send either DomainNames or domains.',
    });
  }
  const wishes = domains
    ? domains.map(({ domain, ...wish }) => ({
        domainRef: domainRefOf(domain),
        ...wish,
      }))
    : names!.map(readNamedDomain);
  const seen = new Set<string>();
  for (const { domainRef } of wishes) {
    if (seen.has(domainRef)) {
      throw new DatasetAccessError('BAD_DOMAIN_LIST', {
        message: `The list names ${domainName(domainRef)} twice.`,
      });
    }
    seen.add(domainRef);
  }
  return wishes;
}

function readNamedDomain(
  entry: Record<string, { IsDatasetLevelAccessProvided: boolean }>,
): GroupDomainWish {
  const keys = Object.keys(entry);
  if (keys.length !== 1) {
    throw new DatasetAccessError('BAD_DOMAIN_LIST', {
      message:
        keys.length === 0
          ? 'An object of the list names no domain.'
          : `One object of the list names several domains: ${keys
              .slice(0, 5)
              .join(', ')}.`,
    });
  }
  return {
    domainRef: domainRefOf(keys[0]),
    datasetLevelAccess: entry[keys[0]].IsDatasetLevelAccessProvided,
  };
}

/** The list as its source writes it. */
export function writeNamedDomains(
  grants: ReadonlyArray<{
    domain: { ref: string };
    datasetLevelAccess: boolean;
  }>,
) {
  return grants.map(({ domain, datasetLevelAccess }) => ({
    [domainName(domain.ref)]: {
      IsDatasetLevelAccessProvided: datasetLevelAccess,
    },
  }));
}

/** What has to be done so that a group has what is wished and nothing else (S1.16). */
export function differenceOf(
  there: readonly DomainGrantRecord[],
  wishes: readonly GroupDomainWish[],
): GroupDomainDifference {
  const byDomain = new Map(there.map(grant => [grant.domain.ref, grant]));
  const wished = new Set(wishes.map(({ domainRef }) => domainRef));
  const kept = wishes.flatMap(wish => {
    const before = byDomain.get(wish.domainRef);
    return before ? [{ before, wish }] : [];
  });
  const changed = kept.filter(
    ({ before, wish }) =>
      before.datasetLevelAccess !== wish.datasetLevelAccess ||
      (wish.level !== undefined && wish.level !== before.level),
  );
  return {
    added: wishes.filter(({ domainRef }) => !byDomain.has(domainRef)),
    changed,
    removed: there.filter(({ domain }) => !wished.has(domain.ref)),
    unchanged: kept.length - changed.length,
  };
}

/** Changes with every change of the list. */
export function groupDomainsTag(there: readonly DomainGrantRecord[]): string {
  const text = there
    .map(({ id, version }) => `${id} ${version}`)
    .sort()
    .join('\n');
  const sum = createHash('sha256').update(text).digest('base64url');
  return `"${sum.slice(0, 22)}"`;
}

import {
  AccessLevel,
  DatasetAccessError,
  DomainAccessClient,
  DomainGrant,
  GroupDomains,
  GroupDomainsChange,
  GroupDomainsUpdate,
} from 'backstage-plugin-dataset-access-common';
import { entriesInForce } from '../lists/listChanges';

/** One thing that is done to the access of a user or group to one domain. */
export type AccessChange =
  | {
      does: 'provide';
      subject: string;
      level: AccessLevel;
      datasetLevelAccess: boolean;
      /** Only for users: the list of a group has no ends. */
      expiresAt?: string;
    }
  | {
      does: 'update';
      grant: DomainGrant;
      level?: AccessLevel;
      datasetLevelAccess?: boolean;
      /** Null takes the end away. Only for users. */
      expiresAt?: string | null;
    }
  | { does: 'again'; grant: DomainGrant }
  | { does: 'remove'; grant: DomainGrant };

type Client = Pick<
  DomainAccessClient,
  | 'createDomainGrant'
  | 'updateDomainGrant'
  | 'deleteDomainGrant'
  | 'replaceGroupDomains'
>;

/** Changes what one user or group was given, and fails when it is no longer as it was seen. */
export function changeGrant(
  client: Client,
  domain: string,
  change: AccessChange,
): Promise<DomainGrant> {
  switch (change.does) {
    case 'provide': {
      const { does: _, ...draft } = change;
      return client.createDomainGrant(domain, draft);
    }
    case 'update': {
      const { does: _, grant, ...update } = change;
      return client.updateDomainGrant(domain, grant.id, {
        ...update,
        version: grant.version,
      });
    }
    case 'again':
      return client.updateDomainGrant(domain, change.grant.id, {
        retakeSnapshot: true,
        version: change.grant.version,
      });
    default:
      return client.deleteDomainGrant(
        domain,
        change.grant.id,
        change.grant.version,
      );
  }
}

/** Changes one entry of a group's list and sends all of it (S1.20); fails when somebody else has changed the list. */
export function changeList(
  client: Client,
  domain: string,
  change: AccessChange,
  list: GroupDomains,
): Promise<GroupDomainsChange> {
  return client.replaceGroupDomains(
    list.group,
    { domains: changedEntries(list.domains, domain, change) },
    { ifMatch: list.etag },
  );
}

function changedEntries(
  domains: readonly DomainGrant[],
  domain: string,
  change: AccessChange,
): NonNullable<GroupDomainsUpdate['domains']> {
  const entries = entriesInForce(domains).map(one => ({
    domain: one.domain.ref,
    level: one.level,
    datasetLevelAccess: one.datasetLevelAccess,
  }));
  const entry = entries.find(one => one.domain === domain);
  const others = entries.filter(one => one !== entry);
  if (change.does === 'remove') {
    return others;
  }
  if (change.does === 'provide') {
    if (entry) {
      throw new DatasetAccessError('DOMAIN_ACCESS_EXISTS');
    }
    const { level, datasetLevelAccess } = change;
    return [...others, { domain, level, datasetLevelAccess }];
  }
  if (!entry) {
    // changing it would give anew what somebody else took away
    throw new DatasetAccessError('DOMAIN_GRANT_CLOSED');
  }
  return change.does === 'update'
    ? entries.map(one =>
        one === entry
          ? {
              domain,
              level: change.level ?? one.level,
              datasetLevelAccess:
                change.datasetLevelAccess ?? one.datasetLevelAccess,
            }
          : one,
      )
    : entries;
}

import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  Directory,
  DomainCondition,
  DomainResource,
} from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { DatabaseAuditStore } from './audit/DatabaseAuditStore';
import type { AdministrationLock } from './changes/AdministrationLock';
import type { Clock } from './clock';
import type { DatasetAccessConfig } from './config/readConfig';
import type { DecisionIndexKeeper } from './decisions/DecisionIndexKeeper';
import { AuthorizedDomainGrantService } from './domains/AuthorizedDomainGrantService';
import { AuthorizedGroupDomainService } from './domains/AuthorizedGroupDomainService';
import { ChangeDomainGrant } from './domains/ChangeDomainGrant';
import type { DatabaseDomainGrantStore } from './domains/DatabaseDomainGrantStore';
import type { DatabaseSnapshotStore } from './domains/DatabaseSnapshotStore';
import { DefaultDomainGrantService } from './domains/DefaultDomainGrantService';
import { DefaultGroupDomainService } from './domains/DefaultGroupDomainService';
import type { DomainGrantWriter } from './domains/DomainGrantWriter';
import { DomainHistory } from './domains/DomainHistory';
import { DomainOwnership } from './domains/DomainOwnership';
import { DomainPolicy } from './domains/DomainPolicy';
import { domainRoutes, userDomainRoutes } from './domains/domainRoutes';
import { groupDomainRoutes } from './domains/groupDomainRoutes';
import { ManagedDomains } from './domains/ManagedDomains';
import { ReplaceGroupDomains } from './domains/ReplaceGroupDomains';
import { ShareDomain } from './domains/ShareDomain';
import { SharingSettings } from './domains/SharingSettings';
import type { SnapshotTaker } from './domains/SnapshotTaker';
import { SweepDomainGrants } from './domains/SweepDomainGrants';
import { VisibleDomains } from './domains/VisibleDomains';
import type { HeldPrivileges } from './permissions/HeldPrivileges';
import type { PermissionGuard } from './permissions/PermissionGuard';
import type { ResourceLoader } from './permissions/registerResourceTypes';

/** What access to domains stands on. */
export interface DomainAccessFoundation {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  config: DatasetAccessConfig;
  clock: Clock;
  audit: DatabaseAuditStore;
  domainGrants: DatabaseDomainGrantStore;
  snapshots: DatabaseSnapshotStore;
  grantWriter: DomainGrantWriter;
  snapshotTaker: SnapshotTaker;
  directory: Directory;
  decisions: DecisionIndexKeeper;
  held: HeldPrivileges;
  lock: AdministrationLock;
  domainGuard: PermissionGuard<DomainResource, DomainCondition>;
  domainResources: ResourceLoader<DomainResource>;
}

/** Puts together access to domains, and through them to their datasets. */
export function createDomainAccess(foundation: DomainAccessFoundation) {
  const read = {
    ...foundation,
    domains: new VisibleDomains(foundation),
    ownership: new DomainOwnership(foundation),
    history: new DomainHistory(foundation),
    domainPolicy: new DomainPolicy(foundation),
  };
  const written = {
    ...read,
    managedDomains: new ManagedDomains(read),
    sharing: new SharingSettings(foundation),
  };
  const domainService = new AuthorizedDomainGrantService({
    ...written,
    service: new DefaultDomainGrantService({
      ...written,
      share: new ShareDomain(written),
      change: new ChangeDomainGrant(written),
    }),
  });
  const groupService = new AuthorizedGroupDomainService({
    ...written,
    service: new DefaultGroupDomainService({
      ...written,
      replaceList: new ReplaceGroupDomains(written),
    }),
  });
  return {
    handlers: {
      ...domainRoutes(domainService),
      ...userDomainRoutes(domainService),
      ...groupDomainRoutes(groupService),
    },
    sweep: new SweepDomainGrants(written),
  };
}

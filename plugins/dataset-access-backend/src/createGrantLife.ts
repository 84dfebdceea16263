import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  Directory,
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { AnswerableUsers } from './approvers/AnswerableUsers';
import type { ApproverService } from './approvers/ApproverService';
import type { DatabaseAuditStore } from './audit/DatabaseAuditStore';
import type { Clock } from './clock';
import type { DatasetAccessConfig } from './config/readConfig';
import type { DatabaseDatasetOwners } from './datasets/DatabaseDatasetOwners';
import type { DatasetReader } from './datasets/Dataset';
import type { DecisionIndexKeeper } from './decisions/DecisionIndexKeeper';
import { GrantNotices } from './deliveries/GrantNotices';
import type { NoticeRecipients } from './deliveries/NoticeRecipients';
import type { NoticeSender } from './deliveries/NoticeSender';
import type { DatabaseDomainGrantStore } from './domains/DatabaseDomainGrantStore';
import { CompareSources } from './drift/CompareSources';
import { DatabaseDriftStore } from './drift/DatabaseDriftStore';
import { DefaultDriftService } from './drift/DefaultDriftService';
import { driftRoutes } from './drift/driftRoutes';
import { RemoveOrphan } from './drift/RemoveOrphan';
import { ResolveDrift } from './drift/ResolveDrift';
import type { Connectors } from './entitlements/Connectors';
import { ConvergeEntitlement } from './entitlements/ConvergeEntitlement';
import type { DatabaseEntitlementStore } from './entitlements/DatabaseEntitlementStore';
import { EntitlementOrders } from './entitlements/EntitlementOrders';
import type { EntitlementWishes } from './entitlements/EntitlementWishes';
import { RecordOutcome } from './entitlements/RecordOutcome';
import { ServedDatasets } from './entitlements/ServedDatasets';
import { SyncEntitlements } from './entitlements/SyncEntitlements';
import { WantedAccess } from './entitlements/WantedAccess';
import { AuthorizedGrantService } from './grants/AuthorizedGrantService';
import { ConfirmGrant } from './grants/ConfirmGrant';
import { ConfirmRemoval } from './grants/ConfirmRemoval';
import { DatabaseGrantQueries } from './grants/DatabaseGrantQueries';
import type { DatabaseGrantStore } from './grants/DatabaseGrantStore';
import { DefaultGrantService } from './grants/DefaultGrantService';
import { EndGrant } from './grants/EndGrant';
import { FollowGrants } from './grants/FollowGrants';
import type { GrantFactsReader } from './grants/GrantFactsReader';
import { grantRoutes } from './grants/grantRoutes';
import { GrantTransitions } from './grants/GrantTransitions';
import { ListGrants } from './grants/ListGrants';
import { ReadGrant } from './grants/ReadGrant';
import { SweepGrants } from './grants/SweepGrants';
import type { DatabaseOutboxStore } from './outbox/DatabaseOutboxStore';
import type { HeldPrivileges } from './permissions/HeldPrivileges';
import type { PermissionGuard } from './permissions/PermissionGuard';
import type { ResourceLoader } from './permissions/registerResourceTypes';
import { DatabaseTaskQueries } from './tasks/DatabaseTaskQueries';
import { DefaultTaskService } from './tasks/DefaultTaskService';
import { taskRoutes } from './tasks/taskRoutes';

/** What the life of grants is put together from. */
export interface GrantLifeParts {
  knex: Knex;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
  auth: AuthService;
  catalog: CatalogService;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  grants: DatabaseGrantStore;
  grantFacts: GrantFactsReader;
  grantGuard: PermissionGuard<GrantResource, GrantCondition>;
  grantResources: ResourceLoader<GrantResource>;
  domainGrants: DatabaseDomainGrantStore;
  entitlements: DatabaseEntitlementStore;
  wishes: EntitlementWishes;
  connectors: Connectors;
  owners: DatabaseDatasetOwners;
  directory: Directory;
  reader: DatasetReader;
  approvers: ApproverService;
  held: HeldPrivileges;
  decisions: DecisionIndexKeeper;
  recipients: NoticeRecipients;
  sender: NoticeSender;
  afterChange: () => Promise<void>;
}

/**
 * Puts together what becomes of grants after an approval: how they end, how connectors make them real, and what is done when
 * a source differs. Read it to see what there is; nothing is decided here.
 */
export function createGrantLife(parts: GrantLifeParts) {
  const { knex, grantGuard: guard } = parts;
  const stored = {
    ...parts,
    guard,
    drifts: new DatabaseDriftStore(knex),
    grantQueries: new DatabaseGrantQueries(knex),
    taskQueries: new DatabaseTaskQueries(knex),
    grantTransitions: new GrantTransitions(parts),
    answerable: new AnswerableUsers(parts),
    served: new ServedDatasets(parts),
  };
  const wanted = new WantedAccess(stored);
  const orders = new EntitlementOrders({ ...stored, wanted });
  const removals = new RemoveOrphan(stored);
  const recordOutcome = new RecordOutcome(stored);
  const provisioning = { ...stored, wanted, orders, removals, recordOutcome };

  const converge = new ConvergeEntitlement(provisioning);
  const tasks = new DefaultTaskService(stored);
  const service = new DefaultGrantService({
    ...stored,
    list: new ListGrants(stored),
    read: new ReadGrant(stored),
    confirm: new ConfirmGrant(stored),
    end: new EndGrant(stored),
    removal: new ConfirmRemoval(stored),
  });
  return {
    handlers: {
      ...grantRoutes(
        new AuthorizedGrantService({
          service,
          guard,
          grantResources: parts.grantResources,
        }),
      ),
      ...taskRoutes(tasks),
      ...driftRoutes(
        new DefaultDriftService({
          ...stored,
          resolveDrift: new ResolveDrift(provisioning),
        }),
      ),
    },
    /** What the outbox delivers, by kind. */
    deliveries: {
      ...new GrantNotices(stored).handlers(),
      'converge-entitlement': converge.run.bind(converge),
      'remove-orphan': removals.run.bind(removals),
    },
    tasks,
    sweep: new SweepGrants(stored),
    follow: new FollowGrants(stored),
    sync: new SyncEntitlements(provisioning),
    compare: new CompareSources(provisioning),
  };
}

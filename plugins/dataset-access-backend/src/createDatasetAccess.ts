import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { PermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  ApproverResolver,
  datasetResourceRef,
  domainResourceRef,
  grantResourceRef,
  requestResourceRef,
} from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { Duration } from 'luxon';
import {
  dataOpsOperations,
  Privilege,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import { EraseOldTexts } from './audit/EraseOldTexts';
import { ApproverService } from './approvers/ApproverService';
import { AskingRight } from './approvers/AskingRight';
import { ApprovalPlans } from './approvals/ApprovalPlans';
import { StepApprovers } from './approvals/StepApprovers';
import { OverrideOwnerResolver } from './approvers/OverrideOwnerResolver';
import { CatalogDirectory } from './catalog/CatalogDirectory';
import { DatabaseChanges } from './changes/DatabaseChanges';
import { AdministrationLock } from './changes/AdministrationLock';
import { createAccessControl } from './createAccessControl';
import { createDomainAccess } from './createDomainAccess';
import { createEmergencies } from './createEmergencies';
import { createGrantLife } from './createGrantLife';
import type { Clock } from './clock';
import type { DatasetAccessConfig } from './config/readConfig';
import { DatabaseDatasetOwners } from './datasets/DatabaseDatasetOwners';
import { DatasetReader } from './datasets/Dataset';
import { CatalogFacts } from './decisions/CatalogFacts';
import { DecisionIndexKeeper } from './decisions/DecisionIndexKeeper';
import { DatasetAccessService } from './access/DatasetAccessService';
import { datasetAccessRoutes } from './access/datasetAccessRoutes';
import { DatasetResources } from './datasets/DatasetResources';
import { VisibleDatasets } from './datasets/VisibleDatasets';
import { DatabaseDomainGrantStore } from './domains/DatabaseDomainGrantStore';
import { DatabaseSnapshotStore } from './domains/DatabaseSnapshotStore';
import { DomainGrantWriter } from './domains/DomainGrantWriter';
import { DomainOwners } from './domains/DomainOwners';
import { DomainResources } from './domains/DomainResources';
import { GiveRequestedAccess } from './domains/GiveRequestedAccess';
import { SnapshotTaker } from './domains/SnapshotTaker';
import type { SweepDomainGrants } from './domains/SweepDomainGrants';
import { NoticeRecipients } from './deliveries/NoticeRecipients';
import { NoticeSender } from './deliveries/NoticeSender';
import { PageSignals } from './deliveries/PageSignals';
import { RequestNotices } from './deliveries/RequestNotices';
import { Connectors } from './entitlements/Connectors';
import { DatabaseEmergencyStore } from './emergencies/DatabaseEmergencyStore';
import type { RemindOfReviews } from './emergencies/RemindOfReviews';
import { DatabaseEntitlementStore } from './entitlements/DatabaseEntitlementStore';
import { EntitlementWishes } from './entitlements/EntitlementWishes';
import { SOURCE_LANES } from './entitlements/sourceLane';
import { EVENT_LANES } from './events/eventMessages';
import { publishedHistory } from './events/publishedHistory';
import { PublishEvents } from './events/PublishEvents';
import { SubjectsOfEvents } from './events/SubjectsOfEvents';
import { AccessReader } from './grants/AccessReader';
import { AnswerableUsers } from './approvers/AnswerableUsers';
import { createDelegations } from './createDelegations';
import { DelegationNotices } from './deliveries/DelegationNotices';
import { DatabaseDelegationStore } from './delegations/DatabaseDelegationStore';
import { StandIns } from './delegations/StandIns';
import { DatabaseGrantStore } from './grants/DatabaseGrantStore';
import { GrantFactsReader } from './grants/GrantFactsReader';
import { GrantResources } from './grants/GrantResources';
import type { OperationHandlers } from './http/operation';
import { DatabaseOutboxStore } from './outbox/DatabaseOutboxStore';
import type { OutboxHandler } from './outbox/OutboxMessage';
import { OutboxWorker } from './outbox/OutboxWorker';
import { OutboxWorkers } from './outbox/OutboxWorkers';
import { HeldPrivileges } from './permissions/HeldPrivileges';
import { PermissionGuard } from './permissions/PermissionGuard';
import { registerResourceTypes } from './permissions/registerResourceTypes';
import { ApproveByRule } from './preApprovals/ApproveByRule';
import { PreApprovalRules } from './preApprovals/PreApprovalRules';
import { DatabasePolicyStore } from './policies/DatabasePolicyStore';
import type { SyncShippedPolicies } from './policies/SyncShippedPolicies';
import { AuthorizedRequestService } from './requests/AuthorizedRequestService';
import { BeneficiaryCheck } from './requests/BeneficiaryCheck';
import { ChangeRequest } from './requests/ChangeRequest';
import { CommentOnRequest } from './requests/CommentOnRequest';
import { DatabaseIdempotencyKeys } from './requests/DatabaseIdempotencyKeys';
import { DatabaseRequestQueries } from './requests/DatabaseRequestQueries';
import { DatabaseRequestStore } from './requests/DatabaseRequestStore';
import { DecideRequests } from './requests/DecideRequests';
import { DefaultRequestService } from './requests/DefaultRequestService';
import { EscalateRequests } from './requests/EscalateRequests';
import { FileRequests } from './requests/FileRequests';
import { FollowCatalog } from './requests/FollowCatalog';
import { GiveApproved } from './requests/GiveApproved';
import { ListRequests } from './requests/ListRequests';
import { ReadRequest } from './requests/ReadRequest';
import { StepOn } from './requests/StepOn';
import { RequestedAccess } from './requests/RequestedAccess';
import { RequestResources } from './requests/RequestResources';
import { RequestPolicy } from './requests/RequestPolicy';
import { requestRoutes } from './requests/requestRoutes';
import { RequestSituations } from './requests/RequestSituations';
import { RequestTransitions } from './requests/RequestTransitions';
import { SubmitRequests } from './requests/SubmitRequests';
import { SweepDueRequests } from './requests/SweepDueRequests';
import { WithdrawRequest } from './requests/WithdrawRequest';

import { createReviews } from './reviews/createReviews';
import type { SweepReviews } from './reviews/SweepReviews';
import { DatabaseResponsibilityStore } from './responsibilities/DatabaseResponsibilityStore';
import { DatabaseRoleStore } from './roles/DatabaseRoleStore';

/** What the product stands on. */
export interface DatasetAccessFoundation {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  permissions: PermissionsService;
  registry: PermissionsRegistryService;
  notifications: NotificationService;
  signals: SignalsService;
  events: EventsService;
  logger: LoggerService;
  config: DatasetAccessConfig;
  clock: Clock;
  /** In place of the shipped one. */
  resolver?: ApproverResolver;
  /** What makes access real in sources. */
  connectors?: Connectors;
}

/** The product put together: the API's handlers, and what runs in the background. */
export interface DatasetAccess {
  handlers: OperationHandlers;
  worker: OutboxWorkers;
  outbox: DatabaseOutboxStore;
  idempotency: DatabaseIdempotencyKeys;
  due: SweepDueRequests;
  escalate: EscalateRequests;
  eraseOldTexts: EraseOldTexts;
  followCatalog: FollowCatalog;
  changes: DatabaseChanges;
  decisions: DecisionIndexKeeper;
  shipped: SyncShippedPolicies;
  domainSweep: SweepDomainGrants;
  grantLife: Pick<
    ReturnType<typeof createGrantLife>,
    'sweep' | 'follow' | 'sync' | 'compare'
  >;
  reviewSweep: SweepReviews;
  emergencyReminders: RemindOfReviews;
}

/**
 * Puts the product together. Nothing is decided here; read it to see what there is. Each part takes from the parts before
 * it what its options name.
 */
export function createDatasetAccess(
  foundation: DatasetAccessFoundation,
): DatasetAccess {
  const { knex, config, permissions, registry, clock } = foundation;

  const outbox = new DatabaseOutboxStore(knex);
  const stored = {
    ...foundation,
    delegations: new DatabaseDelegationStore(knex),
    audit: publishedHistory({ knex, outbox, clock }),
    outbox,
    grants: new DatabaseGrantStore(knex),
    domainGrants: new DatabaseDomainGrantStore(knex),
    snapshots: new DatabaseSnapshotStore(knex),
    entitlements: new DatabaseEntitlementStore(knex),
    emergencies: new DatabaseEmergencyStore(knex),
    connectors: foundation.connectors ?? new Connectors(),
    owners: new DatabaseDatasetOwners(knex),
    queries: new DatabaseRequestQueries(knex),
    store: new DatabaseRequestStore(knex),
    idempotency: new DatabaseIdempotencyKeys(knex),
    changes: new DatabaseChanges(knex),
    policies: new DatabasePolicyStore(knex),
    roles: new DatabaseRoleStore(knex),
    responsibilities: new DatabaseResponsibilityStore(knex),
    privileges: new PrivilegeRegistry(config.privileges.map(ownPrivilege)),
    operations: dataOpsOperations,
  };
  const decisions = new DecisionIndexKeeper({
    ...stored,
    catalogFacts: new CatalogFacts(foundation),
  });

  const directory = new CatalogDirectory({ ...foundation, decisions });
  const reader = new DatasetReader(config);
  const resolver = foundation.resolver ?? new OverrideOwnerResolver(config);
  const held = new HeldPrivileges({ ...stored, decisions });
  const domainOwners = new DomainOwners({ ...stored, directory });
  const stepApprovers = new StepApprovers({
    ...stored,
    directory,
    domainOwners,
  });
  const catalogued = {
    ...stored,
    held,
    directory,
    reader,
    datasets: new VisibleDatasets({ ...foundation, reader, decisions }),
    approvers: new ApproverService({
      ...foundation,
      resolver,
      directory,
      decisions,
      domainOwners,
      stepApprovers,
    }),
    standIns: new StandIns({ ...stored, directory }),
    requestedAccess: new RequestedAccess(stored),
    grantWriter: new DomainGrantWriter(stored),
    snapshotTaker: new SnapshotTaker({ ...stored, directory, decisions }),
    access: new AccessReader({ ...stored, directory, decisions }),
    recipients: new NoticeRecipients({ directory }),
    sender: new NoticeSender({
      ...foundation,
      enabled: config.notifications.enabled,
    }),
  };
  const requestResources = new RequestResources(stored);
  const known = {
    ...catalogued,
    plans: new ApprovalPlans(catalogued),
    requestResources,
    situations: new RequestSituations({ ...catalogued, requestResources }),
    transitions: new RequestTransitions(stored),
  };

  const deliveries: Record<string, OutboxHandler> = {
    ...new RequestNotices(known).handlers(),
    ...new PageSignals(known).handlers(),
    ...new DelegationNotices(known).handlers(),
  };
  const delivering = {
    ...foundation,
    store: outbox,
    leaseMs: Duration.fromISO(config.workers.outboxLease).toMillis(),
  };
  // sources and subscribers to events are not ours, and must not hold up notices
  const worker = new OutboxWorkers([
    new OutboxWorker({
      ...delivering,
      handlers: deliveries,
      lanes: { prefixes: [EVENT_LANES, SOURCE_LANES], others: true },
    }),
    new OutboxWorker({
      ...delivering,
      handlers: deliveries,
      lanes: { prefixes: [SOURCE_LANES] },
      longestRetryMs: Duration.fromISO(
        config.workers.sourceRetryEvery,
      ).toMillis(),
    }),
    new OutboxWorker({
      ...delivering,
      handlers: new PublishEvents({
        ...known,
        eventSubjects: new SubjectsOfEvents(known),
      }).handlers(),
      lanes: { prefixes: [EVENT_LANES] },
      inOrder: true,
    }),
  ]);
  const wishes = new EntitlementWishes(known);
  const giving = new GiveApproved({ ...known, wishes });
  const working = {
    ...known,
    decisions,
    wishes,
    giving,
    preApprovals: new PreApprovalRules({ ...known, decisions }),
    approveByRule: new ApproveByRule({ ...known, giving }),
    grantFacts: new GrantFactsReader(known),
    beneficiaries: new BeneficiaryCheck(known),
    domainGiving: new GiveRequestedAccess(known),
    filing: new FileRequests(known),
    change: new ChangeRequest(known),
    stepOn: new StepOn(known),
    afterChange: async () => {
      worker.wake();
      await decisions.tryCatchUp();
    },
  };

  const grantResources = new GrantResources(working);
  const domainResources = new DomainResources(working);
  registerResourceTypes(registry, {
    datasets: new DatasetResources(working),
    requests: requestResources,
    grants: grantResources,
    domains: domainResources,
  });
  const guards = {
    dataset: guard(datasetResourceRef),
    request: guard(requestResourceRef),
    grant: guard(grantResourceRef),
    domain: guard(domainResourceRef),
  };
  const askingRight = new AskingRight({ held, datasetGuard: guards.dataset });
  function guard<TResource, TQuery>(
    resourceRef: PermissionResourceRef<TResource, TQuery>,
  ) {
    return new PermissionGuard({ permissions, registry, resourceRef });
  }

  const grantLife = createGrantLife({
    ...working,
    grantGuard: guards.grant,
    grantResources,
  });
  // what grants deliver makes the worker look again, so it comes after the worker
  Object.assign(deliveries, grantLife.deliveries);
  const reviews = createReviews({ ...working, grantGuard: guards.grant });
  Object.assign(deliveries, reviews.deliveries);
  const emergencies = createEmergencies(working);
  Object.assign(deliveries, emergencies.deliveries);
  const requests = new DefaultRequestService({
    ...working,
    submit: new SubmitRequests(working),
    list: new ListRequests({
      ...working,
      tasks: grantLife.tasks,
      reviews: reviews.read,
      emergencyReviews: emergencies.service,
    }),
    read: new ReadRequest({
      ...working,
      emergencyStories: emergencies.service,
    }),
    decide: new DecideRequests(working),
    withdraw: new WithdrawRequest(working),
    comment: new CommentOnRequest(working),
  });
  const policy = new RequestPolicy({
    guards,
    requestResources,
    grantResources,
  });

  const administered = {
    ...working,
    lock: new AdministrationLock({ ...working, decisions }),
  };
  const accessControl = createAccessControl({
    ...administered,
    grantGuard: guards.grant,
  });
  const domainAccess = createDomainAccess({
    ...administered,
    domainGuard: guards.domain,
    domainResources,
  });

  return {
    handlers: {
      ...accessControl.handlers,
      ...domainAccess.handlers,
      ...requestRoutes(
        new AuthorizedRequestService({
          ...working,
          service: requests,
          policy,
          askingRight,
        }),
      ),
      ...grantLife.handlers,
      ...createDelegations({
        ...working,
        answerable: new AnswerableUsers(working),
      }).handlers,
      ...reviews.handlers,
      ...emergencies.handlers({ ...working, policy, askingRight }),
      ...datasetAccessRoutes(
        new DatasetAccessService({
          ...working,
          askingRight,
          emergencyRules: emergencies.rules,
          openRequests: requests,
        }),
      ),
    },
    worker,
    outbox: stored.outbox,
    idempotency: stored.idempotency,
    due: new SweepDueRequests(working),
    escalate: new EscalateRequests(working),
    eraseOldTexts: new EraseOldTexts(stored),
    followCatalog: new FollowCatalog(working),
    changes: stored.changes,
    decisions,
    shipped: accessControl.shipped,
    domainSweep: domainAccess.sweep,
    grantLife,
    reviewSweep: reviews.sweep,
    emergencyReminders: emergencies.reminders,
  };
}

function ownPrivilege(
  configured: DatasetAccessConfig['privileges'][number],
): Privilege {
  return { ...configured, area: 'platform' };
}

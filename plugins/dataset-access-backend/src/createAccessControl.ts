import type {
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  Operation,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type {
  Directory,
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { ActorExistence } from './actors/ActorExistence';
import type { DatabaseAuditStore } from './audit/DatabaseAuditStore';
import type { AdministrationLock } from './changes/AdministrationLock';
import type { Clock } from './clock';
import type { DatasetAccessConfig } from './config/readConfig';
import type { VisibleDatasets } from './datasets/VisibleDatasets';
import { AuthorizedDecisionService } from './decisions/AuthorizedDecisionService';
import type { DecisionIndexKeeper } from './decisions/DecisionIndexKeeper';
import { decisionRoutes } from './decisions/decisionRoutes';
import { DefaultDecisionService } from './decisions/DefaultDecisionService';
import { EvaluateAccess } from './decisions/EvaluateAccess';
import { AuthorizedImportService } from './imports/AuthorizedImportService';
import { ImportPolicies } from './imports/ImportPolicies';
import { importRoutes } from './imports/importRoutes';
import type { PermissionGuard } from './permissions/PermissionGuard';
import { PrivilegeGuard } from './permissions/PrivilegeGuard';
import { AuthorizedPolicyService } from './policies/AuthorizedPolicyService';
import type { DatabasePolicyStore } from './policies/DatabasePolicyStore';
import { DefaultPolicyService } from './policies/DefaultPolicyService';
import { PolicyChanges } from './policies/PolicyChanges';
import { PolicyDraftReader } from './policies/PolicyDraftReader';
import { PolicyFile } from './policies/PolicyFile';
import { policyRoutes } from './policies/policyRoutes';
import { SyncShippedPolicies } from './policies/SyncShippedPolicies';
import { AuthorizedResponsibilityService } from './responsibilities/AuthorizedResponsibilityService';
import type { DatabaseResponsibilityStore } from './responsibilities/DatabaseResponsibilityStore';
import { DefaultResponsibilityService } from './responsibilities/DefaultResponsibilityService';
import { ResponsibilityHandout } from './responsibilities/ResponsibilityHandout';
import { responsibilityRoutes } from './responsibilities/responsibilityRoutes';
import { ResponsibilityWriter } from './responsibilities/ResponsibilityWriter';
import { AuthorizedRoleService } from './roles/AuthorizedRoleService';
import type { DatabaseRoleStore } from './roles/DatabaseRoleStore';
import { DefaultRoleService } from './roles/DefaultRoleService';
import { RoleAssignments } from './roles/RoleAssignments';
import { RoleHistory } from './roles/RoleHistory';
import { roleRoutes } from './roles/roleRoutes';

/** What the administration of rights stands on. */
export interface AccessControlFoundation {
  knex: Knex;
  permissions: PermissionsService;
  signals: SignalsService;
  logger: LoggerService;
  config: DatasetAccessConfig;
  clock: Clock;
  audit: DatabaseAuditStore;
  policies: DatabasePolicyStore;
  roles: DatabaseRoleStore;
  responsibilities: DatabaseResponsibilityStore;
  directory: Directory;
  datasets: VisibleDatasets;
  grantGuard: PermissionGuard<GrantResource, GrantCondition>;
  decisions: DecisionIndexKeeper;
  privileges: PrivilegeRegistry;
  operations: readonly Operation[];
  lock: AdministrationLock;
}

/** Puts together what says who may do what: policies, roles, responsibilities, imports, and answers about all of it. */
export function createAccessControl(foundation: AccessControlFoundation) {
  const policyDrafts = new PolicyDraftReader(foundation);
  const roleHistory = new RoleHistory(foundation);
  const administered = {
    ...foundation,
    policyDrafts,
    roleHistory,
    privilegeGuard: new PrivilegeGuard(foundation),
    existence: new ActorExistence(foundation),
    policyChanges: new PolicyChanges(foundation),
    roleAssignments: new RoleAssignments({ ...foundation, roleHistory }),
    responsibilityWriter: new ResponsibilityWriter(foundation),
    responsibilityHandout: new ResponsibilityHandout(foundation),
    evaluateAccess: new EvaluateAccess(foundation),
  };
  return {
    handlers: {
      ...policyRoutes(
        new AuthorizedPolicyService({
          ...administered,
          service: new DefaultPolicyService(administered),
        }),
      ),
      ...importRoutes(
        new AuthorizedImportService({
          ...administered,
          service: new ImportPolicies(administered),
        }),
      ),
      ...roleRoutes(
        new AuthorizedRoleService({
          ...administered,
          service: new DefaultRoleService(administered),
        }),
      ),
      ...responsibilityRoutes(
        new AuthorizedResponsibilityService({
          ...administered,
          service: new DefaultResponsibilityService(administered),
        }),
      ),
      ...decisionRoutes(
        new AuthorizedDecisionService({
          ...administered,
          service: new DefaultDecisionService(administered),
        }),
        foundation,
      ),
    },
    shipped: new SyncShippedPolicies({
      ...administered,
      policyFile: new PolicyFile(administered),
    }),
  };
}

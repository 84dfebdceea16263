/* eslint-disable new-cap -- openapi-fetch names its methods after those of HTTP */
import type { Client } from 'openapi-fetch';
import type { components, operations, paths } from './api.gen';
import {
  CallOptions,
  createTransport,
  DatasetAccessClientOptions,
  unwrap,
} from './transport';
import type {
  AccessHolders,
  ChangeHistory,
  Explanation,
  ImportReport,
  Policy,
  PolicyChange,
  PolicyDraft,
  PolicyImport,
  PolicyPage,
  PolicyPreview,
  PolicyStateChange,
  PolicyUpdate,
  Responsibility,
  ResponsibilityDraft,
  ResponsibilityPage,
  ResponsibilityUpdate,
  Role,
  RoleAssignmentResult,
  RoleDetail,
  RoleDraft,
  RoleList,
  RoleMemberPage,
  RoleSubjects,
  RoleUpdate,
} from './types';

type Schemas = components['schemas'];

/** @public */
export type PolicyQuery = NonNullable<
  operations['listPolicies']['parameters']['query']
>;
/** @public */
export type ResponsibilityQuery = NonNullable<
  operations['listResponsibilities']['parameters']['query']
>;
/** @public */
export type ExplainQuery = NonNullable<
  operations['explainDecision']['parameters']['query']
>;

/**
 * Typed client for what administrators do: policies, roles, responsibilities, and asking why. It throws as
 * {@link DatasetAccessClient} does.
 *
 * @public
 */
export class AccessControlClient {
  readonly #client: Client<paths>;

  constructor(options: DatasetAccessClientOptions) {
    this.#client = createTransport(options);
  }

  async listPrivileges(
    options?: CallOptions,
  ): Promise<Schemas['PrivilegeList']> {
    return unwrap(
      await this.#client.GET('/v1/privileges', {
        signal: options?.signal,
      }),
    );
  }

  async listPolicies(
    query: PolicyQuery,
    options?: CallOptions,
  ): Promise<PolicyPage> {
    return unwrap(
      await this.#client.GET('/v1/policies', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async getPolicy(policyId: string, options?: CallOptions): Promise<Policy> {
    return unwrap(
      await this.#client.GET('/v1/policies/{policyId}', {
        params: { path: { policyId } },
        signal: options?.signal,
      }),
    );
  }

  async getPolicyHistory(
    policyId: string,
    options?: CallOptions,
  ): Promise<ChangeHistory> {
    return unwrap(
      await this.#client.GET('/v1/policies/{policyId}/history', {
        params: { path: { policyId } },
        signal: options?.signal,
      }),
    );
  }

  async createPolicy(body: PolicyDraft): Promise<Policy> {
    return unwrap(
      await this.#client.POST('/v1/policies', {
        body,
      }),
    );
  }

  async updatePolicy(policyId: string, body: PolicyUpdate): Promise<Policy> {
    return unwrap(
      await this.#client.PUT('/v1/policies/{policyId}', {
        params: { path: { policyId } },
        body,
      }),
    );
  }

  async setPolicyState(
    policyId: string,
    body: PolicyStateChange,
  ): Promise<Policy> {
    return unwrap(
      await this.#client.PUT('/v1/policies/{policyId}/state', {
        params: { path: { policyId } },
        body,
      }),
    );
  }

  async deletePolicy(policyId: string, version?: number): Promise<Policy> {
    return unwrap(
      await this.#client.DELETE('/v1/policies/{policyId}', {
        params: { path: { policyId }, query: { version } },
      }),
    );
  }

  async previewPolicy(
    body: PolicyChange,
    options?: CallOptions,
  ): Promise<PolicyPreview> {
    return unwrap(
      await this.#client.POST('/v1/policies/preview', {
        body,
        signal: options?.signal,
      }),
    );
  }

  async importPolicies(body: PolicyImport): Promise<ImportReport> {
    return unwrap(
      await this.#client.POST('/v1/policies/import', {
        body,
      }),
    );
  }

  async listRoles(
    query: { subject?: string } = {},
    options?: CallOptions,
  ): Promise<RoleList> {
    return unwrap(
      await this.#client.GET('/v1/roles', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async getRole(roleId: string, options?: CallOptions): Promise<RoleDetail> {
    return unwrap(
      await this.#client.GET('/v1/roles/{roleId}', {
        params: { path: { roleId } },
        signal: options?.signal,
      }),
    );
  }

  async listRoleMembers(
    roleId: string,
    query: { limit?: number; cursor?: string },
    options?: CallOptions,
  ): Promise<RoleMemberPage> {
    return unwrap(
      await this.#client.GET('/v1/roles/{roleId}/members', {
        params: { path: { roleId }, query },
        signal: options?.signal,
      }),
    );
  }

  async createRole(body: RoleDraft): Promise<Role> {
    return unwrap(
      await this.#client.POST('/v1/roles', {
        body,
      }),
    );
  }

  async updateRole(roleId: string, body: RoleUpdate): Promise<Role> {
    return unwrap(
      await this.#client.PUT('/v1/roles/{roleId}', {
        params: { path: { roleId } },
        body,
      }),
    );
  }

  async deleteRole(roleId: string): Promise<Role> {
    return unwrap(
      await this.#client.DELETE('/v1/roles/{roleId}', {
        params: { path: { roleId } },
      }),
    );
  }

  async assignRole(
    roleId: string,
    body: RoleSubjects,
  ): Promise<RoleAssignmentResult> {
    return unwrap(
      await this.#client.POST('/v1/roles/{roleId}/assignments', {
        params: { path: { roleId } },
        body,
      }),
    );
  }

  async removeRole(
    roleId: string,
    body: RoleSubjects,
  ): Promise<RoleAssignmentResult> {
    return unwrap(
      await this.#client.POST('/v1/roles/{roleId}/removals', {
        params: { path: { roleId } },
        body,
      }),
    );
  }

  async listResponsibilities(
    query: ResponsibilityQuery,
    options?: CallOptions,
  ): Promise<ResponsibilityPage> {
    return unwrap(
      await this.#client.GET('/v1/responsibilities', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async createResponsibility(
    body: ResponsibilityDraft,
  ): Promise<Responsibility> {
    return unwrap(
      await this.#client.POST('/v1/responsibilities', {
        body,
      }),
    );
  }

  async updateResponsibility(
    responsibilityId: string,
    body: ResponsibilityUpdate,
  ): Promise<Responsibility> {
    return unwrap(
      await this.#client.PUT('/v1/responsibilities/{responsibilityId}', {
        params: { path: { responsibilityId } },
        body,
      }),
    );
  }

  async terminateResponsibility(
    responsibilityId: string,
    body: { version?: number },
  ): Promise<Responsibility> {
    return unwrap(
      await this.#client.POST(
        '/v1/responsibilities/{responsibilityId}/termination',
        {
          params: { path: { responsibilityId } },
          body,
        },
      ),
    );
  }

  async deleteResponsibility(
    responsibilityId: string,
  ): Promise<Responsibility> {
    return unwrap(
      await this.#client.DELETE('/v1/responsibilities/{responsibilityId}', {
        params: { path: { responsibilityId } },
      }),
    );
  }

  async listOperations(
    options?: CallOptions,
  ): Promise<Schemas['OperationList']> {
    return unwrap(
      await this.#client.GET('/v1/operations', {
        signal: options?.signal,
      }),
    );
  }

  async explain(
    query: ExplainQuery,
    options?: CallOptions,
  ): Promise<Explanation> {
    return unwrap(
      await this.#client.GET('/v1/explain', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async whoHasAccess(
    query: { dataset: string; limit?: number; cursor?: string },
    options?: CallOptions,
  ): Promise<AccessHolders> {
    return unwrap(
      await this.#client.GET('/v1/who-has-access', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }
}

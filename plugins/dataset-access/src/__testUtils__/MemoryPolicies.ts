import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ChangeHistory,
  DatasetAccessError,
  ImportReport,
  Policy,
  PolicyChange,
  PolicyDraft,
  PolicyImport,
  PolicyPage,
  PolicyPreview,
  PolicyQuery,
  PolicyStateChange,
  PolicyUpdate,
  ResponsibilityPage,
  RoleList,
} from 'backstage-plugin-dataset-access-common';
import { entities } from './people';
import { contentOf, privileges } from './policies';
import { previewIn } from './policyPreview';
import type { AccessControlApi } from './portalApis';

type PoliciesApi = Pick<
  AccessControlApi,
  | 'listPrivileges'
  | 'listPolicies'
  | 'getPolicy'
  | 'getPolicyHistory'
  | 'createPolicy'
  | 'updatePolicy'
  | 'setPolicyState'
  | 'deletePolicy'
  | 'previewPolicy'
  | 'importPolicies'
  | 'listRoles'
  | 'listResponsibilities'
>;

/** Policies as the backend keeps and judges them, in memory. What a change would do is asked of the product's own function. */
export class MemoryPolicies implements PoliciesApi {
  /** What the signed-in user may do. */
  can = { read: true, manage: true };
  /** What an import is found to mean. */
  findings: Omit<ImportReport, 'dryRun'> = {
    policies: [],
    bindings: [],
    unsupported: [],
  };
  readonly histories = new Map<string, ChangeHistory>();

  constructor(readonly me: string, readonly policies: Policy[] = []) {}

  async listPrivileges() {
    return { items: privileges };
  }

  async listPolicies(query: PolicyQuery): Promise<PolicyPage> {
    this.#requireRead();
    const { type, state, origin, privilege, actor, q = '' } = query;
    const { sort = 'name', limit = 25, cursor = '0' } = query;
    const from = Number(cursor);
    if (Number.isNaN(from)) {
      throw new DatasetAccessError('BAD_CURSOR');
    }
    const found = this.policies
      .filter(one => !type || one.type === type)
      .filter(one => !state || one.state === state)
      .filter(one => !origin || one.origin === origin)
      .filter(one => !privilege || one.privileges.includes(privilege))
      .filter(one => !actor || actorTerms(one).includes(actor))
      .filter(({ name, description }) =>
        `${name} ${description}`.toLowerCase().includes(q.toLowerCase()),
      )
      .sort((a, b) =>
        sort.endsWith('name')
          ? a.name.localeCompare(b.name)
          : a.updatedAt.localeCompare(b.updatedAt),
      );
    if (sort.startsWith('-')) {
      found.reverse();
    }
    const to = from + limit;
    return {
      items: found.slice(from, to),
      nextCursor: to < found.length ? String(to) : undefined,
      prevCursor: from > 0 ? String(Math.max(0, from - limit)) : undefined,
      can: { manage: this.can.manage },
    };
  }

  async getPolicy(policyId: string): Promise<Policy> {
    this.#requireRead();
    return this.#find(policyId);
  }

  async getPolicyHistory(policyId: string): Promise<ChangeHistory> {
    const { createdAt: at, createdBy: by } = this.#find(policyId);
    return (
      this.histories.get(policyId) ?? {
        items: [{ type: 'created', at, by }],
        intact: true,
      }
    );
  }

  async createPolicy(draft: PolicyDraft): Promise<Policy> {
    this.#judge(draft);
    const now = new Date().toISOString();
    const policy: Policy = {
      state: 'active',
      resources: [],
      ...draft,
      id: `policy-${this.policies.length + 1}`,
      origin: 'custom',
      editable: true,
      version: 1,
      createdAt: now,
      createdBy: this.me,
      updatedAt: now,
      updatedBy: this.me,
    };
    this.policies.push(policy);
    return policy;
  }

  async updatePolicy(
    policyId: string,
    { policy, version }: PolicyUpdate,
  ): Promise<Policy> {
    const before = this.#editable(policyId, version);
    this.#judge(policy, policyId);
    return this.change(before, { resources: [], ...policy });
  }

  async setPolicyState(
    policyId: string,
    { state, version }: PolicyStateChange,
  ): Promise<Policy> {
    return this.change(this.#editable(policyId, version), { state });
  }

  async deletePolicy(policyId: string, version?: number): Promise<Policy> {
    const policy = this.#editable(policyId, version);
    this.policies.splice(this.policies.indexOf(policy), 1);
    return policy;
  }

  async previewPolicy(change: PolicyChange): Promise<PolicyPreview> {
    const saved = change.policyId ? this.#find(change.policyId) : undefined;
    return previewIn(this.policies, saved, change);
  }

  async importPolicies({
    format,
    content,
    dryRun = true,
  }: PolicyImport): Promise<ImportReport> {
    if (format === 'datahub' && !content.startsWith('[')) {
      throw new DatasetAccessError('BAD_IMPORT', {
        message: 'This is not JSON: it stops making sense in line 1.',
      });
    }
    if (!dryRun) {
      for (const { outcome, policy } of this.findings.policies) {
        if (outcome === 'created') {
          await this.createPolicy(policy);
        }
      }
    }
    return { ...this.findings, dryRun };
  }

  async listRoles(): Promise<RoleList> {
    const role = (id: string, title: string, description?: string) => ({
      ...{ id, title, description },
      shipped: true,
      editable: false,
      isDefault: false,
      members: 1,
    });
    return {
      items: [
        role('admin', 'Admin', 'Runs the portal.'),
        role('reader', 'Reader', 'Sees all metadata.'),
      ],
      can: { manage: this.can.manage },
    };
  }

  async listResponsibilities(): Promise<ResponsibilityPage> {
    return {
      items: [],
      roles: [{ id: 'data-steward', title: 'Data steward' }],
      can: { manage: this.can.manage },
    };
  }

  /** What somebody else makes of a policy. */
  change(before: Policy, changes: Partial<Policy>): Policy {
    const changed = {
      ...before,
      ...changes,
      version: before.version + 1,
      updatedAt: new Date().toISOString(),
      updatedBy: this.me,
    };
    this.policies.splice(this.policies.indexOf(before), 1, changed);
    this.histories.set(before.id, {
      intact: true,
      items: [
        ...(this.histories.get(before.id)?.items ?? []),
        {
          type: 'changed',
          at: changed.updatedAt,
          by: this.me,
          facts: { before: contentOf(before), after: contentOf(changed) },
        },
      ],
    });
    return changed;
  }

  #requireRead(): void {
    if (!this.can.read) {
      throw new DatasetAccessError('FORBIDDEN');
    }
  }

  #find(policyId: string): Policy {
    const policy = this.policies.find(({ id }) => id === policyId);
    if (!policy) {
      throw new DatasetAccessError('POLICY_NOT_FOUND');
    }
    return policy;
  }

  #editable(policyId: string, version?: number): Policy {
    const policy = this.#find(policyId);
    if (!policy.editable) {
      throw new DatasetAccessError('POLICY_LOCKED');
    }
    if (version !== undefined && version !== policy.version) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return policy;
  }

  #judge({ name, actors }: PolicyDraft, policyId?: string): void {
    const namesake = this.policies.find(
      one => one.name.toLowerCase() === name.toLowerCase(),
    );
    if (namesake && namesake.id !== policyId) {
      throw new DatasetAccessError('POLICY_NAME_TAKEN', {
        message: `There is already a policy called "${namesake.name}".`,
      });
    }
    const known = entities.map(one => stringifyEntityRef(one));
    const unknown = [...(actors.users ?? []), ...(actors.groups ?? [])].find(
      ref => !known.includes(ref),
    );
    if (unknown) {
      throw new DatasetAccessError('UNKNOWN_ACTOR', {
        message: `${unknown} is not in the catalog.`,
      });
    }
  }
}

function actorTerms({ actors }: Policy): string[] {
  const { users = [], groups = [], roles = [] } = actors;
  return [...users, ...groups, ...roles.map(role => `role:${role}`)];
}

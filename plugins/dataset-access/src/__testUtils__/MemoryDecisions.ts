import {
  AccessHolder,
  AccessHolders,
  AccessControlClient,
  DatasetAccessError,
  Explanation,
  ExplanationNode,
  ExplanationPath,
  ExplainQuery,
} from 'backstage-plugin-dataset-access-common';
import { ANA, ANALYSTS, ORDERS } from './people';
import type { AccessControlApi } from './portalApis';

type Privilege = Awaited<
  ReturnType<AccessControlClient['listPrivileges']>
>['items'][number];
type Operation = Awaited<
  ReturnType<AccessControlClient['listOperations']>
>['items'][number];

export const EDIT_TAGS = 'metadata.edit-tags';
export const READ_ONLY = 'dataset-access.level.read-only';
export const MODIFY_PRODUCT = 'builder.modify-product';

/** Some of the privileges that there are, of each area one. */
export const privileges: Privilege[] = [
  privilege(READ_ONLY, 'Read-only access', 'access'),
  privilege('catalog.entity.read', 'View entity page', 'catalog'),
  privilege(EDIT_TAGS, 'Edit tags', 'metadata'),
  privilege('platform.manage-policies', 'Manage policies', 'platform'),
  privilege('dataops.editor', 'DataOps editor', 'dataops'),
];

export const operations: Operation[] = [
  {
    id: MODIFY_PRODUCT,
    title: 'Data product modification',
    module: 'Builder',
    allOf: ['dataops.editor'],
    objectRoutes: ['team', 'stewardship'],
    gate: ['agents.viewer'],
    override: ['dataops.admin'],
  },
];

function privilege(
  name: string,
  title: string,
  area: Privilege['area'],
): Privilege {
  const type = ['platform', 'dataops'].includes(area) ? 'platform' : 'metadata';
  return { name, title, description: title, area, type, permissions: [] };
}

const node = (
  kind: ExplanationNode['kind'],
  id: string,
  title?: string,
): ExplanationNode => ({ kind, id, title });

/** Ana, by way of the analysts and what readers may do. */
export function aPath(facts: Partial<ExplanationPath> = {}): ExplanationPath {
  return {
    nodes: [
      node('user', ANA),
      node('group', ANALYSTS),
      node('role', 'reader', 'Reader'),
      node('policy', 'role-reader-metadata', 'Reader: metadata'),
      node('resource', ORDERS),
    ],
    privilege: EDIT_TAGS,
    criteria: [],
    ...facts,
  };
}

/** Ana, by a grant to herself that ends. */
export function aGrantPath(
  facts: Partial<ExplanationPath> = {},
): ExplanationPath {
  return {
    nodes: [
      node('user', ANA),
      node('grant', 'grant-1', 'Read-only on Customer orders'),
      node('resource', ORDERS),
    ],
    privilege: READ_ONLY,
    ...facts,
  };
}

/** A yes, about Ana and the orders, unless something else is said. */
export function aYes(facts: Partial<Explanation> = {}): Explanation {
  return {
    subject: ANA,
    privilege: EDIT_TAGS,
    resource: ORDERS,
    allowed: true,
    paths: [aPath()],
    nearMisses: [],
    at: '2031-01-01T12:00:00.000Z',
    ...facts,
  };
}

export function aNo(facts: Partial<Explanation> = {}): Explanation {
  return aYes({ allowed: false, reason: 'no-path', paths: [], ...facts });
}

type DecisionsApi = Pick<
  AccessControlApi,
  | 'listPrivileges'
  | 'listOperations'
  | 'explain'
  | 'whoHasAccess'
  | 'listRoles'
  | 'listResponsibilities'
>;

/** Decisions as the backend explains them to one person. */
export class MemoryDecisions implements DecisionsApi {
  /** The questions that were asked, the last one last. */
  readonly asked: ExplainQuery[] = [];
  /** May ask about others. */
  mayAsk = true;
  holders: AccessHolder[] = [];
  readonly #answer: Partial<Explanation>;

  /** @param answer - to whatever is asked; it repeats the question */
  constructor(readonly me: string, answer: Partial<Explanation> = aYes()) {
    this.#answer = answer;
  }

  async listPrivileges() {
    return { items: privileges };
  }

  async listOperations() {
    return { items: operations };
  }

  async explain(query: ExplainQuery): Promise<Explanation> {
    this.asked.push(query);
    const subject = query.subject ?? this.me;
    if (!this.mayAsk && subject !== this.me) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    return {
      ...aYes(),
      ...this.#answer,
      subject,
      privilege: query.privilege,
      operation: query.operation,
      resource: query.resource,
    };
  }

  async whoHasAccess({
    limit = 25,
    cursor,
  }: Parameters<DecisionsApi['whoHasAccess']>[0]): Promise<AccessHolders> {
    if (!this.mayAsk) {
      throw new DatasetAccessError('FORBIDDEN', {
        message:
          'Only those who answer for a dataset see who has access to it.',
      });
    }
    const from = Number(cursor ?? 0);
    const to = from + limit;
    return {
      items: this.holders.slice(from, to),
      nextCursor: to < this.holders.length ? String(to) : undefined,
      prevCursor: from > 0 ? String(Math.max(0, from - limit)) : undefined,
    };
  }

  async listRoles() {
    this.#requireAdmin();
    return {
      items: [
        {
          id: 'reader',
          title: 'Reader',
          shipped: true,
          editable: false,
          isDefault: false,
          members: 1,
        },
      ],
      can: { manage: true },
    };
  }

  async listResponsibilities() {
    this.#requireAdmin();
    return {
      items: [],
      roles: [{ id: 'data-steward', title: 'Data steward' }],
      can: { manage: true },
    };
  }

  #requireAdmin(): void {
    if (!this.mayAsk) {
      throw new DatasetAccessError('FORBIDDEN');
    }
  }
}

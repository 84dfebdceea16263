import {
  DatasetAccessError,
  Responsibility,
  ResponsibilityDraft,
  ResponsibilityPage,
  ResponsibilityUpdate,
  StewardshipRole,
} from 'backstage-plugin-dataset-access-common';
import { BOB, ORDERS } from './people';
import type { AccessControlApi } from './portalApis';
import { daysFromNow } from './requests';

export const stewardships: StewardshipRole[] = [
  { id: 'data-product-owner', title: 'Data product owner' },
  { id: 'data-steward', title: 'Data steward' },
];

/** Bob answers for the orders as a steward, without an end. */
export function aResponsibility(
  facts: Partial<Responsibility> = {},
): Responsibility {
  return {
    id: 'responsibility-1',
    role: 'data-steward',
    subject: BOB,
    resource: ORDERS,
    state: 'active',
    startsAt: daysFromNow(-9),
    version: 1,
    createdAt: daysFromNow(-9),
    ...facts,
  };
}

type ResponsibilitiesApi = Pick<
  AccessControlApi,
  | 'listResponsibilities'
  | 'createResponsibility'
  | 'updateResponsibility'
  | 'terminateResponsibility'
  | 'deleteResponsibility'
>;

/** Who answers for what, in memory. */
export class MemoryResponsibilities implements ResponsibilitiesApi {
  /** What the user may do. */
  may: 'nothing' | 'read' | 'manage' = 'manage';
  roles = stewardships;

  /** @param items - the latest first */
  constructor(readonly me: string, readonly items: Responsibility[] = []) {}

  async listResponsibilities({
    resource,
    limit = 25,
    cursor,
  }: Parameters<
    ResponsibilitiesApi['listResponsibilities']
  >[0]): Promise<ResponsibilityPage> {
    if (this.may === 'nothing') {
      throw new DatasetAccessError('FORBIDDEN');
    }
    const found = this.items.filter(one => one.resource === resource);
    const from = Number(cursor ?? 0);
    const to = from + limit;
    return {
      items: found.slice(from, to),
      nextCursor: to < found.length ? String(to) : undefined,
      roles: this.roles,
      can: { manage: this.may === 'manage' },
    };
  }

  async createResponsibility(
    draft: ResponsibilityDraft,
  ): Promise<Responsibility> {
    const isSame = (one: Responsibility) =>
      one.role === draft.role &&
      one.subject === draft.subject &&
      one.resource === draft.resource;
    if (this.items.some(one => isSame(one) && isOpen(one))) {
      throw new DatasetAccessError('RESPONSIBILITY_EXISTS');
    }
    const now = daysFromNow(0);
    const made = aResponsibility({
      id: `responsibility-${this.items.length + 1}`,
      createdAt: now,
      startsAt: now,
      ...draft,
      state: draft.startsAt ? 'planned' : 'active',
    });
    this.items.unshift(made);
    return made;
  }

  async updateResponsibility(
    id: string,
    { startsAt, endsAt, version }: ResponsibilityUpdate,
  ): Promise<Responsibility> {
    return this.#change(id, version, before => ({
      startsAt: startsAt ?? before.startsAt,
      endsAt,
    }));
  }

  async terminateResponsibility(
    id: string,
    { version }: { version?: number },
  ): Promise<Responsibility> {
    return this.#change(id, version, () => ({
      state: 'terminated',
      terminatedAt: daysFromNow(0),
      terminatedBy: this.me,
    }));
  }

  async deleteResponsibility(id: string): Promise<Responsibility> {
    const [removed] = this.items.splice(this.items.indexOf(this.#find(id)), 1);
    return removed;
  }

  #change(
    id: string,
    version: number | undefined,
    change: (before: Responsibility) => Partial<Responsibility>,
  ): Responsibility {
    const before = this.#find(id);
    if (!isOpen(before)) {
      throw new DatasetAccessError('RESPONSIBILITY_CLOSED');
    }
    if (version !== undefined && version !== before.version) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    const after = { ...before, ...change(before), version: before.version + 1 };
    this.items.splice(this.items.indexOf(before), 1, after);
    return after;
  }

  #find(id: string): Responsibility {
    const found = this.items.find(one => one.id === id);
    if (!found) {
      throw new DatasetAccessError('RESPONSIBILITY_NOT_FOUND');
    }
    return found;
  }
}

function isOpen({ state }: Responsibility): boolean {
  return state === 'active' || state === 'planned';
}

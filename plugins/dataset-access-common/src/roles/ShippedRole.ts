import type { RuleFacts } from '../decisions/AccessFacts';

/**
 * A policy that comes with the product.
 *
 * @public
 */
export interface ShippedPolicy
  extends Pick<
    RuleFacts,
    'id' | 'name' | 'type' | 'state' | 'privileges' | 'actors' | 'resources'
  > {
  description: string;
  /** Nobody can change it. What is not locked is a default, which belongs to the administrators once it is there. */
  locked: boolean;
}

/**
 * A role that comes with the product: the policies behind it cannot be changed (S4.2).
 *
 * @public
 */
export interface ShippedRole {
  id: string;
  title: string;
  description: string;
  /** Of the roles in one group a user or group holds at most one: they replace each other (S4.6). */
  exclusiveGroup?: string;
  policies: readonly ShippedPolicy[];
}

/** A shipped role as it is written down: what it gives, by the type of the policy that gives it. */
export interface ShippedRoleFacts
  extends Pick<ShippedRole, 'id' | 'title' | 'description' | 'exclusiveGroup'> {
  platform: readonly string[];
  metadata: readonly string[];
}

/** Makes the policies behind a role: one for each type, for every resource, locked (S4.2). */
export function shippedRole(facts: ShippedRoleFacts): ShippedRole {
  const { platform, metadata, ...role } = facts;
  const policy = (
    type: ShippedPolicy['type'],
    privileges: readonly string[],
  ): ShippedPolicy => ({
    id: `role-${role.id}-${type}`,
    name: `${role.title}: ${type}`,
    description: `What everybody with the role ${role.title} may do ${
      type === 'platform' ? 'in the portal' : 'with entities'
    }.`,
    type,
    state: 'active',
    privileges,
    actors: { roles: [role.id] },
    resources: [],
    locked: true,
  });
  return {
    ...role,
    policies: [policy('platform', platform), policy('metadata', metadata)],
  };
}

import type { components } from '../client/api.gen';

/**
 * Where a grant stands. Approval creates it as `awaiting-provisioning`: approved is not granted (design §3). It is
 * `active` once somebody or a connector says that the source allows the access, and its clock starts then.
 *
 * @public
 */
export type GrantState = components['schemas']['GrantState'];

/**
 * What decides whether a grant gives access at a given moment.
 *
 * @public
 */
export interface GrantFacts {
  state: GrantState;
  /** Absent: until revoked. */
  expiresAt?: Date;
}

/**
 * The state of a grant at a moment. Expiry is decided here, at read time, so that access ends on time even when every
 * background job is dead (design §4): the end instant itself is already without access.
 *
 * @public
 */
export function grantStateAt(grant: GrantFacts, now: Date): GrantState {
  const ended = grant.expiresAt !== undefined && grant.expiresAt <= now;
  return grant.state === 'active' && ended ? 'expired' : grant.state;
}

/**
 * Whether a grant gives access at a moment.
 *
 * @public
 */
export function isInForce(grant: GrantFacts, now: Date): boolean {
  return grantStateAt(grant, now) === 'active';
}

/**
 * Whether a grant is approved and somebody still has to make it real in the source.
 *
 * @public
 */
export function isBeingSetUp(grant: GrantFacts): boolean {
  return (
    grant.state === 'awaiting-provisioning' || grant.state === 'provisioning'
  );
}

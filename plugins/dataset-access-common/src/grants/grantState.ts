import type { components } from '../client/api.gen';

/**
 * Where a grant stands (design §4). Approved is not granted (design §3):
 *
 * ```
 *  awaiting-provisioning ─ a person confirms ────────────► active ─ revoked, returned ─► revoking ─► revoked
 *  provisioning ────────── the connector reports success ─► active ─ its end ──────────► expired
 *       └─► failed: the connector tries for ever ─────────► active
 *  any of them ◄─► suspended, while the subject or the dataset is gone or another one
 * ```
 *
 * The clock starts when it becomes `active` for the first time. `revoking` gives no access any more; it is `revoked` once
 * the source does not either. What never was in the source is `revoked` at once.
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

const ended: readonly GrantState[] = ['revoking', 'revoked', 'expired'];

/**
 * Whether a grant in this state is over for good. What is `suspended` may come back.
 *
 * @public
 */
export function hasEnded(state: GrantState): boolean {
  return ended.includes(state);
}

/**
 * Whether a grant gives access at a moment.
 *
 * @public
 */
export function isInForce(grant: GrantFacts, now: Date): boolean {
  return grantStateAt(grant, now) === 'active';
}

const beingSetUp: readonly GrantState[] = [
  'awaiting-provisioning',
  'provisioning',
  'failed',
];

/**
 * Whether a grant is approved and somebody still has to make it real in the source.
 *
 * @public
 */
export function isBeingSetUp(grant: GrantFacts): boolean {
  return beingSetUp.includes(grant.state);
}

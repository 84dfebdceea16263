import {
  AccessGrant,
  hasEnded,
  isInForce,
} from 'backstage-plugin-dataset-access-common';

/** What can be done with a grant from a list or its page. */
export type GrantAction = 'extend' | 'return' | 'revoke';

/** Whether more time can be asked for: it counts now, and has an end. */
export function isExtendable({ state, expiresAt }: AccessGrant): boolean {
  return (
    expiresAt !== undefined &&
    isInForce({ state, expiresAt: new Date(expiresAt) }, new Date())
  );
}

/** Whether a user may give a grant back: what a group has stays with the group. */
export function isReturnable(
  { subject, state }: AccessGrant,
  user: string | undefined,
): boolean {
  return subject === user && !hasEnded(state);
}

import {
  AccessGrant,
  grantStateAt,
} from 'backstage-plugin-dataset-access-common';
import { DateTime } from 'luxon';
import type { StageTone } from '../../requests/requestStage';

/** How a grant stands, as far as it makes a difference for people. */
export type GrantStage =
  | 'byHand'
  | 'byConnector'
  | 'active'
  | 'endingSoon'
  | 'suspended'
  | 'failed'
  | 'revokePending'
  | 'returnPending'
  | 'endPending'
  | 'revoked'
  | 'returned'
  | 'expired';

/** When an end is near, in days. */
const SOON = 7;

export const grantTones: Record<GrantStage, StageTone> = {
  byHand: 'open',
  byConnector: 'open',
  active: 'good',
  endingSoon: 'open',
  suspended: 'bad',
  failed: 'bad',
  revokePending: 'bad',
  returnPending: 'bad',
  endPending: 'bad',
  revoked: 'over',
  returned: 'over',
  expired: 'over',
};

/** At a moment: an end counts when it is there, not when the list is loaded next. */
export function grantStage(
  grant: Pick<
    AccessGrant,
    'state' | 'expiresAt' | 'pendingInSource' | 'endReason'
  >,
  now: DateTime = DateTime.now(),
): GrantStage {
  const { expiresAt, pendingInSource, endReason } = grant;
  const state = grantStateAt(
    {
      state: grant.state,
      expiresAt: expiresAt ? new Date(expiresAt) : undefined,
    },
    now.toJSDate(),
  );
  switch (state) {
    case 'awaiting-provisioning':
      return 'byHand';
    case 'provisioning':
      return 'byConnector';
    case 'active':
      return isSoon(expiresAt, now) ? 'endingSoon' : 'active';
    case 'expired':
      return pendingInSource ? 'endPending' : 'expired';
    case 'revoking':
      return endReason === 'returned' ? 'returnPending' : 'revokePending';
    case 'revoked':
      return ended(pendingInSource, endReason);
    default:
      return state;
  }
}

function ended(
  pendingInSource: boolean,
  endReason: AccessGrant['endReason'],
): GrantStage {
  const isReturned = endReason === 'returned';
  if (pendingInSource) {
    return isReturned ? 'returnPending' : 'revokePending';
  }
  return isReturned ? 'returned' : 'revoked';
}

/** Whether the access has ended here while the source may still allow it. */
export function isPendingInSource(stage: GrantStage): boolean {
  return stage.endsWith('Pending');
}

function isSoon(expiresAt: string | undefined, now: DateTime): boolean {
  return (
    expiresAt !== undefined &&
    DateTime.fromISO(expiresAt) < now.plus({ days: SOON })
  );
}

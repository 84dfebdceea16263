import type {
  AccessGrant,
  AccessRequest,
} from 'backstage-plugin-dataset-access-common';

/**
 * How far a request has come, the grant it led to included: approved is not granted, and granted is not for ever
 * (design §3).
 */
export type RequestStage =
  | 'waiting'
  | 'waitingForRequester'
  | 'beingSetUp'
  | 'granted'
  | 'ended'
  | 'suspended'
  | 'failed'
  | 'approved'
  | 'denied'
  | 'withdrawn'
  | 'expired'
  | 'cancelled';

/** What a stage means for the person who looks at it. */
export type StageTone = 'open' | 'good' | 'bad' | 'over';

export const stageTones: Record<RequestStage, StageTone> = {
  waiting: 'open',
  waitingForRequester: 'open',
  beingSetUp: 'open',
  granted: 'good',
  approved: 'good',
  denied: 'bad',
  failed: 'bad',
  suspended: 'bad',
  ended: 'over',
  withdrawn: 'over',
  expired: 'over',
  cancelled: 'over',
};

const grantStages: Record<AccessGrant['state'], RequestStage> = {
  'awaiting-provisioning': 'beingSetUp',
  provisioning: 'beingSetUp',
  active: 'granted',
  suspended: 'suspended',
  failed: 'failed',
  revoking: 'ended',
  revoked: 'ended',
  expired: 'ended',
};

function stageOfAccess(
  access: { state: AccessGrant['state'] } | undefined,
): RequestStage {
  return access ? grantStages[access.state] : 'approved';
}

export function requestStage(
  request: Pick<
    AccessRequest,
    'status' | 'waitingOn' | 'grant' | 'domainGrant'
  >,
): RequestStage {
  switch (request.status) {
    case 'pending':
      return request.waitingOn === 'requester'
        ? 'waitingForRequester'
        : 'waiting';
    case 'approved':
      return stageOfAccess(request.grant ?? request.domainGrant);
    default:
      return request.status;
  }
}

import type { components } from '../client/api.gen';
import type { ErrorCode } from '../errors/errorCodes';

/**
 * Where a request stands.
 *
 * ```
 *            ┌─ approve ──► approved     (a grant is created, awaiting provisioning)
 *            ├─ deny ─────► denied
 *  pending ──┼─ withdraw ─► withdrawn    (by the requester or the beneficiary)
 *            ├─ expire ───► expired      (nobody decided within the pending lifetime)
 *            └─ cancel ───► cancelled    (the system: dataset or beneficiary gone)
 * ```
 *
 * Only `pending` moves (design §3). Asking for information does not leave `pending`; it changes whom the request
 * waits on.
 *
 * @public
 */
export type RequestStatus = components['schemas']['RequestStatus'];

/**
 * All states; the first is the only open one.
 *
 * @public
 */
export const requestStatuses: readonly RequestStatus[] = [
  'pending',
  'approved',
  'denied',
  'withdrawn',
  'expired',
  'cancelled',
];

/**
 * The error with which every operation that needs a pending request answers, by the state it found instead.
 *
 * @public
 */
export const closedRequestCode = {
  approved: 'ALREADY_DECIDED',
  denied: 'ALREADY_DECIDED',
  withdrawn: 'REQUEST_WITHDRAWN',
  expired: 'REQUEST_EXPIRED',
  cancelled: 'REQUEST_CANCELLED',
} as const satisfies Record<Exclude<RequestStatus, 'pending'>, ErrorCode>;

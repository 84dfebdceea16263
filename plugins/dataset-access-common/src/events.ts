import type { AccessLevel } from './levels/AccessLevel';
import type { DomainGrant, HistoryType } from './client/types';
import type { GrantState } from './grants/grantState';
import type { RequestStatus } from './requests/requestStatus';

/**
 * The topic on the events service on which every change of requests and grants is published.
 *
 * @public
 */
export const DATASET_ACCESS_TOPIC = 'dataset-access';

/**
 * A change of a request or a grant (issue 5 item 5). It says what is on record and nothing that people wrote: reasons and
 * comments can be erased, and nobody could erase them from where subscribers put them. Who needs them reads them from the API,
 * which asks whether he may.
 *
 * It comes at least once, those of one subject in their order; `id` is the same each time.
 *
 * @public
 */
export interface DatasetAccessEvent {
  /** Of the change, such as `request:9b2…:3`. */
  id: string;
  /** Place of the change in the history of its subject: 1, 2, 3 … without gaps. */
  seq: number;
  /** What happened. */
  type: HistoryType;
  /** When, as ISO-8601 in UTC. */
  at: string;
  /** Ref of the user who did it; absent when the system did. */
  actor?: string;
  /** What it happened to. */
  subject: { type: 'request' | 'grant' | 'domain-grant'; id: string };
  /** Ref of the dataset; absent where it is about a domain. */
  dataset?: string;
  /** Ref of the domain; absent where it is about a dataset. */
  domain?: string;
  /** Ref of the user or group that has, gets or asks for the access. */
  beneficiary: string;
  /** As the subject has it when this is delivered, which may be later than the change. */
  level: AccessLevel;
  /** Of a request its status, of a grant its state; as it is when this is delivered, which may be later than the change. */
  state: RequestStatus | GrantState | DomainGrant['state'];
}

import type { RequestFacts } from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { DatasetRouting } from '../approvers/ApproverService';

/** Where a grant comes from, as it is now. */
export interface GrantOrigin {
  requestId: string;
  batchId: string;
  facts: RequestFacts;
  routing?: DatasetRouting;
}

/** What grants need to know about the requests that led to them. */
export interface GrantOrigins {
  /** @throws `CATALOG_UNAVAILABLE` */
  of(actor: Actor, requestId: string): Promise<GrantOrigin | undefined>;
}

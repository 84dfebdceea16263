import type {
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { DecisionIndex } from 'backstage-plugin-dataset-access-common';
import type {
  Directory,
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { ApproverService } from '../approvers/ApproverService';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import type { DatasetReader } from '../datasets/Dataset';
import type { NoticeRecipients } from '../deliveries/NoticeRecipients';
import type { NoticeSender } from '../deliveries/NoticeSender';
import type { EntitlementWishes } from '../entitlements/EntitlementWishes';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import { GrantTransitions } from '../grants/GrantTransitions';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import { DatabaseReviewQueries } from './DatabaseReviewQueries';
import { DatabaseReviewStore } from './DatabaseReviewStore';
import { DecideReviewItems } from './DecideReviewItems';
import { DefaultReviewService } from './DefaultReviewService';
import { ExportReview } from './ExportReview';
import { FinishReview } from './FinishReview';
import { ReadReviews } from './ReadReviews';
import { Reviewers } from './Reviewers';
import { ReviewNotices } from './ReviewNotices';
import { ReviewRights } from './ReviewRights';
import { reviewRoutes } from './reviewRoutes';
import { StartReview } from './StartReview';
import { SweepReviews } from './SweepReviews';

/** What access reviews are put together from. */
export interface ReviewParts {
  knex: Knex;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
  permissions: PermissionsService;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  grants: DatabaseGrantStore;
  wishes: EntitlementWishes;
  grantGuard: PermissionGuard<GrantResource, GrantCondition>;
  owners: DatabaseDatasetOwners;
  directory: Directory;
  reader: DatasetReader;
  approvers: ApproverService;
  decisions: { require(): DecisionIndex };
  recipients: NoticeRecipients;
  sender: NoticeSender;
  afterChange: () => Promise<void>;
}

/** Puts access reviews together. Read it to see what there is; nothing is decided here. */
export function createReviews(parts: ReviewParts) {
  const stored = {
    ...parts,
    guard: parts.grantGuard,
    privilegeGuard: new PrivilegeGuard(parts),
    reviews: new DatabaseReviewStore(),
    reviewQueries: new DatabaseReviewQueries(parts.knex),
    reviewers: new Reviewers(parts),
    grantTransitions: new GrantTransitions(parts),
  };
  const judging = { ...stored, rights: new ReviewRights(stored) };
  const reading = { ...judging, read: new ReadReviews(judging) };
  const working = { ...reading, finish: new FinishReview(reading) };
  return {
    handlers: reviewRoutes(
      new DefaultReviewService({
        ...working,
        start: new StartReview(working),
        decide: new DecideReviewItems(working),
        exported: new ExportReview(working),
      }),
    ),
    /** What the outbox delivers, by kind. */
    deliveries: new ReviewNotices(working).handlers(),
    sweep: new SweepReviews(working),
    read: working.read,
  };
}

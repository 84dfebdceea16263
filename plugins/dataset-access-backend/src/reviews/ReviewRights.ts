import {
  ErrorCode,
  grantRevokePermission,
  grantStateAt,
  hasEnded,
  ReviewRule,
} from 'backstage-plugin-dataset-access-common';
import type {
  Directory,
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import type { GrantRecord } from '../grants/GrantRecord';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import { datasetKey, Reviewers } from './Reviewers';
import { isOpen, ReviewItemRecord, ReviewRecord } from './ReviewRecord';

/** Says why somebody may not decide so about an item, or `undefined` when he may. */
export type ReviewVerdict = (
  item: ReviewItemRecord,
  grant: GrantRecord,
  decision: ReviewRule,
) => ErrorCode | undefined;

/** @see ReviewRights */
export interface ReviewRightsOptions {
  reviewers: Reviewers;
  directory: Directory;
  owners: DatabaseDatasetOwners;
  guard: PermissionGuard<GrantResource, GrantCondition>;
}

/**
 * Who may decide in a review: who answers for the dataset now, and superusers; never about access of their own or of a group
 * they are in, whatever else allows that, because a review by who profits from it proves nothing. The portal's permission
 * policy can narrow it, as it does revoking.
 */
export class ReviewRights {
  readonly #options: ReviewRightsOptions;

  constructor(options: ReviewRightsOptions) {
    this.#options = options;
  }

  /**
   * Reads what has to be known about a caller and some grants, all at once.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async of(
    actor: Actor,
    review: ReviewRecord,
    grants: readonly GrantRecord[],
    now: Date,
  ): Promise<ReviewVerdict> {
    const { reviewers, directory, owners, guard } = this.#options;
    if (actor.kind !== 'user') {
      return () => 'USER_REQUIRED';
    }
    if (!isOpen(review, now)) {
      return () => 'REVIEW_CLOSED';
    }
    const [panels, superusers, self, principals, decision, ownersOf] =
      await Promise.all([
        reviewers.of(grants.map(({ dataset }) => dataset)),
        reviewers.superusers(),
        directory.entities([actor.ref]),
        directory.principalsOf(actor.ref),
        guard.decide(actor, grantRevokePermission),
        owners.of(grants.map(({ dataset }) => dataset.ref)),
      ]);
    const isReviewer = ({ dataset }: GrantRecord) =>
      superusers.has(actor.ref) ||
      panels.get(datasetKey(dataset))?.users.has(actor.ref);
    const isAllowed = ({ dataset, subject }: GrantRecord) =>
      !decision.denied &&
      (!decision.criteria ||
        decision.allows({
          holder: [subject.ref],
          owner: ownersOf.get(dataset.ref) ?? [],
        }));
    return (item, grant, wanted) => {
      if (!self.has(actor.ref)) {
        return 'ACTOR_NOT_IN_CATALOG';
      }
      if (!isReviewer(grant)) {
        return 'NOT_AN_APPROVER';
      }
      if (principals.has(grant.subject.ref)) {
        return 'BENEFICIARY_APPROVAL';
      }
      if (!isAllowed(grant)) {
        return 'FORBIDDEN';
      }
      const stands =
        item.decision === 'revoke' ||
        (item.decision === 'keep' && wanted === 'keep');
      if (stands) {
        return 'ALREADY_REVIEWED';
      }
      return hasEnded(grantStateAt(grant, now)) ? 'GRANT_ENDED' : undefined;
    };
  }
}

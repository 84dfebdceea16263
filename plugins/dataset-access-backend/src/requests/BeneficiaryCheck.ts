import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AccessLevel,
  canonicalPrincipalRef,
  compareLevels,
  DatasetAccessError,
  durationEnd,
  effectiveAccess,
  ErrorCode,
  isDatasetAccessError,
  SubmissionOutcome,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { ApprovalPlans } from '../approvals/ApprovalPlans';
import type { DatasetRouting, Deciders } from '../approvers/ApproverService';
import { barredUsers } from '../approvers/separationOfDuties';
import { fromCatalog } from '../catalog/catalogFailure';
import type { AccessReader } from '../grants/AccessReader';

/** What somebody asks for, for each beneficiary. */
export interface Wish {
  requester: string;
  level: AccessLevel;
  duration?: string;
  /** For a domain, with access to its datasets. */
  datasetLevelAccess?: boolean;
}

/** A beneficiary for whom a request can be filed, or the reason why not. */
export type CheckedBeneficiary =
  | { ref: string; uid: string; deciders: Deciders; outcome?: undefined }
  | { ref: string; outcome: SubmissionOutcome };

/** @see BeneficiaryCheck */
export interface BeneficiaryCheckOptions {
  catalog: CatalogService;
  directory: Directory;
  plans: ApprovalPlans;
  access: AccessReader;
}

/** Judges each beneficiary of a submission on its own, so that one that cannot be served never fails the others (P-11). */
export class BeneficiaryCheck {
  readonly #options: BeneficiaryCheckOptions;

  constructor(options: BeneficiaryCheckOptions) {
    this.#options = options;
  }

  /**
   * @param texts - refs as they were sent; each is answered once, in the order sent
   * @throws `CATALOG_UNAVAILABLE`
   */
  async check(
    actor: Actor,
    routing: DatasetRouting,
    texts: readonly string[],
    wish: Wish,
    now: Date,
  ): Promise<CheckedBeneficiary[]> {
    const parsed = uniqueRefs(texts);
    const refs = parsed.flatMap(({ ref }) => ref ?? []);
    const uids = await this.#visibleUids(actor, refs);
    return Promise.all(
      parsed.map(async ({ text, ref }): Promise<CheckedBeneficiary> => {
        if (!ref) {
          return refused(text, 'BAD_ENTITY_REF');
        }
        const uid = uids.get(ref);
        return uid
          ? this.#checkOne(routing, { ref, uid }, wish, now)
          : refused(ref, 'BENEFICIARY_NOT_FOUND');
      }),
    );
  }

  async #checkOne(
    routing: DatasetRouting,
    { ref, uid }: { ref: string; uid: string },
    wish: Wish,
    now: Date,
  ): Promise<CheckedBeneficiary> {
    const { directory, plans, access } = this.#options;
    const { paths, settingUp } = await access.of(
      routing.dataset,
      ref,
      await directory.principalsOf(ref),
    );
    const suffices = (level: AccessLevel) =>
      compareLevels(level, wish.level) >= 0;
    const wantedUntil =
      wish.duration && durationEnd(wish.duration, now).toISOString();
    const held = effectiveAccess(
      paths.filter(
        path =>
          suffices(path.level) &&
          (!wish.datasetLevelAccess || path.datasetLevelAccess),
      ),
    );
    const lastsAsLong =
      !held.expiresAt || (wantedUntil && held.expiresAt >= wantedUntil);
    if (held.level && lastsAsLong) {
      return {
        ref,
        outcome: {
          beneficiary: ref,
          outcome: 'already-has-access',
          requestId: held.paths[0].requestId,
        },
      };
    }
    const approved = settingUp.find(grant => suffices(grant.level));
    if (approved) {
      return {
        ref,
        outcome: {
          beneficiary: ref,
          outcome: 'already-approved',
          requestId: approved.requestId,
        },
      };
    }
    const { steps, isPossible } = await plans.of(
      routing,
      barredUsers(
        routing.settings,
        wish.requester,
        await directory.membersOf([ref]),
      ),
    );
    return isPossible
      ? { ref, uid, deciders: steps[0].deciders }
      : refused(ref, 'NO_ELIGIBLE_APPROVER');
  }

  /** Read as the asker: somebody hidden from the asker is as unknown as somebody who does not exist. */
  async #visibleUids(
    { credentials }: Actor,
    refs: string[],
  ): Promise<Map<string, string>> {
    const { items } = await fromCatalog(
      this.#options.catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: ['metadata.uid'] },
        { credentials },
      ),
    );
    return new Map(
      refs.flatMap((ref, index) => {
        const uid = items[index]?.metadata.uid;
        return uid ? [[ref, uid]] : [];
      }),
    );
  }
}

function uniqueRefs(
  texts: readonly string[],
): Array<{ text: string; ref?: string }> {
  const parsed = texts.map(text => {
    try {
      return { text, ref: canonicalPrincipalRef(text) };
    } catch (error) {
      if (isDatasetAccessError(error)) {
        return { text };
      }
      throw error;
    }
  });
  const key = (one: { text: string; ref?: string }) => one.ref ?? one.text;
  return [...new Map(parsed.map(one => [key(one), one])).values()];
}

function refused(beneficiary: string, code: ErrorCode): CheckedBeneficiary {
  return {
    ref: beneficiary,
    outcome: {
      beneficiary,
      outcome: 'refused',
      code,
      message: new DatasetAccessError(code).message,
    },
  };
}

import type {
  ApproverVia,
  ResolutionStep,
} from 'backstage-plugin-dataset-access-common';
import { isPrincipalRef } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';

/** Somebody who might be the approver. */
export interface ApproverCandidate {
  via: ApproverVia;
  /** What was written, for the trail. */
  tried: string;
  /** Canonical; absent when what was written cannot be a ref. */
  ref?: string;
}

/** What became of looking a candidate up; `reachable` is the only good one. */
export type CandidateOutcome =
  | 'reachable'
  | Exclude<ResolutionStep['outcome'], 'chosen' | 'not-needed'>;

/**
 * Looks a candidate up, now. It is reachable when it is a User or Group that exists and stands for at least one
 * existing user: a group without members can neither be told nor decide (design §3).
 *
 * @param maxMembers - groups that stand for more users are refused rather than expanded in full
 */
export async function tryCandidate(
  { ref }: ApproverCandidate,
  directory: Directory,
  maxMembers: number,
): Promise<CandidateOutcome> {
  if (!ref) {
    return 'invalid';
  }
  if (!isPrincipalRef(ref)) {
    return 'not-a-principal';
  }
  if (!(await directory.entities([ref])).has(ref)) {
    return 'not-found';
  }
  const members = await directory.membersOf([ref]);
  if (members.size > maxMembers) {
    return 'too-large';
  }
  const existing = await directory.entities(members);
  return existing.size > 0 ? 'reachable' : 'no-members';
}

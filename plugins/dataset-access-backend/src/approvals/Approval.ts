import {
  AccessLevel,
  ApprovalProgress,
  ApprovalStepKind,
} from 'backstage-plugin-dataset-access-common';

/** One step on the way to an approval: so many people of one kind. */
export interface ApprovalStep {
  by: ApprovalStepKind;
  title?: string;
  /** Id of the stewardship role, for `responsibility`. */
  role?: string;
  /** Canonical refs, for `named`. */
  principals?: string[];
  /** How many different people. */
  needed: number;
}

/** What is left of a wish after those who approved have narrowed it. */
export interface ApprovalTerms {
  level: AccessLevel;
  /** ISO-8601; absent: until revoked. */
  duration?: string;
  /** For a domain, with access to its datasets. */
  datasetLevelAccess?: boolean;
}

/** One person's approval. */
export interface GivenApproval {
  /** Index of the step it counts for. */
  step: number;
  by: string;
  onBehalfOf?: string;
  /** ISO-8601. */
  at: string;
}

/**
 * How far a request has come that takes more than one approval. The steps are those of the configuration at filing: a
 * running request ends under the rule it started under (issue 5, item 8).
 *
 * ```
 *  step 0: needed 2 ── approve ──► step 0: 1 of 2 ── approve ──► step 1: needed 1 ── approve ──► approved
 *       └── deny, at any step, by anybody who may decide then ──► denied
 * ```
 *
 * The request stays `pending` throughout; only the last approval is the decision.
 */
export interface ApprovalState {
  steps: ApprovalStep[];
  /** Index of the step that waits. */
  step: number;
  given: GivenApproval[];
  /** Absent: as filed. */
  terms?: ApprovalTerms;
}

/** What a request takes where nothing else is configured. */
export const ONE_APPROVAL: readonly ApprovalStep[] = [
  { by: 'approvers', needed: 1 },
];

/** The state of a new request; none where one approval of the approvers is all it takes. */
export function startApproval(
  steps: readonly ApprovalStep[],
): ApprovalState | undefined {
  const [{ by, needed }, ...others] = steps;
  return others.length === 0 && by === 'approvers' && needed === 1
    ? undefined
    : { steps: [...steps], step: 0, given: [] };
}

/** The step that waits, and how many approvals it still takes. */
export function waitingStep(approval: ApprovalState | undefined): {
  step: ApprovalStep;
  missing: number;
} {
  if (!approval) {
    return { step: ONE_APPROVAL[0], missing: 1 };
  }
  const step = approval.steps[approval.step];
  const given = approval.given.filter(one => one.step === approval.step);
  return { step, missing: step.needed - given.length };
}

/**
 * Everybody who has had a say: those who approved, and those in whose place it was done. No seat is taken twice, so each
 * approval comes from another person.
 */
export function whoApproved(approval: ApprovalState | undefined): string[] {
  return (approval?.given ?? []).flatMap(({ by, onBehalfOf }) =>
    onBehalfOf ? [by, onBehalfOf] : [by],
  );
}

/**
 * Counts one more approval.
 *
 * @returns the state afterwards, or `undefined` when it was the last one and the request is decided
 */
export function addApproval(
  approval: ApprovalState,
  given: Omit<GivenApproval, 'step'>,
  terms: ApprovalTerms,
): ApprovalState | undefined {
  const { steps, step } = approval;
  const isLastOfStep = waitingStep(approval).missing <= 1;
  if (isLastOfStep && step === steps.length - 1) {
    return undefined;
  }
  return {
    steps,
    step: isLastOfStep ? step + 1 : step,
    given: [...approval.given, { step, ...given }],
    terms,
  };
}

/**
 * As the API shows it.
 *
 * @param wish - the terms as filed
 * @param last - the approval that decided the request
 */
export function presentApproval(
  approval: ApprovalState,
  wish: ApprovalTerms,
  last?: Omit<GivenApproval, 'step'>,
): ApprovalProgress {
  const given = [
    ...approval.given,
    ...(last ? [{ ...last, step: approval.step }] : []),
  ];
  return {
    step: approval.step + 1,
    steps: approval.steps.map(({ by, title, needed }, index) => ({
      by,
      title,
      needed,
      approvals: given
        .filter(({ step }) => step === index)
        .map(one => ({ by: one.by, onBehalfOf: one.onBehalfOf, at: one.at })),
    })),
    terms: approval.terms ?? wish,
  };
}

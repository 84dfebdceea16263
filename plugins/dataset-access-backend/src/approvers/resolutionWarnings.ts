import type {
  ApproverVia,
  ResolutionStep,
  ResolutionWarning,
} from 'backstage-plugin-dataset-access-common';

type Failure = Exclude<ResolutionStep['outcome'], 'chosen' | 'not-needed'>;

const ownerWarnings: Partial<Record<Failure, ResolutionWarning['code']>> = {
  'not-found': 'OWNER_NOT_FOUND',
  'no-members': 'OWNER_HAS_NO_MEMBERS',
  'not-a-principal': 'OWNER_NOT_A_PRINCIPAL',
  'too-large': 'APPROVER_SET_TOO_LARGE',
};

const overrideSources: ApproverVia[][] = [
  ['override-annotation'],
  ['override-group', 'override-user'],
];

/** What the owner and the administrators should mend, read off the trail (S0.16). */
export function resolutionWarnings(
  trail: readonly ResolutionStep[],
): ResolutionWarning[] {
  if (trail.length === 0) {
    return [
      {
        code: 'NO_OWNER',
        message: 'The dataset has neither an owner nor an approver override.',
      },
    ];
  }
  return [
    ...overrideSources.flatMap(source =>
      overrideWarning(trail.filter(({ via }) => source.includes(via))),
    ),
    ...trail.flatMap(step => {
      const code =
        step.via === 'owner' && ownerWarnings[step.outcome as Failure];
      return code ? [{ code, message: ownerMessage(step) }] : [];
    }),
  ];
}

/** An override, annotation or label, that names nobody who can decide. */
function overrideWarning(
  steps: readonly ResolutionStep[],
): ResolutionWarning[] {
  const failed = (outcome: Failure) =>
    steps.some(step => step.outcome === outcome);
  const isReachable = steps.some(
    ({ outcome }) => outcome === 'chosen' || outcome === 'not-needed',
  );
  if (steps.length === 0 || isReachable) {
    return [];
  }
  const tried = steps.map(step => step.tried).join(', ');
  if (failed('too-large')) {
    return [
      {
        code: 'APPROVER_SET_TOO_LARGE',
        message: `The approver override names a group with too many members (${tried}). It is ignored.`,
      },
    ];
  }
  if (failed('no-members')) {
    return [
      {
        code: 'OVERRIDE_HAS_NO_MEMBERS',
        message: `The approver override names a group without members (${tried}). It is ignored.`,
      },
    ];
  }
  if (failed('invalid')) {
    return [
      {
        code: 'OVERRIDE_INVALID',
        message: `The approver override is not a name or ref of a user or group (${tried}). It is ignored.`,
      },
    ];
  }
  return [
    {
      code: 'OVERRIDE_MATCHES_NOTHING',
      message: `The approver override names nobody in the catalog (tried ${tried}). It is ignored.`,
    },
  ];
}

function ownerMessage({ tried, outcome }: ResolutionStep): string {
  switch (outcome) {
    case 'not-found':
      return `The owner ${tried} does not exist in the catalog.`;
    case 'no-members':
      return `The owner ${tried} has no members who could decide.`;
    case 'not-a-principal':
      return `The owner ${tried} is neither a user nor a group.`;
    default:
      return `The owner ${tried} has too many members to act as approver.`;
  }
}

import type {
  ResolutionStep,
  ResolutionWarning,
} from 'backstage-plugin-dataset-access-common';

type Failure = Exclude<ResolutionStep['outcome'], 'chosen' | 'not-needed'>;

const ownerWarnings: Partial<Record<Failure, ResolutionWarning['code']>> = {
  'not-found': 'OWNER_NOT_FOUND',
  'no-members': 'OWNER_HAS_NO_MEMBERS',
  'too-large': 'APPROVER_SET_TOO_LARGE',
};

/** What the owner and the administrators should mend, read off the trail (S0.16). */
export function resolutionWarnings(
  trail: readonly ResolutionStep[],
): ResolutionWarning[] {
  const failedOwners = trail.flatMap(step => {
    const code = step.via === 'owner' && ownerWarnings[step.outcome as Failure];
    return code ? [{ code, message: ownerMessage(step) }] : [];
  });
  return [...overrideWarning(trail), ...failedOwners];
}

function overrideWarning(
  trail: readonly ResolutionStep[],
): ResolutionWarning[] {
  const overrides = trail.filter(step => step.via !== 'owner');
  if (
    overrides.length === 0 ||
    overrides.some(step => step.outcome === 'chosen')
  ) {
    return [];
  }
  const tried = overrides.map(step => step.tried).join(', ');
  const failed = (outcome: Failure) =>
    overrides.some(step => step.outcome === outcome);
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
    default:
      return `The owner ${tried} has too many members to act as approver.`;
  }
}

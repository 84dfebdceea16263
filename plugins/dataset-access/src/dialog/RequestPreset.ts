import type { AccessLevel } from 'backstage-plugin-dataset-access-common';

/**
 * More time for access that somebody has, as the dialog starts with it.
 *
 * @public
 */
export interface RequestPreset {
  /** Entity ref of who has it. */
  beneficiary: string;
  level: AccessLevel;
  /** ISO-8601; taken where the form offers it. */
  duration?: string;
  /** Until when it lasts now, ISO-8601 UTC. */
  expiresAt?: string;
}

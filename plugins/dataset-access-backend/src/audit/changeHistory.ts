import type { ChangeHistory } from 'backstage-plugin-dataset-access-common';
import { AuditEvent, firstBrokenEvent } from './eventChain';

/**
 * A chain as the API shows it, with whether it is as it was written.
 *
 * @param headSeq - how many events the subject says it has
 */
export function changeHistory(
  events: readonly AuditEvent[],
  headSeq: number,
): ChangeHistory {
  return {
    items: events.map(({ at, actor, type, facts }) => ({
      at: at.toISOString(),
      by: actor,
      type,
      facts,
    })),
    intact: firstBrokenEvent(events, headSeq) === undefined,
  };
}

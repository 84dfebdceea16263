import type { HistoryEntry } from 'backstage-plugin-dataset-access-common';
import type { AuditEvent } from './eventChain';

/** An event as the API shows it; hashes and salts stay inside. */
export function presentEvent(event: AuditEvent): HistoryEntry {
  return {
    seq: event.seq,
    type: event.type as HistoryEntry['type'],
    at: event.at.toISOString(),
    actor: event.actor,
    text: event.text,
    facts: event.facts,
  };
}

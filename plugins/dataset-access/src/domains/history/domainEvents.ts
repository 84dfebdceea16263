import type {
  DomainEventType,
  DomainHistoryPage,
} from 'backstage-plugin-dataset-access-common';

/** One event as the backend records it. */
export type DomainEvent = DomainHistoryPage['items'][number];

/** What people call one thing that happened. */
export interface HistoryLine extends DomainEvent {
  /** Whether dataset-level access came or went along with access to the domain. */
  withDatasets: boolean;
}

/** What dataset-level access does when access to the domain comes or goes. */
const companions: Partial<Record<DomainEventType, DomainEventType>> = {
  'domain-access-given': 'dataset-level-access-given',
  'domain-access-revoked': 'dataset-level-access-revoked',
  'domain-access-expired': 'dataset-level-access-revoked',
};

/** Events of one change are written one after the other; this is the longest that it takes, in ms. */
const ONE_CHANGE = 20;

/** One line for what was done at once: access to a domain, and to its datasets with it, is two events to the backend. */
export function toLines(events: readonly DomainEvent[]): HistoryLine[] {
  const byGrant = new Map<string, DomainEvent[]>();
  for (const event of events) {
    byGrant.set(event.grantId, [...(byGrant.get(event.grantId) ?? []), event]);
  }
  const companionOf = ({ type, grantId, by, at }: DomainEvent) =>
    byGrant
      .get(grantId)
      ?.find(
        other =>
          other.type === companions[type] &&
          other.by === by &&
          Math.abs(Date.parse(other.at) - Date.parse(at)) < ONE_CHANGE,
      );
  const followers = new Set(events.map(companionOf));
  return events
    .filter(event => !followers.has(event))
    .map(event => {
      const companion = companionOf(event);
      return {
        ...event,
        snapshotDatasets: event.snapshotDatasets ?? companion?.snapshotDatasets,
        withDatasets: Boolean(companion),
      };
    });
}

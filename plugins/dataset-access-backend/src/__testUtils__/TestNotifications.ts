import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';

/** A row in somebody's notification list. */
export interface NotificationRow extends NotificationPayload {
  user: string;
  /** How often it was sent; the row is the same. */
  times: number;
}

/**
 * The notification backend's rule that matters to us: one row per user and scope, replaced when sent again. The real one
 * takes part in the integration tests.
 */
export class TestNotifications {
  readonly #rows = new Map<string, NotificationRow>();
  /** While set, sending fails with it. */
  failure: Error | undefined;

  readonly service: NotificationService = {
    send: async ({ recipients, payload }) => {
      if (this.failure) {
        throw this.failure;
      }
      if (recipients.type !== 'entity') {
        throw new Error('Nothing of ours is broadcast');
      }
      for (const user of [recipients.entityRef].flat()) {
        const key = `${user} ${payload.scope}`;
        const times = (this.#rows.get(key)?.times ?? 0) + 1;
        this.#rows.set(key, { ...payload, user, times });
      }
    },
  };

  /** Everybody's rows, or one user's. */
  rows(user?: string): NotificationRow[] {
    return [...this.#rows.values()].filter(row => !user || row.user === user);
  }

  clear(): void {
    this.#rows.clear();
  }
}

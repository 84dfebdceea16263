import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';

/** The backend takes recipients one by one; small groups keep a lease alive and a retry short. */
const RECIPIENTS_PER_CALL = 50;

/** Topics people can switch off one by one in their notification settings. Their names are API. */
export type NoticeTopic =
  | 'access-requested'
  | 'access-decided'
  | 'access-oversight'
  | 'access-task';

/** A notice ready to go. */
export interface Notice {
  title: string;
  description?: string;
  /** Below the address of the portal. */
  link: string;
  topic: NoticeTopic;
  /** One row per recipient and scope: sending again replaces it, so that a notice is seen once however often it is sent. */
  scope: string;
  severity?: NotificationPayload['severity'];
}

/** Hands notices to the notification service. */
export class NoticeSender {
  readonly #notifications: NotificationService;
  readonly #enabled: boolean;

  constructor(options: {
    notifications: NotificationService;
    enabled: boolean;
  }) {
    this.#notifications = options.notifications;
    this.#enabled = options.enabled;
  }

  /** @throws Error when the notification service did not take it; the outbox then tries again */
  async send(recipients: ReadonlySet<string>, notice: Notice): Promise<void> {
    if (!this.#enabled) {
      return;
    }
    const users = [...recipients].sort();
    for (let start = 0; start < users.length; start += RECIPIENTS_PER_CALL) {
      await this.#notifications.send({
        recipients: {
          type: 'entity',
          entityRef: users.slice(start, start + RECIPIENTS_PER_CALL),
        },
        payload: { severity: 'normal', ...notice },
      });
    }
  }
}

import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import knexFactory, { Knex } from 'knex';

/** A row in somebody's notification list. */
export interface StoredNotification {
  user: string;
  scope: string;
  title: string;
  description: string;
}

/**
 * Notifications as Backstage's backend stores them: it looks for a row of the same user and scope, updates it if there is
 * one and inserts one otherwise, in two steps. So a message that is sent twice at once would be seen twice.
 */
export class StoredNotifications implements NotificationService {
  readonly #knex: Knex;

  static async open(config: Knex.Config): Promise<StoredNotifications> {
    const knex = knexFactory(config);
    if (!(await knex.schema.hasTable('notification'))) {
      await knex.schema.createTable('notification', table => {
        table.increments('id');
        table.string('user');
        table.string('scope');
        table.text('title');
        table.text('description');
      });
    }
    return new StoredNotifications(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async send({ recipients, payload }: NotificationSendOptions): Promise<void> {
    const users = recipients.type === 'entity' ? recipients.entityRef : [];
    for (const user of [users].flat()) {
      const { scope, title, description } = payload;
      const existing = await this.#knex('notification')
        .first('id')
        .where({ user, scope });
      if (existing) {
        await this.#knex('notification')
          .where({ id: existing.id })
          .update({ title, description });
      } else {
        await this.#knex('notification').insert({
          ...{ user, scope, title, description },
        });
      }
    }
  }

  async rows(): Promise<StoredNotification[]> {
    return this.#knex('notification')
      .select('user', 'scope', 'title', 'description')
      .orderBy(['user', 'scope', 'id']);
  }

  async close(): Promise<void> {
    await this.#knex.destroy();
  }
}

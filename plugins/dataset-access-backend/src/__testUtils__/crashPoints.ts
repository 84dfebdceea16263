import type { Knex } from 'knex';
import type { StoredNotifications } from './StoredNotifications';

/** A place between two effects where a process can die. */
interface CrashPoint {
  when: 'before' | 'after';
  /** The statement, or the sending of a notice. */
  at: RegExp | 'send';
}

const CLAIM =
  /^update .outbox_lanes. set .leased_by. .* where .lane. in \(select/;

/**
 * Every place where a process can die between the click and the notice: before and after each statement of the
 * transaction, around its commit, and around each step of the delivery.
 */
export const crashPoints: Record<string, CrashPoint> = {
  'before the transaction': { when: 'before', at: /^begin/i },
  'after the idempotency key': {
    when: 'after',
    at: /^insert into .idempotency_keys/,
  },
  'after the state': {
    when: 'after',
    at: /^(insert into|update) .access_requests/,
  },
  'after the parties': {
    when: 'after',
    at: /^(insert into|update) .request_parties/,
  },
  'after the history': { when: 'after', at: /^insert into .audit_events/ },
  'after the message': { when: 'after', at: /^insert into .outbox. / },
  'after the lane': { when: 'after', at: /^insert into .outbox_lanes/ },
  'before the commit': { when: 'before', at: /^commit/i },
  // the first thing that happens then; a commit itself does not tell when it is done
  'after the commit': { when: 'before', at: CLAIM },
  'after the lane is leased': {
    when: 'after',
    at: CLAIM,
  },
  'before the notice is sent': { when: 'before', at: 'send' },
  'after the notice is sent': { when: 'after', at: 'send' },
  'after the message is marked as delivered': {
    when: 'after',
    at: /^update .outbox. set .delivered_at/,
  },
  'before the lane is released': {
    when: 'before',
    at: /^update .outbox_lanes. set .leased_by. .* where .lane. = /,
  },
};

/** Up to here, nothing has happened as far as anybody can see. */
const LAST_BEFORE_COMMIT = 'before the commit';

/** Whether a process that died there had changed anything. */
export function isAfterCommit(name: string): boolean {
  const names = Object.keys(crashPoints);
  return names.indexOf(name) > names.indexOf(LAST_BEFORE_COMMIT);
}

/** Makes this process die, without a chance to tidy up, the first time it comes by a crash point. */
export function installCrash(
  name: string,
  knex: Knex,
  notifications: StoredNotifications,
): void {
  const { when, at } = crashPoints[name];
  const die = () => process.kill(process.pid, 'SIGKILL');
  if (at === 'send') {
    const send = notifications.send.bind(notifications);
    notifications.send = async options => {
      if (when === 'before') {
        die();
      }
      await send(options);
      die();
    };
    return;
  }
  const event = when === 'before' ? 'query' : 'query-response';
  knex.on(event, (...args: unknown[]) => {
    const { sql } = args[when === 'before' ? 0 : 1] as { sql: string };
    if (at.test(sql)) {
      die();
    }
  });
}

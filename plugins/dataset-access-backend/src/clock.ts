import { DateTime, Duration } from 'luxon';

/** Where the time comes from. Everything that compares or records an instant asks it, so that tests can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** An instant later by an ISO-8601 duration from the configuration; months follow the UTC calendar. */
export function later(instant: Date, duration: string): Date {
  return DateTime.fromJSDate(instant, { zone: 'utc' })
    .plus(Duration.fromISO(duration))
    .toJSDate();
}

import { DateTime, Duration } from 'luxon';
import { DatasetAccessError } from '../errors/DatasetAccessError';

/** Nothing shorter is worth a decision. */
const SHORTEST = { minutes: 15 };
/** A sanity bound; what a dataset allows is configured. */
const LONGEST = { years: 20 };

/**
 * The instant at which access of a given duration ends.
 *
 * @param duration - ISO-8601 duration, for example `P30D` or `P1M`; months and years follow the UTC calendar
 * @param from - the instant the clock starts: when the access becomes active (design §4)
 * @throws `BAD_DURATION` when the text is no ISO-8601 duration, or the result is not between 15 minutes and 20 years ahead
 * @public
 */
export function durationEnd(duration: string, from: Date): Date {
  const parsed = Duration.fromISO(duration);
  const start = DateTime.fromJSDate(from, { zone: 'utc' });
  // an invalid duration cannot even be added
  const end = parsed.isValid ? start.plus(parsed) : undefined;
  if (
    !end?.isValid ||
    end < start.plus(SHORTEST) ||
    end > start.plus(LONGEST)
  ) {
    throw new DatasetAccessError('BAD_DURATION', {
      message: `The duration ${duration} cannot be used. Write an ISO-8601 duration such as P30D, between 15 minutes and 20 years.`,
    });
  }
  return end.toJSDate();
}

/**
 * Whether one duration is at most as long as another, both counted from the same instant. `undefined` means
 * "until revoked", which is longer than every duration.
 *
 * @throws `BAD_DURATION` as {@link durationEnd}
 * @public
 */
export function isAtMost(
  duration: string | undefined,
  limit: string | undefined,
  from: Date,
): boolean {
  const end = duration === undefined ? Infinity : durationEnd(duration, from);
  return end <= (limit === undefined ? Infinity : durationEnd(limit, from));
}

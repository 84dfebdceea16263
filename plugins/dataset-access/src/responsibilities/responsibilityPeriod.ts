import { DateTime } from 'luxon';

/** A first and a last day, each `YYYY-MM-DD`, or empty for none, as a form holds them. */
export interface Period {
  starts: string;
  ends: string;
}

/** What is wrong with a period. */
export type PeriodProblem = 'endOver' | 'endFirst';

/** The same rule as the backend's: the end comes after the start and is not over. */
export function checkPeriod(
  { starts, ends }: Period,
  now: DateTime = DateTime.now(),
): PeriodProblem | undefined {
  if (!ends) {
    return undefined;
  }
  if (starts && ends < starts) {
    return 'endFirst';
  }
  return ends < now.toISODate()! ? 'endOver' : undefined;
}

/** Instants as the API takes them, in the time zone of who chose the days: the last day is a whole one. */
export function toInstants(
  { starts, ends }: Period,
  now: DateTime = DateTime.now(),
): { startsAt?: string; endsAt?: string } {
  const start = DateTime.fromISO(starts, { zone: now.zone }).startOf('day');
  return {
    // from today on is from now on
    ...(starts && start > now && { startsAt: start.toUTC().toISO()! }),
    ...(ends && {
      endsAt: DateTime.fromISO(ends, { zone: now.zone })
        .endOf('day')
        .toUTC()
        .toISO()!,
    }),
  };
}

/** The day of an instant; empty for none. */
export function dayOf(instant: string | undefined): string {
  return instant ? DateTime.fromISO(instant).toISODate()! : '';
}

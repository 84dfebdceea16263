import { Duration } from 'luxon';

const OFFERED = ['PT15M', 'PT30M', 'PT1H', 'PT2H', 'PT4H', 'PT8H', 'PT12H'];
const USUAL = 'PT1H';

const hours = (iso: string) => Duration.fromISO(iso).as('hours');

/** How long emergency access can last, the longest last, and what is chosen at first: an hour, or less where less is allowed. */
export function emergencyDurations(maxDuration: string): {
  durations: string[];
  first: string;
} {
  const shorter = OFFERED.filter(one => hours(one) < hours(maxDuration));
  return {
    durations: [...shorter, maxDuration],
    first: hours(USUAL) < hours(maxDuration) ? USUAL : maxDuration,
  };
}

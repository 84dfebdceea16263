import {
  FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { durationEnd } from 'backstage-plugin-dataset-access-common';
import { Duration } from 'luxon';
import { z } from 'zod';

/** Accepts what Backstage configuration accepts, `P30D` or `{ days: 30 }`, and gives ISO-8601. */
export const duration = z.unknown().transform((value, context): string => {
  const iso = toIsoDuration(value);
  if (iso === undefined) {
    context.addIssue({
      code: 'custom',
      message: `expected a duration such as P30D or { days: 30 }, got ${JSON.stringify(
        value,
      )}`,
    });
    return z.NEVER;
  }
  return iso;
});

function toIsoDuration(value: unknown): string | undefined {
  try {
    const parsed =
      typeof value === 'string'
        ? Duration.fromISO(value)
        : Duration.fromObject(value as {});
    return parsed.isValid && parsed.toMillis() > 0
      ? parsed.toISO() ?? undefined
      : undefined;
  } catch {
    return undefined; // luxon throws on objects with unknown units
  }
}

/** A {@link duration} that access can have. */
export const accessTime = duration.superRefine((iso, context) => {
  try {
    durationEnd(iso, new Date());
  } catch {
    context.addIssue({
      code: 'custom',
      message: `expected a duration between 15 minutes and 20 years, got ${iso}`,
    });
  }
});

/** An entity ref in its canonical spelling. */
export function entityRef(parse: (text: string) => string, example: string) {
  return z.string().transform((value, context): string => {
    try {
      return parse(value);
    } catch {
      context.addIssue({
        code: 'custom',
        message: `expected an entity ref such as ${example}, got "${value}"`,
      });
      return z.NEVER;
    }
  });
}

/** A filter predicate over catalog entities, as an object. */
export const predicate = z
  .unknown()
  .transform((value, context): FilterPredicate => {
    try {
      if (typeof value === 'object' && value !== null) {
        return parseFilterPredicate(value);
      }
    } catch {
      // said below
    }
    context.addIssue({
      code: 'custom',
      message: `expected a filter predicate such as { kind: Resource }, got ${JSON.stringify(
        value,
      )}`,
    });
    return z.NEVER;
  });

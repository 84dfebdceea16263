/*
 * The one place where SQLite and PostgreSQL values become ours: booleans are 0/1 on SQLite, instants are integer
 * milliseconds on SQLite and Date on PostgreSQL, JSON is text on both.
 */

/** A nullable column as the driver returns it. */
export type Nullable<T> = T | null;

/** An instant as either driver returns it. */
export type InstantColumn = Date | number | string;

export function toInstant(value: InstantColumn): Date {
  return value instanceof Date ? value : new Date(value);
}

export function toOptionalInstant(
  value: Nullable<InstantColumn>,
): Date | undefined {
  return value === null ? undefined : toInstant(value);
}

/** ISO-8601 in UTC, as the API speaks it. */
export function toIso(value: Date | undefined): string | undefined {
  return value?.toISOString();
}

export function toBoolean(value: boolean | number): boolean {
  return Boolean(value);
}

export function toJson<T>(value: string): T {
  return JSON.parse(value) as T;
}

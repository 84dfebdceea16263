import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * A place in a sorted list: the sort value and id of the row before or after which to go on. It stands for a position
 * only. What may be seen from there is decided anew with every page, so a cursor carries no right and reveals nothing
 * but a row that its owner has already seen.
 */
export interface PageCursor {
  direction: 'next' | 'prev';
  /** Sort value: an instant in ms or a text. */
  value: string | number;
  id: string;
}

// The checksum keeps honest callers from mixing lists; these bounds keep the others from reaching the database with
// something that it cannot compare.
const END_OF_YEAR_9999 = Date.UTC(10000, 0) - 1;
const text = z.string().regex(/^[\x20-\x7e]{0,300}$/);
const payloadSchema = z.tuple([
  z.enum(['next', 'prev']),
  z.union([text, z.int().min(0).max(END_OF_YEAR_9999)]),
  text,
]);
const CHECKSUM_LENGTH = 16;

/**
 * @param list - everything that makes up the list besides the position: filters and sorting
 */
export function encodeCursor(cursor: PageCursor, list: unknown): string {
  const payload = JSON.stringify([cursor.direction, cursor.value, cursor.id]);
  return Buffer.from(`${checksum(payload, list)}${payload}`).toString(
    'base64url',
  );
}

/**
 * @param valueType - what the list sorts by
 * @throws `BAD_CURSOR` when the text was altered or belongs to a list with other filters or sorting
 */
export function decodeCursor(
  cursor: string,
  list: unknown,
  valueType: 'number' | 'string',
): PageCursor {
  const decoded = Buffer.from(cursor, 'base64url').toString('utf8');
  // several texts decode to the same bytes; only the one we made is ours
  if (Buffer.from(decoded).toString('base64url') !== cursor) {
    throw new DatasetAccessError('BAD_CURSOR');
  }
  const sum = decoded.slice(0, CHECKSUM_LENGTH);
  const payload = decoded.slice(CHECKSUM_LENGTH);
  if (sum !== checksum(payload, list)) {
    throw new DatasetAccessError('BAD_CURSOR');
  }
  const parsed = payloadSchema.safeParse(parseJson(payload));
  if (!parsed.success || typeof parsed.data[1] !== valueType) {
    throw new DatasetAccessError('BAD_CURSOR');
  }
  const [direction, value, id] = parsed.data;
  return { direction, value, id };
}

/** A page of items, with the cursors to its neighbours. */
export interface CutPage<T> {
  items: T[];
  nextCursor?: string;
  prevCursor?: string;
}

/**
 * Makes a page of what a store found, which is one item more than the limit when there is more in the direction read.
 *
 * @param found - in list order, whatever the direction read
 * @param place - the sort value and id of an item
 */
export function cutPage<T>(
  found: T[],
  limit: number,
  cursor: PageCursor | undefined,
  list: unknown,
  place: (item: T) => Omit<PageCursor, 'direction'>,
): CutPage<T> {
  const backwards = cursor?.direction === 'prev';
  const hasMore = found.length > limit;
  const items = backwards ? found.slice(-limit) : found.slice(0, limit);
  const first = items.at(0);
  const last = items.at(-1);
  const hasNext = backwards || hasMore;
  const hasPrev = backwards ? hasMore : cursor !== undefined;
  return {
    items,
    nextCursor:
      hasNext && last
        ? encodeCursor({ direction: 'next', ...place(last) }, list)
        : undefined,
    prevCursor:
      hasPrev && first
        ? encodeCursor({ direction: 'prev', ...place(first) }, list)
        : undefined,
  };
}

function parseJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function checksum(payload: string, list: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(list))
    .update(payload)
    .digest('hex')
    .slice(0, CHECKSUM_LENGTH);
}

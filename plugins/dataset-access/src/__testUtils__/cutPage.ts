/** A page of a list in memory; its cursors say at which place one begins. */
export function cutPage<T>(
  all: T[],
  { limit = 25, cursor }: { limit?: number; cursor?: string },
) {
  const from = Number(cursor ?? 0);
  const to = from + limit;
  return {
    items: all.slice(from, to),
    nextCursor: to < all.length ? String(to) : undefined,
    prevCursor: from > 0 ? String(Math.max(0, from - limit)) : undefined,
  };
}

import type { JsonObject } from '@backstage/types';
import type { SourceWish } from 'backstage-plugin-dataset-access-node';
import { createHash, randomUUID } from 'node:crypto';

/**
 * The id of a message. One that carries out a wish has the same each time it is sent, so that a receiver knows a copy: it is
 * made of the wish and of all that the message says, since an order may differ between two attempts at one wish, and what
 * differs has to be done. Whatever else is sent, such as a question, is a new message each time.
 *
 * @param message - all that the receiver acts on
 */
export function messageId(
  wish: SourceWish | undefined,
  message: JsonObject,
): string {
  if (!wish) {
    return `msg_${randomUUID()}`;
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([wish.id, wish.revision, sorted(message)]))
    .digest('base64url');
  return `msg_${digest}`;
}

/** JSON that came back from a database may have its keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;
}

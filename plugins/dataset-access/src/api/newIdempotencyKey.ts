/**
 * A key that no other submission has. `crypto.randomUUID` would do, but browsers hide it from portals that are served
 * over plain HTTP.
 */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))]
    .map(number => number.toString(16).padStart(8, '0'))
    .join('');
}

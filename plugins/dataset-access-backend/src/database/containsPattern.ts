/**
 * A LIKE pattern, to be used with `ESCAPE '\'`, that matches a column holding lower-case text when the text occurs in it
 * literally.
 */
export function containsPattern(text: string): string {
  const literal = text.toLocaleLowerCase('en-US').replace(/[\\%_]/g, '\\$&');
  return `%${literal}%`;
}

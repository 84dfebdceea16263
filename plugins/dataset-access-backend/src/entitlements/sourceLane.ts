/** What the lanes of work in sources begin with; a worker of their own takes them. */
export const SOURCE_LANES = 'source:';

/**
 * The lane for what is done in a source for one subject. One at a time: tables share a schema, and two datasets may share a
 * table.
 *
 * @param subject - the uid; where it is not known who it is, the name in the source
 */
export function sourceLane(connector: string, subject: string): string {
  return `${SOURCE_LANES}${connector}:${subject}`;
}

import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';

/** Names are ASCII here, so that 63 characters are the 63 bytes that PostgreSQL keeps of a name (H1). */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_$]{0,62}$/;

/**
 * A name from the catalog or the configuration, allowed to be looked up in a source. It never becomes part of a statement:
 * those are made of the names that the source itself has.
 *
 * @param where - what says so, for the message
 * @param advice - a sentence about what to do
 * @throws ConnectorProblem BAD_IDENTIFIER
 */
export function toIdentifier(name: string, where: string, advice = ''): string {
  if (!IDENTIFIER.test(name)) {
    throw new ConnectorProblem(
      'BAD_IDENTIFIER',
      `${where} says ${JSON.stringify(
        name.slice(0, 80),
      )}, which is not a name for PostgreSQL here: a letter or _ first, then letters, digits, _ and $, at most 63 in all.${advice}`,
    );
  }
  return name;
}

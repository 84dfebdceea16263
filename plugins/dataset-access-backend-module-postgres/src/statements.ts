import type { SourceStep } from 'backstage-plugin-dataset-access-node';
import { escapeIdentifier } from 'pg';

/** A change of what one role may do on one object. All names are the database's own. */
export interface Change {
  effect: 'grant' | 'revoke';
  privileges: readonly string[];
  /** A schema when it has no name within one. */
  on: { schema: string; name?: string };
  role: string;
}

/** The statement that makes a change. */
export function toStep({ effect, privileges, on, role }: Change): SourceStep {
  const object =
    on.name === undefined
      ? `SCHEMA ${escapeIdentifier(on.schema)}`
      : `TABLE ${escapeIdentifier(on.schema)}.${escapeIdentifier(on.name)}`;
  const what = `${privileges.join(', ')} ON ${object}`;
  const who = escapeIdentifier(role);
  return {
    effect,
    text:
      effect === 'grant'
        ? `GRANT ${what} TO ${who}`
        : `REVOKE ${what} FROM ${who}`,
  };
}

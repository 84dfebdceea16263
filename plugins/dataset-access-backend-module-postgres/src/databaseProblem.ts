import {
  ConnectorProblem,
  type ConnectorProblemCode,
} from 'backstage-plugin-dataset-access-node';
import { DatabaseError } from 'pg';

/** What a class of SQLSTATE codes, or one of them, means here. The longest that fits counts. */
const MEANINGS: Record<string, [ConnectorProblemCode, string]> = {
  '08': ['SOURCE_UNAVAILABLE', 'The connection to the source was lost.'],
  '25006': [
    'SOURCE_UNAVAILABLE',
    'The source only takes reads at present, as a standby does.',
  ],
  '28': [
    'NOT_PERMITTED',
    'The source refuses to let the connector in. Check the user, the password and pg_hba.conf.',
  ],
  '2BP01': [
    'NOT_PERMITTED',
    'What was given was passed on to others in the database, so that it cannot be taken back. Revoke what was passed on first.',
  ],
  '3D000': [
    'MISCONFIGURED',
    'The server has no database of the configured name.',
  ],
  '3F000': ['TARGET_MISSING', 'The schema is no longer there.'],
  '40': [
    'SOURCE_UNAVAILABLE',
    'Others kept changing the same privileges at the same time.',
  ],
  '42501': [
    'NOT_PERMITTED',
    'The role that the source is used with lacks a right.',
  ],
  '42P01': ['TARGET_MISSING', 'A table or view is no longer there.'],
  '42704': ['SUBJECT_MISSING', 'The role is no longer there.'],
  '53': [
    'SOURCE_UNAVAILABLE',
    'The source has no room for more connections, or no memory or disk space.',
  ],
  '55000': [
    'SOURCE_UNAVAILABLE',
    'The database takes no connections at present.',
  ],
  '55P03': [
    'SOURCE_UNAVAILABLE',
    'The source was busy with other changes for too long.',
  ],
  '57': [
    'SOURCE_UNAVAILABLE',
    'The source ended the connection or did not answer in time.',
  ],
  '58': ['SOURCE_UNAVAILABLE', 'The server of the source has a fault.'],
};

/** Another change of the same list came first; it can be tried again at once. */
const CONFLICTS = ['40001', '40P01'];

/** Whether it was somebody else's change at the same instant, and not what was asked, that failed. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    (CONFLICTS.includes(error.code ?? '') ||
      // PostgreSQL has no code of its own for two changes of one list of privileges
      (error.code === 'XX000' &&
        /tuple concurrently (updated|deleted)/.test(error.message)))
  );
}

/**
 * Says in words for people why work in a source failed. Nothing of the error is passed on but codes: its text could hold
 * what was configured, as the text of an unreadable connection string does (H9).
 */
export function toProblem(source: string, error: unknown): Error {
  if (error instanceof ConnectorProblem) {
    return error;
  }
  const code = codeOf(error);
  const say = (kind: ConnectorProblemCode, sentence: string) =>
    new ConnectorProblem(
      kind,
      `${sentence} (source ${source}${code ? `, ${code}` : ''})`,
    );
  if (isConflict(error)) {
    return say(...MEANINGS['40']);
  }
  if (error instanceof DatabaseError) {
    const meaning = MEANINGS[code ?? ''] ?? MEANINGS[(code ?? '').slice(0, 2)];
    return meaning
      ? say(...meaning)
      : new Error(`PostgreSQL failed (source ${source}, ${code})`);
  }
  if (code === 'ERR_INVALID_URL') {
    return say('MISCONFIGURED', 'The connection string cannot be read.');
  }
  if (!code && isFaultOfOurs(error)) {
    return error;
  }
  // what is no answer of the server comes from the way to it: refused, timed out, reset, not trusted
  return say('SOURCE_UNAVAILABLE', 'The source cannot be reached.');
}

/** A mistake in the program, which is not to pass for a source that is down. */
function isFaultOfOurs(error: unknown): error is Error {
  return [TypeError, RangeError, ReferenceError].some(
    kind => error instanceof kind,
  );
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code)
    ? code
    : undefined;
}

/**
 * Why a source does not do what it should:
 *
 * - `SOURCE_UNAVAILABLE`: it cannot be reached, or did not answer in time
 * - `NOT_PERMITTED`: the connector's own account lacks a right
 * - `TARGET_MISSING`: the dataset is not there, as for a table that was dropped or renamed
 * - `SUBJECT_MISSING`: the one who gets the access is not there, as for a role that does not exist
 * - `BAD_IDENTIFIER`: a name in the catalog cannot be one in the source
 * - `LEVEL_NOT_SUPPORTED`: the connector cannot give the level
 * - `MISCONFIGURED`: the connector's settings do not fit the dataset
 *
 * @public
 */
export type ConnectorProblemCode =
  | 'SOURCE_UNAVAILABLE'
  | 'NOT_PERMITTED'
  | 'TARGET_MISSING'
  | 'SUBJECT_MISSING'
  | 'BAD_IDENTIFIER'
  | 'LEVEL_NOT_SUPPORTED'
  | 'MISCONFIGURED';

/**
 * A problem of a connector that somebody can mend. It is shown to those who answer for the dataset: the message is a sentence
 * that says what is wrong and what to do, without secrets and connection strings.
 *
 * @public
 */
export class ConnectorProblem extends Error {
  readonly code: ConnectorProblemCode;

  constructor(
    code: ConnectorProblemCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'ConnectorProblem';
    this.code = code;
  }
}

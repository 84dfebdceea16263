import {
  checkPlainText,
  DatasetAccessError,
  TextBounds,
} from 'backstage-plugin-dataset-access-common';

/** A comment is a message, not a document. */
export const COMMENT_BOUNDS: TextBounds = { minLength: 1, maxLength: 2_000 };

/**
 * A reason or comment as it will be stored.
 *
 * @param what - how the text is called in the error, for example `reason`
 * @throws `BAD_REASON`
 */
export function readText(
  raw: string,
  bounds: TextBounds,
  what: string,
): string {
  const { text, problem } = checkPlainText(raw, bounds);
  switch (problem) {
    case undefined:
      return text;
    case 'too-short':
      throw new DatasetAccessError('BAD_REASON', {
        message: `The ${what} needs at least ${bounds.minLength} visible characters.`,
      });
    case 'too-long':
      throw new DatasetAccessError('BAD_REASON', {
        message: `The ${what} has more than ${bounds.maxLength} characters.`,
      });
    default:
      throw new DatasetAccessError('BAD_REASON', {
        message: `The ${what} contains characters that are not text, such as NUL.`,
      });
  }
}

/** As {@link readText} for a text that may be left out or left empty. */
export function readOptionalText(
  raw: string | undefined,
  what: string,
): string | undefined {
  const text = readText(raw ?? '', { ...COMMENT_BOUNDS, minLength: 0 }, what);
  return text === '' ? undefined : text;
}

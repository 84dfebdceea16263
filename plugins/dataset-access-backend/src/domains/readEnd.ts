import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';

/**
 * Reads when access is to end.
 *
 * @param text - ISO-8601; `null` for no end, `undefined` for none said
 * @throws `BAD_PERIOD` for an end that has come already
 */
export function readEnd(
  text: string | null | undefined,
  now: Date,
): Date | null | undefined {
  if (text === null || text === undefined) {
    return text;
  }
  const end = new Date(text);
  if (!(end > now)) {
    throw new DatasetAccessError('BAD_PERIOD', {
      message: 'The end has to be in the future.',
    });
  }
  return end;
}

import type { PolicyImport } from 'backstage-plugin-dataset-access-common';

/** What is to be imported, and what it is said to be. */
export type ImportSource = Pick<PolicyImport, 'format' | 'content'>;

export const importFormats = ['datahub', 'casbin-csv'] as const;

/** As many characters as the API takes. */
export const CONTENT_LENGTH = 900_000;

/** What is wrong with a source before anybody has read it. */
export function checkSource({
  content,
}: ImportSource): 'empty' | 'tooLarge' | undefined {
  if (content.trim() === '') {
    return 'empty';
  }
  return content.length > CONTENT_LENGTH ? 'tooLarge' : undefined;
}

/** What a file is by its name; `undefined` when the name does not tell. */
export function formatOfFile(name: string): ImportSource['format'] | undefined {
  switch (name.toLowerCase().split('.').pop()) {
    case 'json':
      return 'datahub';
    case 'csv':
      return 'casbin-csv';
    default:
      return undefined;
  }
}

import type { ExplanationPath } from 'backstage-plugin-dataset-access-common';

/** When all of it is over: never as long as one path has no end, otherwise with the last one. */
export function endOfPaths(
  paths: readonly Pick<ExplanationPath, 'expiresAt'>[],
): string | undefined {
  const ends = paths.flatMap(({ expiresAt }) => expiresAt ?? []);
  return ends.length === paths.length
    ? ends.sort((a, b) => Date.parse(a) - Date.parse(b)).pop()
    : undefined;
}

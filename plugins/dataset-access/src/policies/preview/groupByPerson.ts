import type { PreviewEntry } from 'backstage-plugin-dataset-access-common';

/** What one person would gain or lose. */
export interface PersonDifference {
  /** Ref of the user. */
  subject: string;
  entries: PreviewEntry[];
}

/** The entries of each person together, in the order in which people come first. */
export function groupByPerson(
  entries: readonly PreviewEntry[],
): PersonDifference[] {
  const bySubject = new Map<string, PreviewEntry[]>();
  for (const entry of entries) {
    const earlier = bySubject.get(entry.subject);
    if (earlier) {
      earlier.push(entry);
    } else {
      bySubject.set(entry.subject, [entry]);
    }
  }
  return [...bySubject].map(([subject, own]) => ({ subject, entries: own }));
}

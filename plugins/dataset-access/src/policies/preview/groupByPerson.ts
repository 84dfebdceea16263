import type { PreviewEntry } from 'backstage-plugin-dataset-access-common';

/** What one person would gain or lose. */
export interface PersonDifference {
  /** Ref of the user. */
  subject: string;
  entries: PreviewEntry[];
}

/** The entries of each person together, people in an order in which one of them can be found. */
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
  return [...bySubject]
    .map(([subject, own]) => ({ subject, entries: own }))
    .sort((a, b) => a.subject.localeCompare(b.subject));
}

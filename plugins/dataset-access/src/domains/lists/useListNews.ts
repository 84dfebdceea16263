import type { GroupDomains } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { ListChange, listChanges } from './listChanges';

/** @see useListNews */
export interface ListNews {
  /** What others made of the list since it was first seen. */
  news: ListChange[];
  /** From now on, the list as it is now counts as seen. */
  accept(): void;
}

/**
 * What happens to the list of a group while somebody thinks of changes to it.
 *
 * @param isThinking - as long as it is not so, whatever the list becomes counts as seen. Default: true
 */
export function useListNews(
  group: string | undefined,
  latest: GroupDomains | undefined,
  isThinking: boolean = true,
): ListNews {
  const [seen, setSeen] = useState<{ group: string; list: GroupDomains }>();
  const isSeen = seen !== undefined && seen.group === group;
  if (group && latest && (!isSeen || (!isThinking && seen.list !== latest))) {
    // during rendering, so that what is no news is never shown as such
    setSeen({ group, list: latest });
  }
  return {
    news:
      latest && isSeen ? listChanges(seen.list.domains, latest.domains) : [],
    accept: () => latest && group && setSeen({ group, list: latest }),
  };
}

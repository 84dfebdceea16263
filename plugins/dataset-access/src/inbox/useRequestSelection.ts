import type { TableSelection } from '@backstage/ui';
import type { AccessRequest } from 'backstage-plugin-dataset-access-common';
import { useMemo, useState } from 'react';

/** Which requests of a page are chosen. What left the page is no longer chosen, so that nothing unseen is decided. */
export function useRequestSelection(requests: AccessRequest[]): {
  selection: TableSelection;
  /** Those of them that still wait for a decision. */
  waiting: AccessRequest[];
  clear(): void;
} {
  const [selected, setSelected] = useState<ReadonlySet<unknown>>(new Set());
  const chosen = useMemo(
    () => requests.filter(({ id }) => selected.has(id)),
    [requests, selected],
  );
  return {
    selection: {
      mode: 'multiple',
      behavior: 'toggle',
      selected: useMemo(() => chosen.map(({ id }) => id), [chosen]),
      // all are those of now, not those of the next page
      onSelectionChange: keys =>
        setSelected(
          new Set(keys === 'all' ? requests.map(({ id }) => id) : keys),
        ),
    },
    waiting: useMemo(
      () => chosen.filter(({ status }) => status === 'pending'),
      [chosen],
    ),
    clear: () => setSelected(new Set()),
  };
}

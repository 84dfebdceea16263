import type { TableSelection } from '@backstage/ui';
import type { AccessRequest } from 'backstage-plugin-dataset-access-common';
import { useMemo, useState } from 'react';

type Selected = NonNullable<TableSelection['selected']>;

/** Which requests of a page are chosen. What left the page is no longer chosen, so that nothing unseen is decided. */
export function useRequestSelection(requests: AccessRequest[]): {
  selection: TableSelection;
  /** Those of them that still wait for a decision. */
  waiting: AccessRequest[];
  clear(): void;
} {
  const [selected, setSelected] = useState<Selected>(new Set());
  const chosen = useMemo(() => {
    const keys = selected === 'all' ? undefined : new Set(selected);
    return requests.filter(({ id }) => !keys || keys.has(id));
  }, [requests, selected]);
  return {
    selection: {
      mode: 'multiple',
      behavior: 'toggle',
      selected: useMemo(() => chosen.map(({ id }) => id), [chosen]),
      onSelectionChange: setSelected,
    },
    waiting: useMemo(
      () => chosen.filter(({ status }) => status === 'pending'),
      [chosen],
    ),
    clear: () => setSelected(new Set()),
  };
}

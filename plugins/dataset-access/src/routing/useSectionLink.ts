import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { rootRouteRef } from '../routes';

/** The pages beside the lists of requests. */
export type Section =
  | 'grants'
  | 'tasks'
  | 'drift'
  | 'reviews'
  | 'roles'
  | 'policies'
  | 'explain';

/** The address of such a page, or of one grant, role or policy on it. */
export function useSectionLink(): (section: Section, id?: string) => string {
  const root = useRouteRef(rootRouteRef)();
  return useCallback(
    (section, id) =>
      id === undefined
        ? `${root}/${section}`
        : `${root}/${section}/${encodeURIComponent(id)}`,
    [root],
  );
}

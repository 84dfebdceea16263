import { canonicalRef } from 'backstage-plugin-dataset-access-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** An entity ref in the address; undefined when there is none, or something that is none. */
export function useEntityParam(
  name: string,
): [string | undefined, (entityRef: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const setParam = useCallback(
    (entityRef: string | undefined) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          if (entityRef === undefined) {
            next.delete(name);
          } else {
            next.set(name, entityRef);
          }
          return next;
        },
        { replace: true },
      ),
    [name, setSearch],
  );
  return [readEntityRef(search, name), setParam];
}

export function readEntityRef(
  search: URLSearchParams,
  name: string,
): string | undefined {
  try {
    return canonicalRef(search.get(name) ?? '');
  } catch {
    return undefined;
  }
}

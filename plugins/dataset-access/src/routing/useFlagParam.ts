import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Something in the address that is on or off, such as a filter of a list. Changing it goes back to the first page. */
export function useFlagParam(name: string): [boolean, (on: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const setFlag = useCallback(
    (on: boolean) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          // a cursor belongs to one list
          next.delete('cursor');
          if (on) {
            next.set(name, '1');
          } else {
            next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [name, setSearch],
  );
  return [search.get(name) === '1', setFlag];
}

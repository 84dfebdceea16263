import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** A filter in the address that takes one of a few values, or none. Changing it goes back to the first page. */
export function useChoiceParam<T extends string>(
  name: string,
  choices: readonly T[],
): [T | undefined, (choice: T | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const setChoice = useCallback(
    (choice: T | undefined) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          // a cursor belongs to one list
          next.delete('cursor');
          if (choice) {
            next.set(name, choice);
          } else {
            next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [name, setSearch],
  );
  return [choices.find(choice => choice === search.get(name)), setChoice];
}

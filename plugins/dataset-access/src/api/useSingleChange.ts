import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { DATASET_ACCESS_KEY } from './queries';

/**
 * A change that is sent once, however often the button is pressed while it is under way. When it is done, or refused because
 * the world moved on, everything of ours is loaded again.
 */
export function useSingleChange<TInput, TResult>(
  change: (input: TInput) => Promise<TResult>,
) {
  const queries = useQueryClient();
  // set at once, where the state of the mutation takes a moment to arrive
  const isRunning = useRef(false);
  const { mutate, ...mutation } = useMutation({
    mutationFn: change,
    onSettled: () => {
      isRunning.current = false;
      return queries.invalidateQueries({ queryKey: [DATASET_ACCESS_KEY] });
    },
  });
  return {
    ...mutation,
    send(input: TInput, onDone?: (result: TResult) => void): void {
      if (isRunning.current) {
        return;
      }
      isRunning.current = true;
      mutate(input, { onSuccess: onDone });
    },
  };
}

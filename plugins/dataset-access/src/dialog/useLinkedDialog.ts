import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Says in the address of a dataset's page that the dialog is wanted: `?requestAccess=1` (S0.3). */
export const REQUEST_ACCESS_PARAM = 'requestAccess';

/**
 * Whether the dialog is open.
 *
 * @param followsLink - it also opens when the address asks for it; once closed, the address no longer does
 */
export function useLinkedDialog(followsLink: boolean) {
  const [params, setParams] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const isLinked = followsLink && params.get(REQUEST_ACCESS_PARAM) === '1';
  const setBoth = (open: boolean) => {
    setOpen(open);
    if (!open && isLinked) {
      setParams(
        current => {
          const rest = new URLSearchParams(current);
          rest.delete(REQUEST_ACCESS_PARAM);
          return rest;
        },
        { replace: true },
      );
    }
  };
  return [isOpen || isLinked, setBoth] as const;
}

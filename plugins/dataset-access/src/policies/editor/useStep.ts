import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { PolicyStep, policySteps } from './policySteps';

const PARAM = 'step';

/**
 * Which step of the editor is shown. It is in the address, so that the browser's way back leads to the step before instead
 * of out of the editor.
 *
 * @param isComplete - all steps were filled in once, so a link may lead to any of them
 */
export function useStep(isComplete: boolean) {
  const [search, setSearch] = useSearchParams();
  const last = policySteps.length - 1;
  const [furthest, setFurthest] = useState(isComplete ? last : 0);
  const asked = policySteps.findIndex(step => step === search.get(PARAM));
  const current = Math.max(0, Math.min(asked, furthest));
  const show = useCallback(
    (step: PolicyStep) => {
      setFurthest(before => Math.max(before, policySteps.indexOf(step)));
      setSearch(before => {
        const next = new URLSearchParams(before);
        next.set(PARAM, step);
        return next;
      });
    },
    [setSearch],
  );
  return { step: policySteps[current], show };
}

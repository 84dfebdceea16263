import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  isDatasetAccessError,
  Policy,
} from 'backstage-plugin-dataset-access-common';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { useSavePolicy } from '../../api/policyQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../../translation';
import { usePolicyLinks } from '../usePolicyLinks';
import { ActorStep } from './ActorStep';
import { EditorActions } from './EditorActions';
import { NameStep } from './NameStep';
import {
  checkPolicyForm,
  PolicyFormValues,
  PolicyProblem,
  toDraft,
} from './policyForm';
import {
  checkedFields,
  PolicyStep,
  policySteps,
  stepOfError,
} from './policySteps';
import { ReviewStep } from './ReviewStep';
import { ScopeStep } from './ScopeStep';
import { StaleNote } from './StaleNote';
import { StepList } from './StepList';
import { useLeaveWarning } from './useLeaveWarning';
import { useStep } from './useStep';

/** @see PolicyEditor */
export interface PolicyEditorProps {
  /** The policy that is changed; absent for a new one. */
  policy?: Policy;
  initial: PolicyFormValues;
  cancelHref: string;
  /** Somebody else changed the policy since. */
  isOutdated?: boolean;
  onLoadNewer?: () => void;
}

/** Writes a policy in three steps, shows what it would do, and saves it. Nothing is lost on the way back or by an error. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { policy, initial, cancelHref, isOutdated, onLoadNewer } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const navigate = useNavigate();
  const links = usePolicyLinks();
  const save = useSavePolicy(policy);
  const form = usePolicyForm(initial);
  const { step, show } = useStep(policy !== undefined);
  const [refusals, setRefusals] = useState(0);
  const panel = useStepFocus(step, refusals);
  useLeaveWarning(form.formState.isDirty && !save.isSuccess);
  const { watch } = form;
  const { error, reset: forgetError } = save;
  useEffect(() => {
    // what is corrected is no longer what was refused
    const { unsubscribe } = watch(() => forgetError());
    return unsubscribe;
  }, [watch, forgetError]);

  const refuse = (invalid: PolicyStep) => {
    show(invalid);
    setRefusals(before => before + 1);
  };
  const goTo = async (target: PolicyStep) => {
    const to = policySteps.indexOf(target);
    const from = policySteps.indexOf(step);
    // nothing is in the way back
    for (const passed of to > from ? policySteps.slice(0, to) : []) {
      if (!(await form.trigger([...checkedFields[passed]]))) {
        refuse(passed);
        return;
      }
    }
    show(target);
  };
  const goBy = (steps: number) =>
    goTo(policySteps[policySteps.indexOf(step) + steps]);
  const saveAll = form.handleSubmit(
    values =>
      save.mutate(toDraft(values), {
        onSuccess: ({ id }) => navigate(links.policy(id)),
        onError: failure => refuse(stepOfError(failure)),
      }),
    errors =>
      refuse(
        policySteps.find(one =>
          checkedFields[one].some(name => errors[name]),
        ) ?? step,
      ),
  );
  const isStale = isDatasetAccessError(error) && error.code === 'STALE_VERSION';
  const isSaving = save.isPending || save.isSuccess;
  const actions = { cancelHref, onBack: () => void goBy(-1) };
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void (step === 'review' ? saveAll(event) : goBy(1));
        }}
      >
        <Flex direction="column" gap="4">
          <Text as="h1" variant="title-small" weight="bold">
            {policy
              ? t('policies.editor.edit', { name: policy.name })
              : t('policies.editor.new')}
          </Text>
          <StepList current={step} onGo={target => void goTo(target)} />
          {policy && (isStale || (isOutdated && !isSaving)) && (
            <StaleNote policyId={policy.id} onLoad={onLoadNewer} />
          )}
          <div ref={panel}>
            <Flex direction="column" gap="4">
              <Text as="h2" variant="title-x-small" weight="bold" tabIndex={-1}>
                {t(`policies.editor.step.${step}`)}
              </Text>
              {error && !isStale && stepOfError(error) === step && (
                <ErrorAlert
                  title={t('policies.editor.notSaved')}
                  error={error}
                />
              )}
              {step === 'name' && <NameStep />}
              {step === 'scope' && <ScopeStep />}
              {step === 'actors' && <ActorStep />}
              {step === 'review' ? (
                <ReviewStep
                  policy={policy}
                  isSaving={isSaving}
                  actions={actions}
                />
              ) : (
                <EditorActions
                  {...actions}
                  onBack={step === 'name' ? undefined : actions.onBack}
                  submitLabel={t('policies.editor.next')}
                />
              )}
            </Flex>
          </div>
        </Flex>
      </form>
    </FormProvider>
  );
}

function usePolicyForm(initial: PolicyFormValues) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const say = (problem: PolicyProblem) =>
    'number' in problem
      ? t(`policies.editor.problem.${problem.key}`, { number: problem.number })
      : t(`policies.editor.problem.${problem.key}`);
  // the first ones, whatever is loaded later
  const [defaultValues] = useState(initial);
  return useForm<PolicyFormValues>({
    defaultValues,
    mode: 'onChange',
    resolver: values => {
      const errors = Object.entries(checkPolicyForm(values)).flatMap(
        ([field, problem]) =>
          problem
            ? [[field, { type: 'validate', message: say(problem) }] as const]
            : [],
      );
      return errors.length > 0
        ? { values: {}, errors: Object.fromEntries(errors) }
        : { values, errors: {} };
    },
  });
}

/** Brings the keyboard to what is wrong, or to the beginning of the step, whenever another step is shown. */
function useStepFocus(step: PolicyStep, refusals: number) {
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef({ step, refusals });
  useEffect(() => {
    const before = shown.current;
    if (before.step === step && before.refusals === refusals) {
      return;
    }
    shown.current = { step, refusals };
    const invalid = panel.current?.querySelector('[aria-invalid=true]');
    const heading = panel.current?.querySelector('h2');
    ((invalid ?? heading) as HTMLElement | null)?.focus();
  }, [step, refusals]);
  return panel;
}

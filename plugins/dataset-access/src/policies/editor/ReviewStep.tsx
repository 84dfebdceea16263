import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Radio, RadioGroup } from '@backstage/ui';
import {
  Policy,
  policyManagePermission,
  PolicyState,
} from 'backstage-plugin-dataset-access-common';
import { Controller, useFormContext } from 'react-hook-form';
import { usePolicyPreview } from '../../api/policyQueries';
import { Section } from '../../request/Section';
import { datasetAccessTranslationRef } from '../../translation';
import { policyStates } from '../list/usePolicyListParams';
import { ChangePreview } from '../preview/ChangePreview';
import { DraftWords } from './DraftWords';
import { EditorActions, EditorActionsProps } from './EditorActions';
import { PolicyFormValues, toDraft } from './policyForm';

/** @see ReviewStep */
export interface ReviewStepProps {
  /** The policy that is changed; absent for a new one. */
  policy?: Policy;
  isSaving: boolean;
  actions: Omit<EditorActionsProps, 'submitLabel'>;
}

/** Says what the policy says and what saving it would do, before it is saved. */
export function ReviewStep({ policy, isSaving, actions }: ReviewStepProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { control, watch } = useFormContext<PolicyFormValues>();
  const values = watch();
  const draft = toDraft(values);
  const preview = usePolicyPreview(
    { change: 'save', policyId: policy?.id, policy: draft },
    { seenVersion: policy?.version, isOver: isSaving },
  );
  return (
    <Flex direction="column" gap="4">
      <Section title={t('policies.editor.inWords')}>
        <DraftWords draft={draft} />
      </Section>
      {draft.privileges.includes(policyManagePermission.name) && (
        <Alert
          status="warning"
          icon
          title={t('policies.editor.makesAdmins')}
          description={t('policies.editor.makesAdminsHint')}
        />
      )}
      <Controller
        name="state"
        control={control}
        render={({ field }) => (
          <RadioGroup
            label={t('policies.editor.state')}
            description={t(`policies.editor.stateHint.${field.value}`)}
            orientation="horizontal"
            value={field.value}
            onChange={value => field.onChange(value as PolicyState)}
          >
            {policyStates.map(state => (
              <Radio key={state} value={state}>
                {t(`policies.state.${state}`)}
              </Radio>
            ))}
          </RadioGroup>
        )}
      />
      <Section title={t('policies.preview.title')}>
        <ChangePreview preview={preview} type={draft.type} />
      </Section>
      <EditorActions
        {...actions}
        submitLabel={t(`policies.editor.save.${values.state}`)}
        isPending={isSaving}
        isDisabled={preview.isPending}
      />
    </Flex>
  );
}

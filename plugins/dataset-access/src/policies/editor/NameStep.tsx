import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Flex,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { PolicyType } from 'backstage-plugin-dataset-access-common';
import { Controller, useFormContext } from 'react-hook-form';
import { datasetAccessTranslationRef } from '../../translation';
import { policyTypes } from '../list/usePolicyListParams';
import type { PolicyFormValues } from './policyForm';

/** What the policy is called and what kind it is. */
export function NameStep() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { control } = useFormContext<PolicyFormValues>();
  return (
    <Flex direction="column" gap="4">
      <Controller
        name="type"
        control={control}
        render={({ field }) => (
          <RadioGroup
            label={t('policies.editor.type')}
            description={t(`policies.typeHint.${field.value}`)}
            orientation="horizontal"
            value={field.value}
            onChange={value => field.onChange(value as PolicyType)}
          >
            {policyTypes.map(type => (
              <Radio key={type} value={type}>
                {t(`policies.type.${type}`)}
              </Radio>
            ))}
          </RadioGroup>
        )}
      />
      <Controller
        name="name"
        control={control}
        render={({ field, fieldState }) => (
          <TextField
            label={t('policies.editor.name')}
            description={
              fieldState.error?.message ?? t('policies.editor.nameHint')
            }
            isInvalid={Boolean(fieldState.error)}
            isRequired
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
      <Controller
        name="description"
        control={control}
        render={({ field, fieldState }) => (
          <TextAreaField
            label={t('policies.editor.description')}
            description={fieldState.error?.message}
            isInvalid={Boolean(fieldState.error)}
            rows={4}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
    </Flex>
  );
}

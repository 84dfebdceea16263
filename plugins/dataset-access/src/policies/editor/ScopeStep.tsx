import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { Controller, useFormContext } from 'react-hook-form';
import { Section } from '../../request/Section';
import { datasetAccessTranslationRef } from '../../translation';
import { ScopeWords } from '../words/ScopeWords';
import { CriteriaField } from './CriteriaField';
import { effectiveCriteria, PolicyFormValues } from './policyForm';
import { PrivilegePicker } from './PrivilegePicker';

/** On which entities the policy gives which privileges. */
export function ScopeStep() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { control, watch } = useFormContext<PolicyFormValues>();
  const [type, criteria] = watch(['type', 'criteria']);
  return (
    <Flex direction="column" gap="4">
      {type === 'platform' ? (
        <Text as="p">{t('policies.editor.noScope')}</Text>
      ) : (
        <Section title={t('policies.editor.scope')}>
          <Flex direction="column" gap="4">
            <Controller
              name="criteria"
              control={control}
              render={({ field }) => (
                <CriteriaField value={field.value} onChange={field.onChange} />
              )}
            />
            <div role="status">
              <Text variant="body-small" color="secondary">
                {t('policies.editor.covers')}
              </Text>
              <ScopeWords
                type={type}
                resources={effectiveCriteria({ type, criteria })}
              />
            </div>
          </Flex>
        </Section>
      )}
      <Section title={t('policies.editor.privileges')}>
        <Controller
          name="privileges"
          control={control}
          render={({ field, fieldState }) => (
            <PrivilegePicker
              type={type}
              value={field.value[type]}
              onChange={names =>
                field.onChange({ ...field.value, [type]: names })
              }
              error={fieldState.error?.message}
            />
          )}
        />
      </Section>
    </Flex>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Checkbox, CheckboxGroup, Flex, Text } from '@backstage/ui';
import { Controller, useFormContext } from 'react-hook-form';
import { useStewardshipRoles } from '../../api/policyQueries';
import { useRoles } from '../../api/roleQueries';
import { PrincipalPicker } from '../../principals/PrincipalPicker';
import { datasetAccessTranslationRef } from '../../translation';
import styles from './ActorStep.module.css';
import { OptionList } from './OptionList';
import type { FormActors, PolicyFormValues } from './policyForm';

/** Those who need not be named one by one. */
const wideKinds = ['allUsers', 'allGroups', 'resourceOwners'] as const;

/** Whom the policy is for. */
export function ActorStep() {
  const { control } = useFormContext<PolicyFormValues>();
  return (
    <Controller
      name="actors"
      control={control}
      render={({ field, fieldState }) => (
        <ActorFields
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function ActorFields(props: {
  value: FormActors;
  onChange(value: FormActors): void;
  error?: string;
}) {
  const { value, onChange, error } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { watch } = useFormContext<PolicyFormValues>();
  const isMetadata = watch('type') === 'metadata';
  const roles = useRoles();
  const stewardships = useStewardshipRoles();
  const change = (changed: Partial<FormActors>) =>
    onChange({ ...value, ...changed });
  return (
    <Flex direction="column" gap="6">
      {error && <Alert role="alert" status="danger" icon title={error} />}
      <PrincipalPicker
        label={t('policies.editor.principals')}
        value={value.principals}
        isRequired={false}
        onChange={principals => change({ principals })}
      />
      <OptionList
        label={t('policies.editor.roles')}
        description={t('policies.editor.rolesHint')}
        none={t('policies.editor.noRoles')}
        loaded={{ ...roles, data: roles.data?.items }}
        value={value.roles}
        onChange={ids => change({ roles: ids })}
      />
      {isMetadata && (
        <OptionList
          label={t('policies.editor.stewards')}
          description={t('policies.editor.stewardsHint')}
          loaded={stewardships}
          value={value.responsibilities}
          onChange={responsibilities => change({ responsibilities })}
        />
      )}
      <CheckboxGroup
        label={t('policies.editor.others')}
        value={wideKinds.filter(kind => value[kind])}
        onChange={kinds =>
          change(
            Object.fromEntries(
              wideKinds.map(kind => [kind, kinds.includes(kind)]),
            ),
          )
        }
      >
        {wideKinds
          .filter(kind => isMetadata || kind !== 'resourceOwners')
          .map(kind => (
            <Checkbox key={kind} value={kind}>
              {t(`policies.editor.${kind}`)}{' '}
              <Text as="span" color="secondary" className={styles.hint}>
                {t(`policies.editor.${kind}Hint`)}
              </Text>
            </Checkbox>
          ))}
      </CheckboxGroup>
    </Flex>
  );
}

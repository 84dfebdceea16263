import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Switch, Text } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../../translation';
import { ReachText } from '../reach/ReachText';

/** Chooses whether the datasets of a domain come with it, and says how many that would be. */
export function DatasetsField(props: {
  domain: string;
  value: boolean;
  onChange(value: boolean): void;
}) {
  const { domain, value, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Flex direction="column" gap="1">
      <Switch
        label={t('domains.sharing.form.datasets')}
        isSelected={value}
        onChange={onChange}
      />
      <Text color="secondary">
        {value
          ? t('domains.sharing.form.datasetsLevel')
          : t('domains.sharing.form.datasetsOff')}
      </Text>
      {value && <ReachText domain={domain} />}
    </Flex>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import {
  AccessLevel,
  accessLevels,
} from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';

/** Chooses how much somebody may do with a domain. */
export function LevelField(props: {
  value: AccessLevel;
  onChange(value: AccessLevel): void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <RadioGroup
      label={t('domains.sharing.form.level')}
      orientation="horizontal"
      description={t(`domains.sharing.form.levelHint.${value}`)}
      value={value}
      onChange={level => onChange(level as AccessLevel)}
    >
      {accessLevels.map(level => (
        <Radio key={level} value={level}>
          {t(`level.${level}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

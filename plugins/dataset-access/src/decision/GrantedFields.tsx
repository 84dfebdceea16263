import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Flex, TextField } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../translation';
import type { DecisionFormValues } from './decisionForm';

/** @see GrantedFields */
export interface GrantedFieldsProps {
  /** The platform that holds the data. */
  source?: string;
  value: Pick<DecisionFormValues, 'granted' | 'accessNote'>;
  onChange(value: Pick<DecisionFormValues, 'granted' | 'accessNote'>): void;
}

/** Asks whether the access exists in the source already, and what exactly was granted there. */
export function GrantedFields(props: GrantedFieldsProps) {
  const { source, value, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Flex direction="column" gap="3">
      <Checkbox
        isSelected={value.granted}
        onChange={granted => onChange({ ...value, granted })}
      >
        {t('decision.granted', { source: source ?? t('card.theSource') })}
      </Checkbox>
      {value.granted && (
        <TextField
          label={t('decision.accessNote')}
          description={t('decision.accessNoteHint')}
          maxLength={500}
          value={value.accessNote}
          onChange={accessNote => onChange({ ...value, accessNote })}
        />
      )}
    </Flex>
  );
}

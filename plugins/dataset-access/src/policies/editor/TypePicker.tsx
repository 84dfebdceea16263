import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../../translation';
import { ChosenValues } from './ChosenValues';
import { TextValuesField } from './TextValuesField';
import { useEntityTypes } from './useEntityTypes';

/** @see TypePicker */
export interface TypePickerProps {
  /** `kind` or `kind/spec.type`. */
  value: string[];
  onChange(value: string[]): void;
}

/** Picks types of entities that the catalog has. Without the catalog they can be typed. */
export function TypePicker({ value, onChange }: TypePickerProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, isPending } = useEntityTypes();
  if (error) {
    return <TextValuesField field="type" value={value} onChange={onChange} />;
  }
  const types = [...new Set([...(data ?? []), ...value])].sort();
  return (
    <>
      <Select<'multiple'>
        aria-label={t('policies.editor.values', {
          field: t('policies.field.type'),
        })}
        selectionMode="multiple"
        options={types.map(type => ({ id: type, label: type }))}
        search={{ placeholder: t('policies.editor.search.type') }}
        loading={{ state: isPending ? 'loading' : 'idle' }}
        placeholder={t('policies.editor.all.type')}
        value={value}
        onChange={keys => onChange(keys.map(String))}
      />
      <ChosenValues field="type" value={value} onChange={onChange} />
    </>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { datasetAccessTranslationRef } from '../../translation';
import { ChosenValues } from './ChosenValues';
import styles from './TextValuesField.module.css';

const LENGTH = 200;

/** @see TextValuesField */
export interface TextValuesFieldProps {
  field: PolicyCriterion['field'];
  value: string[];
  onChange(value: string[]): void;
}

/** Takes values as text, one after the other or several of a pasted list at once. */
export function TextValuesField(props: TextValuesFieldProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [text, setText] = useState('');
  const add = () => {
    const added = text
      .split(/[,\n]/)
      // the backend compares in lower case
      .map(one => one.trim().toLowerCase())
      .filter(Boolean);
    if (added.length > 0) {
      onChange([...new Set([...value, ...added])]);
      setText('');
    }
  };
  return (
    <>
      <div className={styles.row}>
        <TextField
          aria-label={t('policies.editor.values', {
            field: t(`policies.field.${field}`),
          })}
          placeholder={t(`policies.editor.valueHint.${field}`)}
          className={styles.text}
          maxLength={LENGTH}
          value={text}
          onChange={setText}
          // who types a value and goes on has meant it
          onBlur={add}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              // it would send the form
              event.preventDefault();
              add();
            }
          }}
        />
        <Button variant="secondary" onPress={add}>
          {t('policies.editor.addValue')}
        </Button>
      </div>
      <ChosenValues field={field} value={value} onChange={onChange} />
    </>
  );
}

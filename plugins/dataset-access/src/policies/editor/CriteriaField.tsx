import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { PolicyCriterion } from 'backstage-plugin-dataset-access-common';
import { useRef } from 'react';
import { datasetAccessTranslationRef } from '../../translation';
import { criterionFields } from '../words/criterionFields';
import styles from './CriteriaField.module.css';
import { CriterionField } from './CriterionField';
import { blankCriterion } from './policyForm';

/** As many as the API takes. */
const MOST = 20;

/** @see CriteriaField */
export interface CriteriaFieldProps {
  value: readonly PolicyCriterion[];
  onChange(value: PolicyCriterion[]): void;
}

/** The conditions that an entity has to fit. */
export function CriteriaField({ value, onChange }: CriteriaFieldProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { keys, add, remove } = useRowKeys(value.length);
  const unused = criterionFields.find(field =>
    value.every(one => one.field !== field),
  );
  return (
    <Flex direction="column" gap="4">
      <Text as="p" color="secondary">
        {t('policies.editor.scopeHint')}
      </Text>
      <ul aria-label={t('policies.editor.conditions')} className={styles.rows}>
        {value.map((criterion, index) => (
          <li key={keys[index]}>
            <CriterionField
              label={t('policies.editor.condition', {
                number: String(index + 1),
              })}
              value={criterion}
              onChange={changed =>
                onChange(
                  value.map((one, other) => (other === index ? changed : one)),
                )
              }
              onRemove={() => {
                remove(index);
                onChange(value.filter((_, other) => other !== index));
              }}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={value.length >= MOST}
          onPress={() => {
            add();
            onChange([...value, blankCriterion(unused ?? 'label')]);
          }}
        >
          {t('policies.editor.addCondition')}
        </Button>
      </div>
    </Flex>
  );
}

/** Keys that stay with their rows when another row is removed. */
function useRowKeys(rows: number) {
  const next = useRef(rows);
  const keys = useRef([...Array(rows).keys()]);
  return {
    keys: keys.current,
    add() {
      keys.current = [...keys.current, next.current];
      next.current += 1;
    },
    remove(index: number) {
      keys.current = keys.current.filter((_, other) => other !== index);
    },
  };
}

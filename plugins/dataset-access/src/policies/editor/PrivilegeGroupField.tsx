import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Checkbox,
  CheckboxGroup,
  Text,
} from '@backstage/ui';
import { useState } from 'react';
import { usePrivilegeTitles } from '../../api/explainQueries';
import { datasetAccessTranslationRef } from '../../translation';
import type { PrivilegeGroup, PrivilegeInfo } from '../words/privilegeAreas';
import styles from './PrivilegeGroupField.module.css';

/** @see PrivilegeGroupField */
export interface PrivilegeGroupFieldProps {
  group: PrivilegeGroup;
  /** Those of the group that fit what is searched. */
  shown: readonly PrivilegeInfo[];
  /** Something is searched, so that the group has to be open for what was found to be seen. */
  isNarrowed: boolean;
  /** Names of all that is chosen, in this group and in others. */
  value: readonly string[];
  onChange(value: string[]): void;
}

/** The privileges of one area, to be ticked. */
export function PrivilegeGroupField(props: PrivilegeGroupFieldProps) {
  const { group, shown, isNarrowed, value, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const names = new Set(group.privileges.map(({ name }) => name));
  const chosen = value.filter(name => names.has(name));
  const others = value.filter(name => !names.has(name));
  const [isOpen, setOpen] = useState(chosen.length > 0);
  const isExpanded = isNarrowed || isOpen;
  const area = t(`policies.area.${group.area}`);
  return (
    <Accordion
      className={styles.group}
      isExpanded={isExpanded}
      onExpandedChange={setOpen}
    >
      <AccordionTrigger
        title={area}
        subtitle={t('policies.editor.chosenOf', {
          chosen: String(chosen.length),
          all: String(group.privileges.length),
        })}
      />
      <AccordionPanel>
        {isExpanded && (
          <CheckboxGroup
            aria-label={area}
            value={chosen}
            onChange={now => onChange([...others, ...now])}
          >
            {shown.map(privilege => (
              <Checkbox key={privilege.name} value={privilege.name}>
                <PrivilegeOption {...privilege} />
              </Checkbox>
            ))}
          </CheckboxGroup>
        )}
      </AccordionPanel>
    </Accordion>
  );
}

function PrivilegeOption(privilege: PrivilegeInfo) {
  const { name, title, description, implies = [], resources } = privilege;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const titleOf = usePrivilegeTitles();
  return (
    <>
      <Text as="span" title={name}>
        {title}
      </Text>{' '}
      <Text as="span" color="secondary" className={styles.more}>
        {description}{' '}
        {implies.length > 0 &&
          t('policies.editor.implies', {
            privileges: implies.map(titleOf).join(', '),
          })}{' '}
        {resources &&
          t('policies.editor.onlyFor', { kinds: resources.join(', ') })}
      </Text>
    </>
  );
}

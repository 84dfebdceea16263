import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Flex,
  SearchField,
  Skeleton,
  Switch,
  Text,
} from '@backstage/ui';
import type { PolicyType } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { usePrivileges } from '../../api/explainQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../../translation';
import {
  groupByArea,
  PrivilegeGroup,
  PrivilegeInfo,
  unknownPrivilege,
} from '../words/privilegeAreas';
import { PrivilegeGroupField } from './PrivilegeGroupField';

/** @see PrivilegePicker */
export interface PrivilegePickerProps {
  /** Only privileges of that type can be in the policy. */
  type: PolicyType;
  /** Names. */
  value: string[];
  onChange(value: string[]): void;
  /** What is wrong with the choice. */
  error?: string;
}

/** Chooses privileges from a list by area that can be searched. */
export function PrivilegePicker(props: PrivilegePickerProps) {
  const { type, value, onChange, error } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const privileges = usePrivileges();
  const [query, setQuery] = useState('');
  const [isChosenOnly, setChosenOnly] = useState(false);
  if (!privileges.data) {
    return privileges.error ? (
      <ErrorAlert
        error={privileges.error}
        onRetry={() => void privileges.refetch()}
      />
    ) : (
      <Skeleton height={240} width="100%" />
    );
  }
  const groups = allGroups(privileges.data.items, type, value);
  const isNarrowed = query.trim() !== '' || isChosenOnly;
  const isShown = (privilege: PrivilegeInfo) =>
    matches(privilege, query) &&
    (!isChosenOnly || value.includes(privilege.name));
  const shown = groups
    .map(group => ({ ...group, shown: group.privileges.filter(isShown) }))
    .filter(group => group.shown.length > 0);
  return (
    <Flex direction="column" gap="4">
      {error && <Alert role="alert" status="danger" icon title={error} />}
      <SearchField
        aria-label={t('policies.editor.searchPrivileges')}
        placeholder={t('policies.editor.searchPrivileges')}
        size="small"
        value={query}
        onChange={setQuery}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            // it would send the form
            event.preventDefault();
          }
        }}
      />
      <Switch
        label={t('policies.editor.onlyChosen')}
        isSelected={isChosenOnly}
        onChange={setChosenOnly}
      />
      <div>
        {shown.map(group => (
          <PrivilegeGroupField
            key={`${type} ${group.area}`}
            group={group}
            shown={group.shown}
            isNarrowed={isNarrowed}
            value={value}
            onChange={onChange}
          />
        ))}
        {shown.length === 0 && (
          <Text role="status" color="secondary">
            {isChosenOnly && value.length === 0
              ? t('policies.editor.nothingChosen')
              : t('policies.editor.noPrivilegeMatches')}
          </Text>
        )}
      </div>
    </Flex>
  );
}

/** The privileges of a type, and those that a policy still names and the portal no longer knows: they can be taken away. */
function allGroups(
  privileges: PrivilegeInfo[],
  type: PolicyType,
  chosen: readonly string[],
): PrivilegeGroup[] {
  const known = new Set(privileges.map(({ name }) => name));
  const unknown = chosen.filter(name => !known.has(name));
  return [
    ...groupByArea(privileges.filter(one => one.type === type)),
    ...(unknown.length > 0
      ? [
          {
            area: 'unknown' as const,
            privileges: unknown.map(name => unknownPrivilege(name, type)),
          },
        ]
      : []),
  ];
}

function matches(
  { name, title, description }: PrivilegeInfo,
  query: string,
): boolean {
  const text = `${title} ${name} ${description}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

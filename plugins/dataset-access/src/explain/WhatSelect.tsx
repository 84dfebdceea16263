import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { OptionSection, Select } from '@backstage/ui';
import { useMemo } from 'react';
import { useOperations, usePrivileges } from '../api/explainQueries';
import { datasetAccessTranslationRef } from '../translation';
import type { ExplainParams } from './useExplainParams';

/** In this order; it goes from what people ask about most to what only some portals have. */
const AREAS = ['access', 'catalog', 'metadata', 'platform', 'dataops'] as const;

type What = Pick<ExplainParams, 'privilege' | 'operation'>;

/** @see WhatSelect */
export interface WhatSelectProps {
  value: What;
  onChange(value: What): void;
}

/** Chooses a privilege, or an operation of the matrix, out of groups of them, with search in titles and names. */
export function WhatSelect({ value, onChange }: WhatSelectProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const privileges = usePrivileges();
  const operations = useOperations();
  const sections = useMemo<OptionSection[]>(() => {
    const modules = new Set(operations.data?.items.map(({ module }) => module));
    return [
      ...AREAS.map(area => ({
        title: t(`explain.area.${area}`),
        options: (privileges.data?.items ?? [])
          .filter(one => one.area === area)
          .map(({ name, title }) => ({
            id: toKey({ privilege: name }),
            label: title,
            description: name,
          })),
      })),
      ...[...modules].map(module => ({
        title: t('explain.operations', { module }),
        options: (operations.data?.items ?? [])
          .filter(one => one.module === module)
          .map(({ id, title }) => ({
            id: toKey({ operation: id }),
            label: title,
            description: id,
          })),
      })),
    ].filter(({ options }) => options.length > 0);
  }, [t, privileges.data, operations.data]);
  return (
    <Select
      label={t('explain.what')}
      placeholder={t('explain.whatPlaceholder')}
      options={sections}
      search={{
        placeholder: t('explain.whatSearch'),
        filter: ({ label, description = '' }, text) =>
          `${label} ${description}`
            .toLocaleLowerCase()
            .includes(text.trim().toLocaleLowerCase()),
      }}
      value={toKey(value) || null}
      onChange={key => onChange(fromKey(String(key ?? '')))}
    />
  );
}

function toKey({ privilege, operation }: What): string {
  if (privilege) {
    return `privilege:${privilege}`;
  }
  return operation ? `operation:${operation}` : '';
}

function fromKey(key: string): What {
  const at = key.indexOf(':');
  const name = key.slice(at + 1) || undefined;
  return key.startsWith('operation:')
    ? { privilege: undefined, operation: name }
    : { privilege: name, operation: undefined };
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Select, SelectItem, Tag, TagGroup } from '@backstage/ui';
import { useRef } from 'react';
import { EntityName } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import type { Principal } from './Principal';
import { PrincipalIcon } from './PrincipalIcon';
import { PrincipalOption } from './PrincipalOption';
import { usePrincipalSearch } from './usePrincipalSearch';

/** @see PrincipalPicker */
export interface PrincipalPickerProps {
  label: string;
  value: Principal[];
  onChange(value: Principal[]): void;
  /** What is wrong with the choice. */
  error?: string;
  /** Whether somebody has to be chosen. Default: true. */
  isRequired?: boolean;
}

/** Picks users and groups. What is picked stays picked whatever is searched next, and can be taken away again below. */
export function PrincipalPicker(props: PrincipalPickerProps) {
  const { label, value, onChange, error, isRequired = true } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const list = usePrincipalSearch();
  // the list only knows what it shows at the moment; names of earlier picks are kept here
  const seen = useRef(new Map<string, Principal>());
  for (const principal of [...value, ...list.items]) {
    seen.current.set(principal.id, principal);
  }
  // the field names what is picked only as far as it is in the list
  const unlisted = list.filterText
    ? []
    : value.filter(({ id }) => list.items.every(item => item.id !== id));
  return (
    <Flex direction="column" gap="2">
      <Select<'multiple', Principal>
        label={label}
        selectionMode="multiple"
        items={{ ...list, items: [...unlisted, ...list.items] }}
        search={{ mode: 'server', placeholder: t('picker.search') }}
        placeholder={t('picker.placeholder')}
        value={value.map(({ id }) => id)}
        onChange={keys =>
          onChange(keys.flatMap(key => seen.current.get(String(key)) ?? []))
        }
        isInvalid={Boolean(error)}
        description={error}
        isRequired={isRequired}
      >
        {principal => (
          <SelectItem
            id={principal.id}
            textValue={principal.title}
            showSelectionIndicator
          >
            <PrincipalOption {...principal} />
          </SelectItem>
        )}
      </Select>
      {value.length > 0 && (
        <TagGroup
          aria-label={t('picker.chosen')}
          items={value}
          onRemove={removed =>
            onChange(value.filter(({ id }) => !removed.has(id)))
          }
        >
          {principal => (
            <Tag
              id={principal.id}
              textValue={principal.title}
              icon={<PrincipalIcon kind={principal.kind} />}
            >
              <EntityName entityRef={principal.id} />
            </Tag>
          )}
        </TagGroup>
      )}
    </Flex>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, SelectItem } from '@backstage/ui';
import type { NamedEntity } from 'backstage-plugin-dataset-access-common';
import type { EntityOption } from '../../entities/EntityOption';
import option from '../../principals/PrincipalOption.module.css';
import theme from '../../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../../translation';
import { useManagedDomainSearch } from './useManagedDomainSearch';

/** @see AddDomainsPicker */
export interface AddDomainsPickerProps {
  /** Those that are to be added. */
  value: NamedEntity[];
  onChange(value: NamedEntity[]): void;
  /** Refs of those that are in the list already. */
  listed: ReadonlySet<string>;
}

/** Picks domains that the user may share. What is picked stays picked whatever is searched next. */
export function AddDomainsPicker(props: AddDomainsPickerProps) {
  const { value, onChange, listed } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const list = useManagedDomainSearch();
  const found = list.items.filter(({ id }) => !listed.has(id));
  const chosen = value.map(({ ref, title }) => ({ id: ref, title }));
  // the field names what is picked only as far as it is in the list
  const unlisted = list.filterText
    ? []
    : chosen.filter(({ id }) => found.every(one => one.id !== id));
  const titles = new Map(
    [...found, ...chosen].map(({ id, title }) => [id, title]),
  );
  return (
    <Select<'multiple', EntityOption>
      label={t('domains.group.add')}
      description={t('domains.group.addHint')}
      selectionMode="multiple"
      items={{ ...list, items: [...unlisted, ...found] }}
      search={{ mode: 'server', placeholder: t('domains.group.search') }}
      placeholder={t('domains.group.addPlaceholder')}
      value={chosen.map(({ id }) => id)}
      onChange={keys =>
        onChange(
          keys.map(String).map(ref => ({ ref, title: titles.get(ref) ?? ref })),
        )
      }
    >
      {({ id, title }) => (
        <SelectItem id={id} textValue={title} showSelectionIndicator>
          <span className={`${option.text} ${theme.readable}`}>
            <span className={option.line}>{title}</span>{' '}
            <span className={`${option.line} ${option.ref}`}>{id}</span>
          </span>
        </SelectItem>
      )}
    </Select>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { Select, SelectItem } from '@backstage/ui';
import { EntityOption, toEntityOption } from '../../entities/EntityOption';
import { EntityName } from '../../entities/EntityLink';
import { useEntitySearch } from '../../entities/useEntitySearch';
import { useEntityTitles } from '../../entities/useEntityTitles';
import option from '../../principals/PrincipalOption.module.css';
import theme from '../../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../../translation';
import { ChosenValues } from './ChosenValues';

/** Fields whose values are picked from the catalog. */
type RefField = 'entity' | 'domain' | 'owner';

const which: Record<RefField, FilterPredicate> = {
  entity: { kind: { $exists: true } },
  domain: { kind: 'Domain' },
  owner: { kind: { $in: ['User', 'Group'] } },
};

/** @see EntityRefsPicker */
export interface EntityRefsPickerProps {
  field: RefField;
  /** Entity refs. */
  value: string[];
  onChange(value: string[]): void;
}

/** Picks entities of the catalog. What is picked stays picked whatever is searched next. */
export function EntityRefsPicker(props: EntityRefsPickerProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const list = useEntitySearch({ query: which[field] }, toEntityOption);
  const titles = useEntityTitles(value);
  const fieldName = t(`policies.field.${field}`);
  // the field names what is picked only as far as it is in the list
  const unlisted = list.filterText
    ? []
    : value
        .filter(ref => list.items.every(({ id }) => id !== ref))
        .map(id => ({ id, title: titles?.get(id) ?? id }));
  return (
    <>
      <Select<'multiple', EntityOption>
        aria-label={t('policies.editor.values', { field: fieldName })}
        selectionMode="multiple"
        items={{ ...list, items: [...unlisted, ...list.items] }}
        search={{
          mode: 'server',
          placeholder: t(`policies.editor.search.${field}`),
        }}
        placeholder={t(`policies.editor.all.${field}`)}
        value={value}
        onChange={keys => onChange(keys.map(String))}
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
      <ChosenValues
        field={field}
        value={value}
        onChange={onChange}
        nameOf={ref => <EntityName entityRef={ref} />}
      />
    </>
  );
}

import { parseEntityRef } from '@backstage/catalog-model';
import { AsyncListSource, Select, SelectItem } from '@backstage/ui';
import { RiShapesLine } from '@remixicon/react';
import { PrincipalIcon } from '../principals/PrincipalIcon';
import styles from '../principals/PrincipalOption.module.css';
import theme from '../theme/readable.module.css';
import type { EntityOption } from './EntityOption';
import { useEntityTitles } from './useEntityTitles';

/** Stands for no entity; a select has no empty value. */
const NONE = 'none';

/** @see EntityPicker */
export interface EntityPickerProps {
  label: string;
  /** Entity ref. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  /** What there is to choose from, searched by the catalog. */
  list: AsyncListSource<EntityOption>;
  searchPlaceholder: string;
  placeholder: string;
  /** What choosing nothing is called; absent where something has to be chosen. */
  none?: string;
  /** What is wrong with the choice. */
  error?: string;
  isRequired?: boolean;
}

/** Picks one entity. What is picked stays picked whatever is searched next. */
export function EntityPicker(props: EntityPickerProps) {
  const { label, value, onChange, list, none, error, isRequired } = props;
  const titles = useEntityTitles(value === undefined ? [] : [value]);
  const isSearching = Boolean(list.filterText);
  const isUnlisted =
    value !== undefined && list.items.every(({ id }) => id !== value);
  const first: EntityOption[] = [
    ...(none !== undefined ? [{ id: NONE, title: none }] : []),
    ...(isUnlisted ? [{ id: value, title: titles?.get(value) ?? value }] : []),
  ];
  return (
    <Select<'single', EntityOption>
      label={label}
      selectionMode="single"
      items={{
        ...list,
        items: isSearching ? list.items : [...first, ...list.items],
      }}
      search={{ mode: 'server', placeholder: props.searchPlaceholder }}
      placeholder={props.placeholder}
      value={value ?? (none !== undefined ? NONE : null)}
      onChange={key =>
        onChange(key === null || key === NONE ? undefined : String(key))
      }
      isInvalid={Boolean(error)}
      description={error}
      isRequired={isRequired}
    >
      {({ id, title }) => (
        <SelectItem id={id} textValue={title} showSelectionIndicator>
          {id === NONE ? title : <Line id={id} title={title} />}
        </SelectItem>
      )}
    </Select>
  );
}

/** Title and ref, so that two of one name can be told from each other, by a screen reader as well. */
function Line({ id, title }: EntityOption) {
  const { kind } = parseEntityRef(id);
  return (
    <div className={`${styles.option} ${theme.readable}`}>
      {kind === 'user' || kind === 'group' ? (
        <PrincipalIcon kind={kind} />
      ) : (
        <RiShapesLine size={16} aria-hidden />
      )}
      <span className={styles.text}>
        <span className={styles.line}>{title}</span>{' '}
        <span className={`${styles.line} ${styles.ref}`}>{id}</span>
      </span>
    </div>
  );
}

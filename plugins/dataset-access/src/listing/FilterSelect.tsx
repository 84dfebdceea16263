import { Select } from '@backstage/ui';
import styles from './listing.module.css';

/** Stands for no filter; a select has no empty value. */
const ANY = 'any';

/** @see FilterSelect */
export interface FilterSelectProps<T extends string> {
  label: string;
  /** What no filter is called. */
  any: string;
  options: readonly T[];
  /** What an option is called. */
  nameOf(option: T): string;
  value: T | undefined;
  onChange(value: T | undefined): void;
}

/** Narrows a list down to one of a few values. */
export function FilterSelect<T extends string>(props: FilterSelectProps<T>) {
  const { label, any, options, nameOf, value, onChange } = props;
  return (
    <Select
      aria-label={label}
      size="small"
      className={styles.filter}
      options={[
        { id: ANY, label: any },
        ...options.map(option => ({ id: option, label: nameOf(option) })),
      ]}
      value={value ?? ANY}
      onChange={key => onChange(options.find(option => option === key))}
    />
  );
}

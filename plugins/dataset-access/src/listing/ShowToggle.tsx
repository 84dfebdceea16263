import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';

/** @see ShowToggle */
export interface ShowToggleProps<T extends string> {
  label: string;
  options: readonly T[];
  /** What an option is called. */
  nameOf(option: T): string;
  value: T;
  onChange(value: T): void;
}

/** Chooses which part of a list is shown. */
export function ShowToggle<T extends string>(props: ShowToggleProps<T>) {
  const { label, options, nameOf, value, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => {
        const chosen = options.find(option => option === key);
        if (chosen !== undefined) {
          onChange(chosen);
        }
      }}
    >
      {options.map(option => (
        <ToggleButton key={option} id={option} size="small">
          {nameOf(option)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

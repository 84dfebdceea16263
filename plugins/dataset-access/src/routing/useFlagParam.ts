import { useChoiceParam } from './useChoiceParam';

const ON = ['1'] as const;

/** Something in the address that is on or off, such as a filter of a list. */
export function useFlagParam(name: string): [boolean, (on: boolean) => void] {
  const [value, setValue] = useChoiceParam(name, ON);
  return [value !== undefined, on => setValue(on ? '1' : undefined)];
}

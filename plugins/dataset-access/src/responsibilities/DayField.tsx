import { DatePicker } from '@backstage/ui';
import { parseDate } from '@internationalized/date';

/** @see DayField */
export interface DayFieldProps {
  label: string;
  /** `YYYY-MM-DD`, or empty for none. */
  value: string;
  onChange(value: string): void;
  /** Shown as long as nothing is wrong. */
  hint?: string;
  /** What is wrong with the choice. */
  error?: string;
}

/** Chooses a day, by keyboard or from a calendar. */
export function DayField(props: DayFieldProps) {
  const { label, value, onChange, hint, error } = props;
  return (
    <DatePicker
      label={label}
      description={error ?? hint}
      isInvalid={Boolean(error)}
      granularity="day"
      value={value ? parseDate(value) : null}
      onChange={day => onChange(day?.toString() ?? '')}
    />
  );
}

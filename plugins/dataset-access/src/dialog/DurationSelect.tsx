import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { formatDuration } from '../durations/formatDuration';
import { useLocale } from '../durations/useLocale';
import { datasetAccessTranslationRef } from '../translation';

/** Stands for access without an end among durations; a select has no empty value. */
const INDEFINITE = 'indefinite';

/** @see DurationSelect */
export interface DurationSelectProps {
  label: string;
  /** ISO-8601. */
  durations: string[];
  indefiniteAllowed: boolean;
  /** ISO-8601, or empty for access without an end. */
  value: string;
  onChange(value: string): void;
}

/** Chooses how long access lasts. */
export function DurationSelect(props: DurationSelectProps) {
  const { label, durations, indefiniteAllowed, value, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const locale = useLocale();
  const offered = [...new Set([...durations, ...(value ? [value] : [])])];
  return (
    <Select
      label={label}
      options={[
        ...offered.map(duration => ({
          id: duration,
          label: formatDuration(duration, locale),
        })),
        ...(indefiniteAllowed
          ? [{ id: INDEFINITE, label: t('term.indefinite') }]
          : []),
      ]}
      value={value || INDEFINITE}
      onChange={key => onChange(key === INDEFINITE ? '' : String(key))}
    />
  );
}

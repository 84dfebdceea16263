import { Checkbox, CheckboxGroup, Skeleton, Text } from '@backstage/ui';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import styles from './ActorStep.module.css';

interface Option {
  id: string;
  title: string;
  description?: string;
}

/** @see OptionList */
export interface OptionListProps {
  label: string;
  description: string;
  /** What to say when there is nothing to choose; absent: nothing is shown. */
  none?: string;
  /** What there is to choose from. */
  loaded: {
    data?: readonly Option[];
    error: Error | null;
    isPending: boolean;
    refetch(): unknown;
  };
  /** Ids. */
  value: string[];
  onChange(value: string[]): void;
}

/** Ticks some of a short list. What is ticked stays in it, also when it can no longer be chosen or loaded. */
export function OptionList(props: OptionListProps) {
  const { label, description, none, loaded, value, onChange } = props;
  const { data = [], error, isPending, refetch } = loaded;
  if (isPending) {
    return <Skeleton height={96} width="100%" />;
  }
  const lost = value.filter(id => data.every(one => one.id !== id));
  const options = [...data, ...lost.map(id => ({ id, title: id }))];
  if (options.length === 0 && !error && none === undefined) {
    return null;
  }
  return (
    <div>
      <CheckboxGroup
        label={label}
        description={description}
        value={value}
        onChange={onChange}
      >
        {options.map((option: Option) => (
          <Checkbox key={option.id} value={option.id}>
            {option.title}{' '}
            {option.description && (
              <Text as="span" color="secondary" className={styles.hint}>
                {option.description}
              </Text>
            )}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {options.length === 0 && !error && <Text color="secondary">{none}</Text>}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
    </div>
  );
}

import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import styles from './listing.module.css';

/** Between the last key and the search, in ms. */
const TYPING_PAUSE = 250;

/** @see SearchBox */
export interface SearchBoxProps {
  label: string;
  /** What is searched at first. */
  q: string;
  onSearch(q: string): void;
}

/** Searches a list when somebody stops typing. What is typed leads, the address follows. */
export function SearchBox({ label, q, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  // another filter may be chosen during the pause, and is not to be undone by what was typed before
  const search = useRef(onSearch);
  search.current = onSearch;
  return (
    <SearchField
      aria-label={label}
      placeholder={label}
      size="small"
      maxLength={100}
      className={styles.search}
      value={text}
      onChange={typed => {
        setText(typed);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => search.current(typed), TYPING_PAUSE);
      }}
    />
  );
}

import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './OutcomeList.module.css';

const icons = {
  done: <RiCheckboxCircleLine size={20} className={styles.good} />,
  'was-so': <RiCheckboxCircleLine size={20} className={styles.neutral} />,
  waiting: <RiTimeLine size={20} className={styles.neutral} />,
  refused: <RiErrorWarningLine size={20} className={styles.bad} />,
};

/** How one of several things that were asked for went, at a glance. */
export type OutcomeKind = keyof typeof icons;

/** What became of each of several things that were asked for at once. */
export function OutcomeList(props: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** One of them; the text says what the icon shows. */
export function Outcome(props: { kind: OutcomeKind; children: ReactNode }) {
  return (
    <li className={styles.outcome}>
      <span aria-hidden>{icons[props.kind]}</span>
      <div>{props.children}</div>
    </li>
  );
}

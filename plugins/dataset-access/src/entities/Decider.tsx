import type { ApprovalRule } from 'backstage-plugin-dataset-access-common';
import { EntityLink, EntityName } from './EntityLink';

/** @see Decider */
export interface DeciderProps {
  /** Ref of a person. */
  by?: string;
  /** What decided in place of a person. */
  rule?: ApprovalRule;
}

/** Who approved something: a person, or the rule that did in place of one. */
export function Decider({ by, rule }: DeciderProps) {
  return by ? <EntityLink entityRef={by} /> : <>{rule?.title}</>;
}

/** As {@link Decider}, where a link has no place. */
export function DeciderName({ by, rule }: DeciderProps) {
  return by ? <EntityName entityRef={by} /> : <>{rule?.title}</>;
}

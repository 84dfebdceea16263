import type {
  PersonFacts,
  ResourceFacts,
  ResponsibilityFacts,
  RoleBindingFacts,
  RuleFacts,
} from '../AccessFacts';

/** Everything that decides, as plain lists. */
export interface World {
  rules: readonly RuleFacts[];
  roleBindings: readonly RoleBindingFacts[];
  responsibilities: readonly ResponsibilityFacts[];
  people: readonly PersonFacts[];
  resources: readonly ResourceFacts[];
}

/** Somebody, perhaps with something, at a moment. */
export interface Target {
  subject: string;
  resource?: string;
  now: number;
}

export interface Query extends Target {
  privilege: string;
}

export function exists(entities: ReadonlyArray<{ ref: string }>, ref: string) {
  return entities.some(one => one.ref === ref);
}

/** What there is at the start and all that follows from it; a set goes on to what is added while it is walked. */
export function closure(
  start: readonly string[],
  next: (one: string) => readonly string[],
): string[] {
  const found = new Set(start);
  for (const one of found) {
    next(one).forEach(another => found.add(another));
  }
  return [...found];
}

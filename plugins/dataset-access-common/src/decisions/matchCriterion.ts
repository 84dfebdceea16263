import type { CriterionFacts, ResourceFacts } from './AccessFacts';

/**
 * The values a resource has for a field of a criterion; none for a field nobody knows, so that it matches nothing (S2.10).
 *
 * @param domainChain - the domains the resource is in, with all domains around them
 */
export function fieldValues(
  resource: ResourceFacts,
  domainChain: readonly string[],
  field: string,
): readonly string[] {
  switch (field) {
    case 'type':
      return resourceTypes(resource);
    case 'entity':
      return [resource.ref];
    case 'domain':
      return domainChain;
    case 'tag':
      return resource.tags;
    case 'label':
      return Object.entries(resource.labels).flatMap(([key, value]) => [
        key.toLowerCase(),
        `${key}=${value}`.toLowerCase(),
      ]);
    case 'owner':
      return resource.owners;
    case 'data-of':
      return resource.coverage === 'following' ? domainChain : [];
    case 'coverage':
      return resource.coverage ? [resource.coverage] : [];
    case 'visibility':
      return [resource.isHidden ? 'hidden' : 'discoverable'];
    default:
      return [];
  }
}

/** Criteria can name as many entities as a snapshot has; they are looked for in every resource of a list. */
const FEW = 32;
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function setOf(values: readonly string[]): ReadonlySet<string> {
  let set = sets.get(values);
  if (!set) {
    set = new Set(values);
    sets.set(values, set);
  }
  return set;
}

/** Whether one of the values of a criterion fits one of the values that a resource has. */
export function matchesCriterion(
  { operator, values }: CriterionFacts,
  present: readonly string[],
): boolean {
  switch (operator) {
    case 'equals':
      return values.length > FEW
        ? present.some(value => setOf(values).has(value))
        : values.some(value => present.includes(value));
    case 'starts-with':
      return values.some(value => present.some(one => one.startsWith(value)));
    default:
      return false;
  }
}

/** `kind`, and `kind/spec.type` when there is a type. */
function resourceTypes({ ref, type }: ResourceFacts): string[] {
  const kind = ref.slice(0, ref.indexOf(':'));
  return type ? [kind, `${kind}/${type}`] : [kind];
}

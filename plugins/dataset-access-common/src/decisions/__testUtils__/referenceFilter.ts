import type { CriterionFacts, ResourceFacts, RuleFacts } from '../AccessFacts';
import { closure, exists, World } from './World';

/** Whether a resource, or none, is among those that a rule is about. */
export function fitsFilter(
  world: World,
  rule: RuleFacts,
  ref: string | undefined,
): boolean {
  if (rule.type === 'platform' || rule.resources.length === 0) {
    return true;
  }
  const resource = world.resources.find(one => one.ref === ref);
  return (
    resource !== undefined &&
    rule.resources.every(criterion => fits(world, criterion, resource))
  );
}

function fits(
  world: World,
  { field, operator, values }: CriterionFacts,
  resource: ResourceFacts,
): boolean {
  const present = valuesOf(world, field, resource);
  return values.some(
    value =>
      (operator === 'equals' && present.includes(value)) ||
      (operator === 'starts-with' &&
        present.some(one => one.startsWith(value))),
  );
}

function valuesOf(
  world: World,
  field: string,
  resource: ResourceFacts,
): readonly string[] {
  const kind = resource.ref.split(':')[0];
  if (field === 'type') {
    return resource.type ? [kind, `${kind}/${resource.type}`] : [kind];
  }
  if (field === 'label') {
    const labels = Object.entries(resource.labels);
    return labels
      .flatMap(([key, value]) => [key, `${key}=${value}`])
      .map(one => one.toLowerCase());
  }
  if (field === 'domain') {
    return domainsAround(world, resource);
  }
  if (field === 'tag') {
    return resource.tags;
  }
  if (field === 'owner') {
    return resource.owners;
  }
  return field === 'entity' ? [resource.ref] : [];
}

/** What it is part of, and what that is part of, as far as it exists; of these the domains. */
function domainsAround(world: World, { domains }: ResourceFacts): string[] {
  const existing = (refs: readonly string[]) =>
    refs.filter(ref => exists(world.resources, ref));
  return closure(existing(domains), ref =>
    existing(world.resources.find(one => one.ref === ref)!.domains),
  ).filter(ref => ref.startsWith('domain:'));
}

import { Entity, RELATION_PART_OF } from '@backstage/catalog-model';
import { canonicalRef } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';

/**
 * The domains a dataset belongs to, innermost first: through its system, the system's domain and that domain's parents,
 * or through a label for datasets without a system (design §4). A domain always comes before the domains it is part of,
 * however many ways lead there. Domains that do not exist are left out; cycles end.
 *
 * @param domainLabel - label whose value is the name of a domain in the `default` namespace
 */
export async function domainChain(
  dataset: Entity,
  directory: Directory,
  domainLabel: string,
): Promise<string[]> {
  const systems = parents(dataset);
  const start = systems.length > 0 ? systems : labelled(dataset, domainLabel);
  const parentsOf = await readAncestors(start, directory);

  // depth first, each after everything it is part of; turned round, that is innermost first
  const outermostFirst: string[] = [];
  const seen = new Set<string>();
  const visit = (ref: string) => {
    const above = parentsOf.get(ref);
    if (above && !seen.has(ref)) {
      seen.add(ref);
      [...above].reverse().forEach(visit);
      outermostFirst.push(ref);
    }
  };
  [...start].reverse().forEach(visit);
  return outermostFirst.reverse().filter(ref => ref.startsWith('domain:'));
}

/** What existing systems and domains are part of, read level by level. */
async function readAncestors(
  start: string[],
  directory: Directory,
): Promise<Map<string, string[]>> {
  const parentsOf = new Map<string, string[]>();
  const asked = new Set<string>();
  let level = start;
  while (level.length > 0) {
    const unasked = level.filter(ref => !asked.has(ref));
    unasked.forEach(ref => asked.add(ref));
    level = [];
    for (const [ref, entity] of await directory.entities(unasked)) {
      parentsOf.set(ref, parents(entity));
      level.push(...parents(entity));
    }
  }
  return parentsOf;
}

/** The systems and domains that an entity is directly part of. */
export function parents(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_PART_OF)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('system:') || ref.startsWith('domain:'));
}

function labelled(entity: Entity, domainLabel: string): string[] {
  const name = entity.metadata.labels?.[domainLabel];
  if (!name) {
    return [];
  }
  try {
    return [canonicalRef(`domain:${name}`)];
  } catch {
    return []; // no domain can bear such a name
  }
}

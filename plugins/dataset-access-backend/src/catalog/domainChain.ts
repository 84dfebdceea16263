import { Entity, RELATION_PART_OF } from '@backstage/catalog-model';
import { canonicalRef } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';

/**
 * The domains a dataset belongs to, innermost first: through its system, the system's domain and that domain's parents,
 * or through a label for datasets without a system (design §4). Domains that do not exist are left out; cycles end.
 *
 * @param domainLabel - label whose value is the name of a domain in the `default` namespace
 */
export async function domainChain(
  dataset: Entity,
  directory: Directory,
  domainLabel: string,
): Promise<string[]> {
  const domains: string[] = [];
  const seen = new Set<string>();
  let level = [...parents(dataset), ...labelled(dataset, domainLabel)];
  while (level.length > 0) {
    const unseen = level.filter(ref => !seen.has(ref));
    unseen.forEach(ref => seen.add(ref));
    level = [];
    for (const [ref, entity] of await directory.entities(unseen)) {
      if (ref.startsWith('domain:')) {
        domains.push(ref);
      }
      level.push(...parents(entity));
    }
  }
  return domains;
}

function parents(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_PART_OF)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('system:') || ref.startsWith('domain:'));
}

function labelled(entity: Entity, domainLabel: string): string[] {
  const name = entity.metadata.labels?.[domainLabel];
  return name ? [canonicalRef(`domain:${name}`)] : [];
}

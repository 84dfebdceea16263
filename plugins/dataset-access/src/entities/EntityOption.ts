import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** An entity as a picker shows it. */
export interface EntityOption {
  /** Entity ref. */
  id: string;
  title: string;
}

export function toEntityOption(entity: Entity): EntityOption {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    id: stringifyEntityRef(entity),
    title:
      profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
  };
}

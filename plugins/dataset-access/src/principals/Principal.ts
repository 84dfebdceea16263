import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** A user or group as a picker shows it. */
export interface Principal {
  /** Entity ref. */
  id: string;
  title: string;
  kind: 'user' | 'group';
}

export function toPrincipal(entity: Entity): Principal {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    id: stringifyEntityRef(entity),
    title:
      profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
    kind: entity.kind.toLowerCase() === 'group' ? 'group' : 'user',
  };
}

import type { Entity } from '@backstage/catalog-model';
import { EntityOption, toEntityOption } from '../entities/EntityOption';

/** A user or group as a picker shows it. */
export interface Principal extends EntityOption {
  kind: 'user' | 'group';
}

export function toPrincipal(entity: Entity): Principal {
  return {
    ...toEntityOption(entity),
    kind: entity.kind.toLowerCase() === 'group' ? 'group' : 'user',
  };
}

import { Entity, parseEntityRef } from '@backstage/catalog-model';

/** What people call a user, group or dataset. Falls back to the name in its ref, so that something readable is shown. */
export function displayName(entity: Entity | undefined, ref: string): string {
  const profile = entity?.spec?.profile as
    | { displayName?: unknown }
    | undefined;
  return typeof profile?.displayName === 'string' && profile.displayName
    ? profile.displayName
    : entity?.metadata.title ?? parseEntityRef(ref).name;
}

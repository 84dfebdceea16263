import type { Config } from '@backstage/config';

/** Somebody a visitor of the demo can sign in as. */
export interface Persona {
  /** Ref of a User in the catalog, as the configuration writes it. */
  entityRef: string;
  name: string;
}

/**
 * Reads the `users` of `auth.providers.personas`. Role and blurb are for the sign-in page alone.
 *
 * @param config - that section
 * @returns personas by entity ref
 */
export function readPersonas(config: Config): ReadonlyMap<string, Persona> {
  return new Map(
    config.getConfigArray('users').map(entry => {
      const entityRef = entry.getString('entityRef');
      return [entityRef, { entityRef, name: entry.getString('name') }];
    }),
  );
}

import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody a visitor of the demo can sign in as. */
export interface Persona {
  /** Ref of a User in the catalog. */
  entityRef: string;
  name: string;
  /** What they are, in a word or two. */
  role: string;
  /** What they can do in the demo, in one sentence. */
  blurb: string;
}

/** Reads the `users` of `auth.providers.personas`; empty when the section is missing. */
export function readPersonas(config: ConfigApi): Persona[] {
  const users = config.getOptionalConfigArray('auth.providers.personas.users');
  return (users ?? []).map(user => ({
    entityRef: user.getString('entityRef'),
    name: user.getString('name'),
    role: user.getString('role'),
    blurb: user.getString('blurb'),
  }));
}

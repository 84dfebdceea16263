import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  canonicalRef,
  DatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import type { Request } from 'express';

/**
 * Who calls. The user ref comes from the token; what the user belongs to and may do is always read from the catalog.
 */
export type Actor =
  | { kind: 'user'; ref: string; credentials: BackstageCredentials }
  | { kind: 'service'; subject: string; credentials: BackstageCredentials };

/**
 * @throws AuthenticationError when the call carries no valid token
 */
export async function identify(
  httpAuth: HttpAuthService,
  req: Request<any, any, any, any>,
): Promise<Actor> {
  const credentials = await httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const { principal } = credentials;
  return principal.type === 'user'
    ? {
        kind: 'user',
        ref: canonicalRef(principal.userEntityRef),
        credentials,
      }
    : { kind: 'service', subject: principal.subject, credentials };
}

/**
 * The ref of a user who acts.
 *
 * @throws `USER_REQUIRED` for services
 */
export function userRef(actor: Actor): string {
  if (actor.kind !== 'user') {
    throw new DatasetAccessError('USER_REQUIRED');
  }
  return actor.ref;
}

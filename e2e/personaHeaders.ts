import type { APIRequestContext } from '@playwright/test';

/**
 * What makes a call that of a person.
 *
 * @param persona - name of a user in the namespace default who may sign in
 */
export async function personaHeaders(
  http: APIRequestContext,
  persona: string,
): Promise<{ authorization: string }> {
  const response = await http.get('/api/auth/personas/refresh', {
    headers: { 'x-demo-persona': `user:default/${persona}` },
  });
  const { backstageIdentity } = await response.json();
  // without one there is no such person in the catalog yet
  return { authorization: `Bearer ${backstageIdentity?.token}` };
}

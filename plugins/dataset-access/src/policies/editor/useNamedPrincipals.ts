import type { PolicyActors } from 'backstage-plugin-dataset-access-common';
import { useEntityTitles } from '../../entities/useEntityTitles';
import type { Principal } from '../../principals/Principal';

/** The users and groups of a policy with the names that the portal has for them; `undefined` until these are known. */
export function useNamedPrincipals({
  users = [],
  groups = [],
}: PolicyActors): Principal[] | undefined {
  const titles = useEntityTitles([...users, ...groups]);
  const named = (kind: Principal['kind']) => (id: string) => ({
    id,
    kind,
    title: titles?.get(id) ?? id,
  });
  return titles && [...users.map(named('user')), ...groups.map(named('group'))];
}

import { useEntitySearch } from '../entities/useEntitySearch';
import { toPrincipal } from './Principal';

const PRINCIPALS = { filter: { kind: ['user', 'group'] } };

/** Users and groups of the catalog, as {@link useEntitySearch} finds them. */
export function usePrincipalSearch() {
  return useEntitySearch(PRINCIPALS, toPrincipal);
}

import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

/** Which list somebody comes to a request from; its page keeps that list in reach. */
export type RequestOrigin = 'inbox' | 'requests';

/** The address of a request's page. */
export function useRequestLink(): (
  requestId: string,
  origin?: RequestOrigin,
) => string {
  const root = useRouteRef(rootRouteRef)();
  return (requestId, origin = 'requests') => `${root}/${origin}/${requestId}`;
}

/** The address of a list. */
export function useListLink(): (origin: RequestOrigin) => string {
  const root = useRouteRef(rootRouteRef)();
  return origin => `${root}/${origin}`;
}

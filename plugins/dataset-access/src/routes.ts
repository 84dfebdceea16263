import { createRouteRef } from '@backstage/core-plugin-api';

/** The page with the inbox and the lists, in the old and the new frontend system. */
export const rootRouteRef = createRouteRef({ id: 'dataset-access' });

import { expect, FullConfig, request } from '@playwright/test';
import { Portal } from './Portal';
import { Shop } from './Shop';

/** What the catalog reads last, and one that needs groups and people as well. */
const LATE = [
  'resource/default/training-records',
  'resource/default/aircraft-defects',
  'resource/default/customer-orders',
  'api/default/crew-rosters',
  'api/default/basket-events',
];

/** A portal answers before its catalog has read its files; tests begin when every dataset has its approvers.
 * What the portals give access in is made here, too: a connector needs it only once there is something to give. */
export default async function waitForCatalog({ projects }: FullConfig) {
  for (const { name, use } of projects) {
    await new Shop(name).create();
    const http = await request.newContext({ baseURL: use.baseURL });
    const portal = new Portal(http);
    for (const dataset of LATE) {
      await expect
        .poll(() => portal.approvers('maya.lindholm', dataset), {
          timeout: 60_000,
        })
        .not.toHaveLength(0);
    }
    await http.dispose();
  }
}

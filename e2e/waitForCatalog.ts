import { expect, FullConfig, request } from '@playwright/test';
import { Portal } from './Portal';

/** What the catalog reads last, and one that needs groups and people as well. */
const LATE = [
  'resource/default/training-records',
  'resource/default/aircraft-defects',
  'resource/default/customer-orders',
  'api/default/crew-rosters',
  'api/default/basket-events',
];

/** A portal answers before its catalog has read its files; tests begin when every dataset has its approvers. */
export default async function waitForCatalog({ projects }: FullConfig) {
  for (const { use } of projects) {
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

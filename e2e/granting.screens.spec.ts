import { expect, test } from '@playwright/test';
import { looks } from './looks';
import { Portal } from './Portal';
import { Shop } from './Shop';
import { takePicture } from './takePicture';
import { datasetPath, visit } from './visit';

const CATALOGUE = 'api:default/product-catalogue';
const RETURNS = 'resource:default/order-returns';

let portal: Portal;
const shop = new Shop('sqlite');

test.beforeAll(async ({ playwright, baseURL }) => {
  portal = new Portal(await playwright.request.newContext({ baseURL }));
  const asked = [
    ...(await portal.ask('maya.lindholm', {
      dataset: CATALOGUE,
      reason: 'Compare what sells on board with what sells in the shop',
    })),
    ...(await portal.ask('maya.lindholm', {
      dataset: RETURNS,
      beneficiaries: ['user:default/jonas.weber'],
      reason: 'Find out which sizes come back most often',
    })),
  ];
  for (const id of asked) {
    await portal.decide('owen.achterberg', id, { decision: 'approve' });
  }
  await expect
    .poll(() => shop.select('products'), { timeout: 45_000 })
    .toBe('rows');
  await shop.changeByHand('revoke select on shop.prices from maya_lindholm');
});

test.afterAll(async () => {
  await portal.revokeAll('owen.achterberg', CATALOGUE);
  await portal.revokeAll('owen.achterberg', RETURNS);
  await expect
    .poll(() => shop.select('products'), { timeout: 45_000 })
    .toBe('42501');
});

for (const look of looks) {
  test(`an analyst sees what she has (${look.name})`, async ({ browser }) => {
    const page = await visit(
      browser,
      'Maya Lindholm',
      '/dataset-access/grants',
      look,
    );
    const row = page.getByRole('row', { name: 'Product catalogue' });
    await expect(row).toContainText('Active');
    await takePicture(page, look, 'my-access');

    await row.click();
    await expect(page.getByText('Set up by')).toBeVisible();
    await takePicture(page, look, 'grant', { whole: true });
  });

  test(`an owner sees what is to be done by hand (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      '/dataset-access/tasks',
      look,
    );
    await expect(
      page.getByRole('row').filter({ hasText: 'Order returns' }),
    ).toContainText('Jonas Weber');
    await takePicture(page, look, 'tasks');
  });

  test(`an owner sees where the source differs (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      '/dataset-access/drift',
      look,
    );
    await expect(page.getByText('Less than was granted')).toBeVisible({
      timeout: 45_000,
    });
    await takePicture(page, look, 'drift');
    await page.getByRole('button', { name: /Give it again/ }).click();
    await expect(page.getByRole('dialog')).toContainText('GRANT SELECT');
    await takePicture(page, look, 'drift-again');
  });

  test(`an owner sees who has access to a dataset (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      `${datasetPath('product-catalogue', 'api')}/access`,
      look,
    );
    await expect(
      page.getByRole('row', { name: 'Maya Lindholm' }),
    ).toBeVisible();
    await takePicture(page, look, 'dataset-grants');
  });
}

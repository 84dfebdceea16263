import { expect, test } from '@playwright/test';
import { looks } from './looks';
import { Portal } from './Portal';
import { takePicture } from './takePicture';
import { visit } from './visit';

/** Enough of them for two bulk decisions and a single one in each look. */
const wishes = [
  {
    by: 'maya.lindholm',
    dataset: 'resource:default/order-returns',
    beneficiaries: [
      'user:default/maya.lindholm',
      'group:default/commercial-insights',
    ],
    level: 'read-only',
    reason: 'Match returns with flights to see where goods are damaged',
  },
  {
    by: 'tobias.adeyemi',
    dataset: 'resource:default/order-returns',
    beneficiaries: [
      'user:default/tobias.adeyemi',
      'user:default/anneke.visser',
      'group:default/loyalty-analytics',
    ],
    level: 'editor',
    duration: 'P180D',
    reason: 'Mark returns of members that were refunded in miles',
  },
  {
    by: 'elin.brandt',
    dataset: 'resource:default/onboard-sales',
    beneficiaries: [
      'user:default/elin.brandt',
      'group:default/network-planning',
    ],
    level: 'read-only',
    duration: 'P30D',
    reason: 'Forecast how much of what is sold on long flights',
  },
  {
    by: 'priya.raman',
    dataset: 'api:default/product-catalogue',
    beneficiaries: ['group:default/data-platform', 'user:default/priya.raman'],
    level: 'owner',
    reason: 'Move the catalogue to the new storage before the end of the year',
  },
  {
    by: 'sofia.marchetti',
    dataset: 'api:default/basket-events',
    beneficiaries: [
      'user:default/sofia.marchetti',
      'group:default/customer-data-products',
      'user:default/hugo.lefevre',
    ],
    level: 'editor',
    reason: 'Check that consent is respected in the events of the web shop',
  },
];

test.beforeAll(async ({ playwright, baseURL }) => {
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  for (const { by, ...wish } of wishes) {
    await portal.ask(by, wish);
  }
});

for (const look of looks) {
  test(`an owner works through the inbox (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      '/notifications',
      look,
    );
    await expect(page.getByText('Show more').first()).toBeVisible();
    await takePicture(page, look, 'notifications', { stock: true });
    await page.goto('/dataset-access/inbox');
    const rows = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') });
    const bar = page.getByRole('group', {
      name: 'Decide on the chosen requests',
    });
    await expect(rows.first()).toBeVisible();
    await takePicture(page, look, 'inbox');

    for (const index of [0, 1]) {
      await rows.nth(index).locator('label:has(input[type=checkbox])').click();
    }
    await expect(bar).toContainText('2 chosen');
    await takePicture(page, look, 'inbox-chosen');
    await bar.getByRole('button', { name: 'Approve' }).click();
    const dialog = page.getByRole('dialog');
    await takePicture(page, look, 'inbox-approve');
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    for (const index of [0, 1]) {
      await rows.nth(index).locator('label:has(input[type=checkbox])').click();
    }
    await bar.getByRole('button', { name: 'Deny' }).click();
    await takePicture(page, look, 'inbox-deny');
    await dialog
      .getByRole('textbox')
      .fill('Please ask for the monthly totals instead');
    await dialog.getByRole('button', { name: 'Deny' }).click();
    await expect(dialog.getByText('Denied').first()).toBeVisible();
    await takePicture(page, look, 'inbox-outcomes');
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await takePicture(page, look, 'inbox-shortcuts');
    await page.keyboard.press('Escape');

    await page.goto('/dataset-access/inbox?q=nothing-is-called-so');
    await expect(page.getByText('No request matches')).toBeVisible();
    await takePicture(page, look, 'inbox-empty');
    await page.context().close();
  });

  test(`an owner asks back, gives less and confirms the grant (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      '/dataset-access/inbox?level=editor',
      look,
    );
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await takePicture(page, look, 'inbox-filtered');
    await page.getByRole('rowheader').first().click();
    await expect(page.getByText('Your decision')).toBeVisible();
    await takePicture(page, look, 'request-decide');

    await page
      .getByRole('button', { name: 'Ask for more information' })
      .click();
    await expect(page.getByText('Write what you want to know.')).toBeVisible();
    await takePicture(page, look, 'request-ask-nothing');
    await page
      .getByRole('textbox', { name: 'Message to the requester' })
      .fill('Which columns do you need?');
    await page
      .getByRole('button', { name: 'Ask for more information' })
      .click();
    await expect(page.getByText('asked for more information')).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Approve', exact: true }),
    ).toBeEnabled();
    await takePicture(page, look, 'request-asked');

    await page.getByRole('button', { name: /Access level/ }).click();
    await page.getByRole('option', { name: 'Read-only' }).click();
    await page
      .getByRole('checkbox', { name: /already granted/ })
      .press('Space');
    await expect(
      page.getByRole('textbox', { name: 'What was granted' }),
    ).toBeVisible();
    await takePicture(page, look, 'request-less');
    await page
      .getByRole('checkbox', { name: /already granted/ })
      .press('Space');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(
      page.getByRole('button', { name: 'I have granted it' }),
    ).toBeVisible();
    await takePicture(page, look, 'request-approved');

    await page.getByRole('button', { name: 'I have granted it' }).click();
    await expect(page.getByText('granted it in the source')).toBeVisible();
    await takePicture(page, look, 'request-granted');
    await page.context().close();
  });
}

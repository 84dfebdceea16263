import { expect, Locator, Page, test } from '@playwright/test';
import { Portal } from './Portal';
import { Shop } from './Shop';
import { Storyboard } from './Storyboard';
import { accessButton, datasetPath, visit } from './visit';

const DATASET = 'Product catalogue';
const DENIED = '42501';
/** A signal makes it a moment; without one, as long as pages wait before they look again, and some more. */
const LIVE = { timeout: 45_000 };

test('approved access becomes real in the database, is mended when somebody takes it, and ends', async ({
  browser,
  playwright,
  baseURL,
}, { project }) => {
  test.setTimeout(150_000);
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  const shop = new Shop(project.name);
  const storyboard = new Storyboard();
  let request = '';
  const analyst = await visit(
    browser,
    'Maya Lindholm',
    datasetPath('product-catalogue', 'api'),
  );

  await test.step('what was not approved cannot be read', async () => {
    expect(await shop.select('products')).toBe(DENIED);
    await expect(accessButton(analyst, 'Request access')).toBeVisible();
    [request] = await portal.ask('maya.lindholm', {
      dataset: 'api:default/product-catalogue',
      reason: 'Compare what sells on board with what sells in the shop',
    });
    expect(await shop.select('products')).toBe(DENIED);
  });

  await test.step('the owner approves, and it can be read', async () => {
    await portal.decide('owen.achterberg', request, { decision: 'approve' });
    await expect.poll(() => shop.select('products'), LIVE).toBe('rows');
    expect(await shop.select('prices')).toBe('rows');
  });

  await test.step('the analyst sees what she has and until when', async () => {
    await analyst.goto('/dataset-access/grants');
    const row = analyst.getByRole('row', { name: DATASET });
    await expect(row).toContainText('Active', LIVE);
    await storyboard.add(analyst, 'Maya sees what she has, and until when');
  });

  await test.step('somebody takes it away by hand; the owner sees it, and gives it again', async () => {
    await shop.changeByHand('revoke select on shop.prices from maya_lindholm');
    expect(await shop.select('prices')).toBe(DENIED);
    const owner = await visit(
      browser,
      'Owen Achterberg',
      '/dataset-access/drift',
    );
    await expect(owner.getByText('Less than was granted')).toBeVisible(LIVE);
    await expect(
      owner.getByText(/GRANT SELECT ON .*prices.* TO .*maya_lindholm/).first(),
    ).toBeVisible();
    await storyboard.add(owner, 'Owen sees that the database differs, and why');
    await owner.getByRole('button', { name: /Give it again/ }).click();
    const dialog = owner.getByRole('dialog');
    await expect(dialog).toContainText(/GRANT SELECT ON .*prices/);
    await storyboard.add(owner, 'The very statements, before anything is done');
    await dialog.getByRole('button', { name: 'Give it again' }).click();
    await expect.poll(() => shop.select('prices'), LIVE).toBe('rows');
    await expect(
      owner.getByText('The sources allow what they should.'),
    ).toBeVisible(LIVE);
    await owner.context().close();
  });

  await test.step('the owner revokes it with a reason, and it can no longer be read', async () => {
    const owner = await visit(
      browser,
      'Owen Achterberg',
      `${datasetPath('product-catalogue', 'api')}/access`,
    );
    await owner
      .getByRole('row', { name: 'Maya Lindholm' })
      .getByRole('button', { name: /Revoke/ })
      .click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByRole('textbox').fill('The comparison is done');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await expect.poll(() => shop.select('products'), LIVE).toBe(DENIED);
    expect(
      await portal.level('maya.lindholm', 'api/default/product-catalogue'),
    ).toBeUndefined();
    await owner.context().close();
  });

  await test.step('the analyst reads what became of it', async () => {
    await analyst.goto('/dataset-access/grants?over=1');
    await analyst.getByRole('row', { name: DATASET }).first().click();
    await expect(timeline(analyst)).toContainText(
      'The comparison is done',
      LIVE,
    );
    await storyboard.add(analyst, 'Maya reads the whole story');
  });

  if (project.name === 'sqlite') {
    await storyboard.write(browser, 'granted-and-ended');
  }
});

function timeline(page: Page): Locator {
  return page.getByRole('main');
}

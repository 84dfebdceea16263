import { expect, test } from '@playwright/test';
import { Portal } from './Portal';
import { Storyboard } from './Storyboard';
import { visit } from './visit';

const DATASET = 'resource:default/onboard-sales';
const NAME = 'Autumn review of sales on board';

test('an administrator asks whether access is still needed, and the owner says so', async ({
  browser,
  playwright,
  baseURL,
}, { project }) => {
  test.setTimeout(180_000);
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  const storyboard = new Storyboard();
  const beneficiaries = [
    'user:default/maya.lindholm',
    'user:default/elin.brandt',
  ];
  await portal.revokeAll('owen.achterberg', DATASET);
  for (const id of await portal.ask('maya.lindholm', {
    dataset: DATASET,
    beneficiaries,
    reason: 'Find out what sells on which route, and when',
  })) {
    await portal.decide('owen.achterberg', id, {
      decision: 'approve',
      granted: true,
    });
  }

  await test.step('starting it says beforehand how much it asks', async () => {
    const page = await visit(browser, 'Priya Raman', '/dataset-access/reviews');
    await page.getByRole('button', { name: 'Start a review' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await expect(dialog).toContainText(
      /Grants: \d+ · Datasets: \d+ · Reviewers: \d+/,
    );
    await storyboard.add(page, 'Priya starts a review; it says what it asks');
    await dialog.getByRole('button', { name: 'Start the review' }).click();
    await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
    await page.context().close();
  });

  await test.step('the owner keeps one and revokes the other', async () => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      '/dataset-access/reviews',
    );
    await page.getByRole('link', { name: NAME }).first().click();
    for (const [person, decision, outcome] of [
      ['Maya Lindholm', 'Keep', 'Kept'],
      ['Elin Brandt', 'Revoke', 'Revoked'],
    ]) {
      const row = page
        .getByRole('row', { name: person })
        .filter({ hasText: 'Onboard sales' });
      await row.locator('label:has(input[type=checkbox])').click();
      await storyboard.add(page, `Owen decides: ${outcome.toLowerCase()}`);
      await page
        .getByRole('group', { name: 'Decide about the chosen access' })
        .getByRole('button', { name: decision })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: decision }).click();
      await expect(
        dialog
          .getByRole('list', { name: 'What became of each access' })
          .getByRole('listitem'),
      ).toContainText(outcome);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
    }
    await page.context().close();
  });

  await test.step('what was revoked is over, and the review tells', async () => {
    const page = await visit(browser, 'Priya Raman', '/dataset-access/reviews');
    await page.getByRole('link', { name: NAME }).first().click();
    await expect(page.getByText(/1 kept, 1 revoked/)).toBeVisible();
    await storyboard.add(page, 'Priya sees how far it has come');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole('button', { name: 'Close now' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Close the review' })
      .click();
    await expect(page.getByText(/^Closed .*Started by/)).toBeVisible();
    await page.context().close();
  });

  await portal.revokeAll('owen.achterberg', DATASET);
  // one portal's pictures are enough
  if (project.name === 'sqlite') {
    await storyboard.write(browser, 'access-review');
  }
});

import { expect, test } from '@playwright/test';
import { Portal } from './Portal';
import { requestRow } from './requestRow';
import { Storyboard } from './Storyboard';
import { accessButton, datasetPath, visit } from './visit';

const DATASET = 'Consent ledger';

test('two stewards approve, one of them by who stands in', async ({
  browser,
  playwright,
  baseURL,
}, { project }) => {
  test.setTimeout(180_000);
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  const storyboard = new Storyboard();

  await test.step('the analyst reads that it takes two, and asks', async () => {
    const page = await visit(
      browser,
      'Maya Lindholm',
      datasetPath('consent-ledger', 'api'),
    );
    await accessButton(page, 'Request access').click();
    const dialog = page.getByRole('dialog', { name: 'Request Dataset Access' });
    await expect(dialog).toContainText('2 approvals by Customer data stewards');
    await dialog
      .getByRole('textbox', { name: 'Reason' })
      .fill('Count who may be written to before the autumn campaign');
    await storyboard.add(page, 'Maya asks; two people have to approve');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(accessButton(page, /^Requested/)).toBeVisible();
    await page.context().close();
  });

  await test.step('a steward who goes away has somebody stand in', async () => {
    const page = await visit(
      browser,
      'Tobias Adeyemi',
      '/dataset-access/inbox',
    );
    await page.getByRole('button', { name: 'Have somebody stand in' }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: /Who stands in/ }).click();
    await page
      .getByRole('searchbox', { name: 'Search people' })
      .fill('Owen Achterberg');
    await page.getByRole('option', { name: 'Owen Achterberg' }).click();
    const ends = dialog.getByRole('group', { name: /^Until/ });
    await ends.getByRole('spinbutton').first().click();
    await page.keyboard.type(inAMonth());
    await storyboard.add(page, 'Tobias goes away and has Owen stand in');
    await dialog.getByRole('button', { name: 'Agree' }).click();
    await expect(
      page.getByText(/^Owen Achterberg decides in your place until/),
    ).toBeVisible();
    await page.context().close();
  });

  await test.step('the first approval gives nothing yet', async () => {
    const page = await visit(
      browser,
      'Sofia Marchetti',
      '/dataset-access/inbox',
    );
    await requestRow(page, DATASET, 'Maya Lindholm').click();
    await expect(
      page.getByText(/^One more approval is needed after yours/),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByText(/Step 1.*\(1 of 2, /)).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Approve', exact: true }),
    ).toBeHidden();
    await storyboard.add(page, 'Sofia approves: one of two');
    await page.context().close();
  });

  await test.step('the last one does, and names both', async () => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      '/dataset-access/inbox',
    );
    await expect(
      page.getByText(/^You decide in the place of Tobias Adeyemi until/),
    ).toBeVisible();
    await requestRow(page, DATASET, 'Maya Lindholm').click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(
      page
        .getByRole('main')
        .getByText(/Owen Achterberg approved in the place of Tobias Adeyemi/),
    ).toBeVisible();
    await storyboard.add(page, 'Owen approves in his place');
    await page.goto('/dataset-access/inbox');
    await page.getByRole('button', { name: 'End it' }).click();
    await expect(
      page.getByText(/^You decide in the place of Tobias/),
    ).toBeHidden();
    await page.context().close();
  });

  await test.step('the analyst finds it approved', async () => {
    const page = await visit(
      browser,
      'Maya Lindholm',
      datasetPath('consent-ledger', 'api'),
    );
    await expect(accessButton(page, 'Approved, being set up')).toBeVisible();
    await page.context().close();
    // what is left would be a task in the pictures of others
    await portal.revokeAll('sofia.marchetti', 'api:default/consent-ledger');
  });

  // one portal's pictures are enough
  if (project.name === 'sqlite') {
    await storyboard.write(browser, 'two-approvals');
  }
});

/** The day in thirty days, as somebody types it in Britain. */
function inAMonth(): string {
  const day = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  const [year, month, date] = day.toISOString().slice(0, 10).split('-');
  return `${date}${month}${year}`;
}

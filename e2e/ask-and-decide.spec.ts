import { expect, Page, test } from '@playwright/test';
import { addBeneficiary } from './addBeneficiary';
import { requestRow } from './requestRow';
import { Storyboard } from './Storyboard';
import { accessButton, datasetPath, visit } from './visit';

const customerOrders = datasetPath('customer-orders');

test('an analyst asks for two, the steward decides, the analyst reads both outcomes', async ({
  browser,
}, { project }) => {
  const storyboard = new Storyboard();
  await test.step('the analyst asks for herself and for her team', async () => {
    const page = await visit(browser, 'Maya Lindholm', customerOrders);
    await accessButton(page, 'Request access').click();

    const dialog = page.getByRole('dialog', {
      name: 'Request Dataset Access',
    });
    await expect(dialog).toContainText('Customer data stewards');
    await addBeneficiary(page, 'Commercial insights');
    await dialog
      .getByRole('textbox', { name: 'Reason' })
      .fill('Compare returning customers before and after the spring campaign');
    await storyboard.add(page, 'Maya asks, for herself and her team');
    await dialog.getByRole('button', { name: 'Send request' }).click();

    const results = dialog.getByRole('list', { name: 'What happens now' });
    await expect(results.getByRole('listitem')).toHaveText([
      /Maya Lindholm.*Requested/,
      /Commercial insights.*Requested/,
    ]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(accessButton(page, /^Requested/)).toBeVisible();
    await page.context().close();
  });

  await test.step('the steward finds the notification and decides in the inbox', async () => {
    const page = await visit(browser, 'Sofia Marchetti', '/notifications');
    const notice = await openNotice(page, 'Customer orders');
    await expect(notice).toContainText('Maya Lindholm');
    await expect(notice).toContainText('Commercial insights');
    await expect(notice).toContainText('Snowflake');
    await expect(notice).toContainText('Compare returning customers');
    await storyboard.add(page, 'Sofia, who decides, is told');
    await notice.getByRole('link').first().click();

    await expect(page).toHaveURL(/\/dataset-access\/inbox\?batch=/);
    await expect(
      requestRow(page, 'Customer orders', 'Commercial insights'),
    ).toBeVisible();
    await storyboard.add(page, 'She decides on each in her inbox');
    await decide(page, 'Maya Lindholm', { button: 'Approve' }, 'Approved');
    await decide(
      page,
      'Commercial insights',
      {
        button: 'Deny',
        message: 'Ask for each person of the team who works with it.',
      },
      'Denied',
    );
    await page.context().close();
  });

  await test.step('the analyst sees both outcomes', async () => {
    const page = await visit(browser, 'Maya Lindholm', '/notifications');
    const outcome = await openNotice(page, 'Customer orders');
    // approved is not granted, and the notice says so
    await expect(outcome).toContainText(/Maya Lindholm: approved.*Snowflake/);
    await expect(outcome).toContainText('Commercial insights: denied');

    await page.goto('/dataset-access/requests?show=all');
    await expect(
      requestRow(page, 'Customer orders', 'Maya Lindholm'),
    ).toContainText('Approved, being set up');
    await expect(
      requestRow(page, 'Customer orders', 'Commercial insights'),
    ).toContainText('Denied');
    await storyboard.add(page, 'Maya reads both outcomes');

    await page.goto(customerOrders);
    await expect(accessButton(page, 'Approved, being set up')).toBeVisible();
    await page.context().close();
  });

  // one portal's pictures are enough
  if (project.name === 'sqlite') {
    await storyboard.write(browser);
  }
});

/** The whole of what a notification says about a dataset. */
async function openNotice(page: Page, dataset: string) {
  const notice = page.getByRole('row', { name: dataset });
  await notice.getByText('Show more').click();
  return notice;
}

/** Chooses one request in the inbox and decides on it. */
async function decide(
  page: Page,
  beneficiary: string,
  { button, message }: { button: 'Approve' | 'Deny'; message?: string },
  outcome: string,
) {
  await requestRow(page, 'Customer orders', beneficiary)
    .locator('label:has(input[type=checkbox])')
    .click();
  await page
    .getByRole('group', { name: 'Decide on the chosen requests' })
    .getByRole('button', { name: button })
    .click();
  const dialog = page.getByRole('dialog');
  if (message) {
    await dialog
      .getByRole('textbox', { name: 'Message to the requester' })
      .fill(message);
  }
  await dialog.getByRole('button', { name: button }).click();
  await expect(
    dialog
      .getByRole('list', { name: 'What became of each request' })
      .getByRole('listitem'),
  ).toHaveText(new RegExp(`${beneficiary}.*${outcome}`));
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

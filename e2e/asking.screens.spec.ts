import { expect, test } from '@playwright/test';
import { addBeneficiary } from './addBeneficiary';
import { Look, looks } from './looks';
import { Portal } from './Portal';
import { requestRow } from './requestRow';
import { takePicture } from './takePicture';
import { accessButton, datasetPath, visit } from './visit';

/** Asked for once in each look, since nobody can ask for the same thing twice. */
const datasets: Record<Look['name'], { name: string; title: string }> = {
  light: { name: 'loyalty-transactions', title: 'Loyalty transactions' },
  dark: { name: 'campaign-responses', title: 'Campaign responses' },
  narrow: { name: 'customer-profiles', title: 'Customer profiles' },
};

test.beforeAll(async ({ playwright, baseURL }) => {
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  // so that there is something to be told besides "requested"
  for (const { name } of Object.values(datasets)) {
    await portal.ask('tobias.adeyemi', {
      dataset: `resource:default/${name}`,
      beneficiaries: ['user:default/jonas.weber'],
      reason: 'Measure how often members book again after a campaign',
    });
  }
});

for (const look of looks) {
  const { name, title } = datasets[look.name];
  test(`an analyst asks and follows what becomes of it (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(browser, 'Maya Lindholm', datasetPath(name), look);
    await accessButton(page, 'Request access').click();
    const dialog = page.getByRole('dialog', { name: 'Request Dataset Access' });
    const reason = dialog.getByRole('textbox', { name: 'Reason' });
    await expect(dialog.getByText('Decided by')).toBeVisible();
    await takePicture(page, look, 'dialog');

    await page.getByRole('button', { name: /Who needs access\?/ }).click();
    await page
      .getByRole('searchbox', { name: 'Search users and groups' })
      .fill('comm');
    await expect(page.getByRole('option').first()).toContainText('Commercial');
    await takePicture(page, look, 'dialog-picker');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await reason.fill('Soon');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await expect(dialog.getByText(/Write at least/)).toBeVisible();
    await takePicture(page, look, 'dialog-too-short');

    await addBeneficiary(page, 'Commercial insights');
    await addBeneficiary(page, 'Jonas Weber');
    await reason.fill('Find out which members book again after a campaign');
    await takePicture(page, look, 'dialog-filled');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await expect(
      dialog.getByRole('list', { name: 'What happens now' }),
    ).toContainText('Already requested');
    await takePicture(page, look, 'dialog-results');

    await page.goto('/dataset-access/requests');
    await requestRow(page, title, 'Commercial insights').waitFor();
    await takePicture(page, look, 'requests');

    await requestRow(page, title, 'Maya Lindholm').click();
    await expect(page.getByText('asked for access')).toBeVisible();
    await takePicture(page, look, 'request-waiting');
    await page.getByRole('button', { name: 'Withdraw request' }).click();
    await expect(
      page.getByRole('alertdialog').or(page.getByRole('dialog')),
    ).toBeVisible();
    await takePicture(page, look, 'request-withdraw');

    await page.goto('/dataset-access/requests?q=nothing-is-called-so');
    await expect(page.getByText('No requests')).toBeVisible();
    await takePicture(page, look, 'requests-empty');
    await page.context().close();
  });
}

for (const look of looks) {
  test(`the portal asks who one would like to be (${look.name})`, async ({
    browser,
  }) => {
    const { theme, width } = look;
    const context = await browser.newContext({
      viewport: { width, height: 800 },
    });
    await context.addInitScript(
      chosen => window.localStorage.setItem('theme', chosen),
      theme,
    );
    const page = await context.newPage();
    await page.goto('/');
    await expect(
      page.getByRole('button', { name: 'Maya Lindholm' }),
    ).toBeVisible();
    await takePicture(page, look, 'sign-in');
    await context.close();
  });
}

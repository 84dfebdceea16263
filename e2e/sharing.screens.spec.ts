import { expect, Page, test } from '@playwright/test';
import { looks } from './looks';
import { pickOne } from './pickOne';
import { Portal } from './Portal';
import { takePicture } from './takePicture';
import { visit } from './visit';

const AIRLINE = '/catalog/default/domain/airline';
const TEAM = '/catalog/default/group/commercial-insights/domains';

test.beforeAll(async ({ playwright, baseURL }) => {
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  await portal.unshare('marek.dvorak', 'airline');
  for (const [subject, level, datasetLevelAccess] of [
    ['group:default/commercial-insights', 'read-only', true],
    ['user:default/hugo.lefevre', 'editor', false],
    ['group:default/network-planning', 'owner', true],
  ] as const) {
    await portal.share('marek.dvorak', 'airline', {
      subject,
      level,
      datasetLevelAccess,
    });
  }
});

for (const look of looks) {
  test(`an owner shares a domain (${look.name})`, async ({ browser }) => {
    const page = await visit(
      browser,
      'Marek Dvořák',
      `${AIRLINE}/access`,
      look,
    );
    await expect(page.getByRole('row', { name: 'Hugo' })).toBeVisible();
    await expect(story(page)).not.toHaveCount(0);
    await takePicture(page, look, 'domain-shared', { whole: true });

    await page.getByRole('button', { name: 'Provide access' }).click();
    const dialog = page.getByRole('dialog');
    await pickOne(page, /Who gets access\?/, 'Loyalty analytics');
    await dialog.getByText('Dataset-level access', { exact: true }).click();
    await expect(dialog).toContainText(/Covers \d+ datasets today/);
    await takePicture(page, look, 'domain-provide');
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await menu(page, 'Revoke dataset access');
    await expect(page.getByText(/It reaches \d+ datasets today/)).toBeVisible();
    await takePicture(page, look, 'domain-revoke');
  });

  test(`an owner of domains changes those of a group (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(browser, 'Marek Dvořák', TEAM, look);
    const datasets = page.getByRole('switch', { name: 'Datasets of Airline' });
    await expect(datasets).toBeChecked();
    await page.getByText('Datasets', { exact: true }).first().click();
    await takePicture(page, look, 'group-domains');
    await page.getByRole('button', { name: 'Preview and save' }).click();
    await expect(page.getByRole('dialog')).toContainText('1 domain changed');
    await takePicture(page, look, 'group-domains-preview');
  });

  test(`somebody else sees and asks (${look.name})`, async ({ browser }) => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      `${AIRLINE}/access`,
      look,
    );
    await expect(page.getByText('You cannot share this domain')).toBeVisible();
    await takePicture(page, look, 'domain-not-mine');

    await page.getByRole('button', { name: 'Request access' }).first().click();
    await expect(
      page.getByRole('checkbox', { name: 'Also all datasets of this domain' }),
    ).toBeChecked();
    await takePicture(page, look, 'domain-request');
  });

  test(`a member of the group sees why (${look.name})`, async ({ browser }) => {
    const page = await visit(
      browser,
      'Maya Lindholm',
      '/catalog/default/resource/airport-slots',
      look,
    );
    await expect(page.getByText(/hrough domain Airline/)).toBeVisible();
    // the graph of the catalog comes last
    await expect(page.getByText(/hasPart/).first()).toBeAttached();
    await takePicture(page, look, 'dataset-through-domain', { stock: true });
  });
}

function story(page: Page) {
  return page
    .getByRole('list', { name: 'What happened, the latest first' })
    .getByRole('listitem');
}

async function menu(page: Page, action: string): Promise<void> {
  await page
    .getByRole('button', { name: 'Change the access of Commercial insights' })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

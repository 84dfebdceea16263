import type { Page } from '@playwright/test';

/** Searches for a user or a group in the dialog, and picks it; who opened the dialog is picked already. */
export async function addBeneficiary(page: Page, name: string) {
  await page.getByRole('button', { name: /Who needs access\?/ }).click();
  await page
    .getByRole('searchbox', { name: 'Search users and groups' })
    .fill(name);
  await page.getByRole('option', { name }).click();
  // the first clears the search, the second closes the list
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

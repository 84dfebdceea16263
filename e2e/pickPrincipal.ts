import type { Page } from '@playwright/test';

/**
 * Searches for a user or a group in a picker that takes several, and picks it.
 *
 * @param picker - what the picker is called
 */
export async function pickPrincipal(page: Page, picker: RegExp, name: string) {
  await page.getByRole('button', { name: picker }).click();
  await page
    .getByRole('searchbox', { name: 'Search users and groups' })
    .fill(name);
  await page.getByRole('option', { name }).click();
  // the first clears the search, the second closes the list
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

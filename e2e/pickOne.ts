import type { Page } from '@playwright/test';

/**
 * Searches for a user or a group in a picker that takes one, and picks it.
 *
 * @param picker - what the picker is called
 */
export async function pickOne(page: Page, picker: RegExp, name: string) {
  await page.getByRole('button', { name: picker }).click();
  await page
    .getByRole('searchbox', { name: 'Search users and groups' })
    .fill(name);
  await page.getByRole('option', { name }).click();
}

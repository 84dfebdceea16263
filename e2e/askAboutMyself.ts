import type { Page } from '@playwright/test';

/** Asks, on the page that explains decisions, whether one may do something with an entity. */
export async function askAboutMyself(
  page: Page,
  { privilege, entity }: { privilege: string; entity: string },
): Promise<void> {
  await choose(page, {
    field: /May do what\?/,
    search: 'Search privileges and operations',
    option: privilege,
  });
  await choose(page, {
    field: /On which entity\?/,
    search: 'Search entities',
    option: entity,
  });
}

async function choose(
  page: Page,
  { field, search, option }: { field: RegExp; search: string; option: string },
) {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('searchbox', { name: search }).fill(option);
  await page.getByRole('option', { name: option }).first().click();
}

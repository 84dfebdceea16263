import type { Page } from '@playwright/test';

/** The row of a list with a request, found by its dataset and the display name of its beneficiary. */
export function requestRow(page: Page, dataset: string, beneficiary: string) {
  return page
    .getByRole('row', { name: dataset })
    .filter({ has: page.getByText(beneficiary, { exact: true }) })
    .first();
}

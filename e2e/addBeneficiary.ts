import type { Page } from '@playwright/test';
import { pickPrincipal } from './pickPrincipal';

/** Adds a user or a group to those of the dialog, where who opened it is picked already. */
export function addBeneficiary(page: Page, name: string) {
  return pickPrincipal(page, /Who needs access\?/, name);
}

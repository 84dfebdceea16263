import type { Page } from '@playwright/test';
import { pickPrincipal } from './pickPrincipal';

/** The editor of policies, step by step, in the hands of an administrator. */
export class PolicyEditor {
  constructor(private readonly page: Page) {}

  async describe(name: string, description: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page
      .getByRole('textbox', { name: 'Description' })
      .fill(description);
  }

  /** Narrows the policy down to a domain and the domains in it. */
  async limitToDomain(domain: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /Values of Domain/ }).click();
    await page.getByRole('searchbox', { name: 'Search domains' }).fill(domain);
    await page.getByRole('option', { name: domain }).click();
    // the first clears the search, the second closes the list
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }

  async choosePrivilege(privilege: string): Promise<void> {
    const { page } = this;
    await page
      .getByRole('searchbox', { name: 'Search privileges' })
      .fill(privilege);
    await page
      .getByRole('checkbox', { name: new RegExp(privilege) })
      .press('Space');
  }

  /** Says that the policy is for a user or a group. */
  addActor(name: string): Promise<void> {
    return pickPrincipal(this.page, /Users and groups/, name);
  }

  /** Says that the policy is for whoever holds that stewardship role on the entity. */
  async addStewards(role: string): Promise<void> {
    await this.page
      .getByRole('group', { name: 'Stewards of the entity' })
      .getByRole('checkbox', { name: role })
      .press('Space');
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next' }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save as active' }).click();
  }
}

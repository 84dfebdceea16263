import { Browser, Page } from '@playwright/test';
import { Look, looks } from './looks';

/** People of the demo who can sign in; see `auth.providers.personas` in app-config.yaml. */
export type Persona =
  | 'Maya Lindholm'
  | 'Owen Achterberg'
  | 'Sofia Marchetti'
  | 'Tobias Adeyemi'
  | 'Elin Brandt'
  | 'Marek Dvořák'
  | 'George Whitfield'
  | 'Amara Okafor'
  | 'Priya Raman';

/**
 * Signs in with a browser session of one's own, as another visitor would.
 *
 * @param path - where to go first
 */
export async function visit(
  browser: Browser,
  persona: Persona,
  path: string,
  { theme, width }: Look = looks[0],
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    chosen => window.localStorage.setItem('theme', chosen),
    theme,
  );
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('button', { name: persona }).click();
  // whoever goes elsewhere before this is asked again who he would like to be
  await page.waitForFunction(() => window.sessionStorage.length > 0);
  return page;
}

/** Path of a dataset's page in the catalog. */
export function datasetPath(name: string, kind = 'resource'): string {
  return `/catalog/default/${kind}/${name}`;
}

/** The button at the top of a dataset's page, by what it says. */
export function accessButton(page: Page, says: string | RegExp) {
  return page.getByRole('main').getByRole('button', { name: says }).first();
}

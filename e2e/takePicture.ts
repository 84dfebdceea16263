import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page } from '@playwright/test';
import { join } from 'node:path';
import type { Look } from './looks';

const FOLDER = join(__dirname, '../docs/pictures');
const WCAG_A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Regions that stock Backstage draws around our pages, with what it violates there by itself. */
const STOCK = [
  // the link to the notifications is not named as it reads once there are some
  'nav[aria-label="sidebar nav"]',
  // the tabs of a plugin's pages name panels that are not there
  '.bui-PluginHeaderTabsWrapper',
  // what is announced to screen readers about a button at work is labelled by what is gone a moment later
  '[data-live-announcer]',
];

/** @see takePicture */
export interface PictureOptions {
  /** A part of the page to show; the page with it is pictured, and checked, on its own. */
  of?: Locator;
  /** Not a page of ours: pictured, but not checked. */
  stock?: boolean;
  /** Shows the page down to its end, not only as far as the window goes. */
  whole?: boolean;
}

/**
 * Checks what the page shows now against the WCAG rules of the levels A and AA, and that it does not scroll sideways,
 * and writes a picture of it to `docs/pictures`.
 *
 * @param name - of the file, without the look and the ending
 */
export async function takePicture(
  page: Page,
  look: Look,
  name: string,
  { of, stock, whole }: PictureOptions = {},
): Promise<void> {
  await settle(page);
  const path = join(FOLDER, `${name}-${look.name}.png`);
  const window = page.viewportSize()!;
  if (whole) {
    await growToPage(page);
  }
  await (of ?? page).screenshot({ path, animations: 'disabled' });
  await page.setViewportSize(window);
  if (of || stock) return;
  expect(await sidewaysScroll(page), `${name} scrolls sideways`).toBe(0);
  expect(await violations(page), `${name} in ${look.name}`).toEqual([]);
}

async function violations(page: Page) {
  const result = await STOCK.reduce(
    (axe, region) => axe.exclude(region),
    new AxeBuilder({ page }).withTags(WCAG_A_AND_AA),
  ).analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  );
}

/** Brings what moves to its end; spinners have none. */
async function settle(page: Page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(resolve =>
      requestAnimationFrame(() => requestAnimationFrame(resolve)),
    );
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) {
        animation.finish();
      }
    }
  });
}

/** Makes the window as high as the page, so that what sticks to the window stays in its place. */
async function growToPage(page: Page) {
  for (;;) {
    const { width, height } = page.viewportSize()!;
    const wanted = await page.evaluate(
      () => document.documentElement.scrollHeight,
    );
    if (wanted <= height) return;
    await page.setViewportSize({ width, height: wanted });
    await settle(page);
  }
}

/** CSS pixels by which the page is wider than its window. */
function sidewaysScroll(page: Page) {
  return page.evaluate(() =>
    Math.max(
      0,
      document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    ),
  );
}

import type { Browser, Page } from '@playwright/test';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../docs/pictures');

/** One picture of a whole flow: what its people saw, in order, each with a line that says what they did. */
export class Storyboard {
  readonly #scenes: Array<{ caption: string; picture: string }> = [];

  /** Remembers what the page shows now. */
  async add(page: Page, caption: string): Promise<void> {
    const picture = await page.screenshot({ animations: 'disabled' });
    this.#scenes.push({ caption, picture: picture.toString('base64') });
  }

  /** Writes `docs/pictures/<name>.png`. */
  async write(browser: Browser, name = 'flow'): Promise<void> {
    const page = await browser.newPage({
      viewport: { width: 1400, height: 1000 },
    });
    const figures = this.#scenes.map(
      ({ caption, picture }, index) => `
        <figure>
          <figcaption><b>${index + 1}</b> ${caption}</figcaption>
          <img src="data:image/png;base64,${picture}" alt="">
        </figure>`,
    );
    await page.setContent(`
      <style>
        body { margin: 0; background: #fff; font: 20px system-ui, sans-serif; }
        main { display: grid; grid-template-columns: 1fr 1fr; gap: 28px; padding: 28px; }
        figure { margin: 0; }
        figcaption { margin-bottom: 10px; }
        b { display: inline-block; width: 1.6em; line-height: 1.6em; border-radius: 50%;
            background: #1f5493; color: #fff; text-align: center; margin-right: 6px; }
        img { display: block; width: 100%; border: 1px solid #bbb; border-radius: 8px; }
      </style>
      <main>${figures.join('')}</main>`);
    await page.locator('main').screenshot({
      path: join(FOLDER, `${name}.png`),
    });
    await page.close();
  }
}

import { expect, test } from '@playwright/test';
import { looks } from './looks';
import { Portal } from './Portal';
import { takePicture } from './takePicture';
import { accessButton, datasetPath, Persona, visit } from './visit';

const reason = 'Match returns with flights to see where goods are damaged';

test.beforeAll(async ({ playwright, baseURL }) => {
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  const ask = (dataset: string) =>
    portal.ask('maya.lindholm', { dataset, reason });
  await ask('api:default/product-catalogue');
  const [beingSetUp] = await ask('api:default/basket-events');
  await portal.decide('owen.achterberg', beingSetUp, { decision: 'approve' });
  const [granted] = await ask('resource:default/onboard-sales');
  await portal.decide('owen.achterberg', granted, {
    decision: 'approve',
    granted: true,
  });
});

interface ButtonState {
  state: string;
  path: string;
  says: string | RegExp;
  /** What is read when the button is pressed; absent where that opens the dialog. */
  opens?: string | RegExp;
}

const states: Record<'Maya Lindholm' | 'Owen Achterberg', ButtonState[]> = {
  'Maya Lindholm': [
    {
      state: 'request',
      path: datasetPath('order-returns'),
      says: 'Request access',
    },
    {
      state: 'requested',
      path: datasetPath('product-catalogue', 'api'),
      says: /^Requested/,
      opens: 'View request',
    },
    {
      state: 'being-set-up',
      path: datasetPath('basket-events', 'api'),
      says: 'Approved, being set up',
      opens: 'View request',
    },
    {
      state: 'has-access',
      path: datasetPath('onboard-sales'),
      says: /^You have read-only access/,
      opens: 'View request',
    },
    {
      state: 'not-requestable',
      path: datasetPath('payroll-runs'),
      says: 'Not requestable',
      opens: /switched off/,
    },
  ],
  'Owen Achterberg': [
    {
      state: 'owner',
      path: datasetPath('order-returns'),
      says: 'You own this dataset',
      opens: 'Request access for others',
    },
  ],
};

for (const look of looks) {
  for (const [persona, ofPersona] of Object.entries(states)) {
    test(`the button tells ${persona} where one stands (${look.name})`, async ({
      browser,
    }) => {
      const page = await visit(browser, persona as Persona, '/settings', look);
      for (const { state, path, says, opens } of ofPersona) {
        await test.step(state, async () => {
          await page.goto(path);
          const button = accessButton(page, says);
          await expect(button).toBeVisible();
          await expect(page.getByText('View graph')).toBeVisible();
          await takePicture(page, look, `dataset-${state}`);
          const card = page.getByRole('article').filter({
            has: page.getByRole('heading', { name: 'Your access' }),
          });
          await takePicture(page, look, `card-${state}`, { of: card });
          if (opens) {
            await button.click();
            await expect(page.getByText(opens).first()).toBeVisible();
            await takePicture(page, look, `dataset-${state}-open`);
          }
        });
      }
      await page.context().close();
    });
  }

  test(`the button says that it does not know when the service does not answer (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(browser, 'Maya Lindholm', '/settings', look);
    await page.route('**/api/dataset-access/v1/datasets/**', route =>
      route.fulfill({ status: 503, json: {} }),
    );
    await page.goto(datasetPath('order-returns'));
    await expect(accessButton(page, 'Access unknown')).toBeVisible();
    await takePicture(page, look, 'dataset-unknown');
    await page.context().close();
  });

  test(`the button stands above the page where the header is switched off (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(browser, 'Maya Lindholm', '/settings', look);
    await page.route('**/catalog/default/**', async route => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({
        response,
        // as if app-config.yaml said so: the backend writes the configuration into the page
        body: html.replace(
          '"extensions": [',
          '"extensions": [{"entity-header-layout:catalog/dataset-access":false},',
        ),
      });
    });
    await page.goto(datasetPath('order-returns'));
    const button = page.getByRole('button', { name: 'Request access' }).first();
    await expect(button).toBeVisible();
    // the other one is on the card
    await expect(
      page.getByRole('main').getByRole('button', { name: 'Request access' }),
    ).toHaveCount(1);
    await takePicture(page, look, 'dataset-header-off');
    await button.click();
    await expect(
      page.getByRole('dialog', { name: 'Request Dataset Access' }),
    ).toBeVisible();
    await page.context().close();
  });
}

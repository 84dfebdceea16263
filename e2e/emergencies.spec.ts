import { expect, test } from '@playwright/test';
import { Portal } from './Portal';
import { accessButton, datasetPath, visit } from './visit';

const DATASET = 'Fuel uplift';
/** A signal makes it a moment; without one, as long as pages wait before they look again, and some more. */
const LIVE = { timeout: 45_000 };

test('who is on call takes access in an emergency, and not again before it is reviewed', async ({
  browser,
  playwright,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  const onCall = await visit(
    browser,
    'Amara Okafor',
    datasetPath('fuel-uplift'),
  );

  await test.step('without asking anybody, after a warning, and for a reason', async () => {
    await accessButton(onCall, 'Emergency access').click();
    const dialog = onCall.getByRole('dialog');
    await expect(dialog).toContainText('are told at once who took what');
    await dialog
      .getByRole('textbox', { name: 'What is the emergency?' })
      .fill('Litres are doubled since the release of this morning');
    await dialog.getByRole('button', { name: 'Take emergency access' }).click();
    await expect(dialog.getByRole('status')).toContainText(
      'somebody has to grant it',
    );
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('a second time has to wait for the review', async () => {
    await expect(
      onCall.getByText('No emergency access at the moment'),
    ).toBeVisible(LIVE);
    await expect(onCall.getByText(/It can be reviewed by/)).toBeVisible();
  });

  await test.step('the owner is told, and reviews it', async () => {
    const owner = await visit(browser, 'Marek Dvořák', '/notifications');
    await expect(
      owner
        .getByText(`Emergency access: Amara Okafor took read-only access`)
        .first(),
    ).toBeVisible(LIVE);
    await owner.goto('/dataset-access/tasks');
    await owner
      .getByRole('button', { name: `Review: Amara Okafor, ${DATASET}` })
      .click();
    const dialog = owner.getByRole('dialog');
    await expect(dialog).toContainText('Litres are doubled');
    await dialog.getByRole('radio', { name: 'Justified', exact: true }).check();
    await dialog.getByRole('button', { name: 'Record the review' }).click();
    await expect(dialog).toBeHidden();
    await expect(owner.getByText('Emergency access to be reviewed')).toBeHidden(
      LIVE,
    );
    await owner.context().close();
  });

  await test.step('then it can be taken again', async () => {
    await expect(accessButton(onCall, 'Emergency access')).toBeVisible(LIVE);
    await onCall.context().close();
    // what is left would be a task in the pictures of others
    await portal.revokeAll('marek.dvorak', 'resource:default/fuel-uplift');
  });
});

test('what a rule covers is approved at once, and the request names the rule', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  const [request] = await portal.ask('priya.raman', {
    dataset: 'api:partners/codeshare-schedules',
    beneficiaries: ['user:default/samuel.tan'],
    reason: 'Looks up partner flights at the gate',
    duration: 'P30D',
  });

  const page = await visit(
    browser,
    'Priya Raman',
    `/dataset-access/requests/${request}`,
  );

  await expect(
    page.getByText('Ramp and crew read reference data').first(),
  ).toBeVisible();
  await page.context().close();
  await portal.revokeAll('marek.dvorak', 'api:partners/codeshare-schedules');
});

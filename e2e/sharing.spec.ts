import { expect, Locator, Page, test } from '@playwright/test';
import { LaterDatasets } from './LaterDatasets';
import { pickOne } from './pickOne';
import { Portal } from './Portal';
import { accessButton, datasetPath, visit } from './visit';

const AIRLINE = '/catalog/default/domain/airline/access';
const TEAM = 'Commercial insights';
/** Datasets of Airline: of the domain itself and of domains in it, by a system each. */
const covered = [
  'api/default/flight-schedule',
  'resource/default/airport-slots',
  'resource/default/baggage-scans',
];
const snapshotOnly = 'api/default/turnaround-milestones';
const tagBased = 'resource/default/aircraft-defects';
const later = 'resource/default/night-flights';
/** A signal makes it a moment; without one, as long as pages wait before they look again, and some more. */
const LIVE = { timeout: 45_000 };

test('an owner shares a domain with its datasets, and takes it back to exactly what was there before', async ({
  browser,
  playwright,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const http = await playwright.request.newContext({ baseURL });
  const portal = new Portal(http);
  const datasets = await LaterDatasets.serve(http);
  const levels = (...names: string[]) =>
    Promise.all(names.map(name => portal.level('maya.lindholm', name)));
  await portal.unshare('marek.dvorak', 'airline');
  const before = await levels(...covered, snapshotOnly, tagBased);
  expect(before).toEqual(Array(5).fill(undefined));

  const owner = await visit(browser, 'Marek Dvořák', AIRLINE);
  const analyst = await visit(
    browser,
    'Maya Lindholm',
    datasetPath('flight-schedule', 'api'),
  );
  await expect(accessButton(analyst, 'Request access')).toBeVisible();

  await test.step('somebody who does not own it cannot share it', async () => {
    const page = await visit(browser, 'Owen Achterberg', AIRLINE);
    await expect(page.getByText('You cannot share this domain')).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Provide access' }),
    ).toBeHidden();
    expect(
      await portal.tryToShare(
        'owen.achterberg',
        'airline',
        'group:default/commercial-insights',
      ),
    ).toEqual([403, 'NOT_DOMAIN_OWNER']);
    await page.context().close();
  });

  await test.step('the owner shares it read-only with a group, with its datasets, and sees what that covers', async () => {
    await owner.getByRole('button', { name: 'Provide access' }).click();
    const dialog = owner.getByRole('dialog');
    await pickOne(owner, /Who gets access\?/, TEAM);
    await dialog.getByText('Dataset-level access', { exact: true }).click();
    await expect(dialog).toContainText(/Covers 10 datasets today/);
    await expect(dialog).toContainText(/1 tag-based dataset is left out/);
    await expect(dialog).toContainText(/1 of them is snapshot-only/);
    await dialog.getByRole('button', { name: 'Provide access' }).click();
    await expect(dialog).toBeHidden();
    await expect(row(owner)).toContainText('Included');
    await expect(row(owner)).toContainText('Read-only');
  });

  await test.step('a member of the group has all datasets, but what is governed by tags', async () => {
    await expect(
      accessButton(analyst, /You have read-only access/i),
    ).toBeVisible(LIVE);
    await expect(analyst.getByRole('main')).toContainText(
      /hrough domain Airline, given to Commercial insights by Marek Dvořák/,
    );
    expect(await levels(...covered, snapshotOnly, tagBased)).toEqual([
      'read-only',
      'read-only',
      'read-only',
      'read-only',
      undefined,
    ]);
  });

  await test.step('and one that is added afterwards', async () => {
    await datasets.add({
      name: 'night-flights',
      title: 'Night flights',
      owner: 'operations-data',
      system: 'flight-planning',
    });
    await expect
      .poll(
        async () => (await portal.approvers('maya.lindholm', later)).length,
        { timeout: 60_000 },
      )
      .toBe(1);
    await analyst.goto('/catalog/default/resource/night-flights');
    await expect(
      accessButton(analyst, /You have read-only access/i),
    ).toBeVisible();
  });

  await test.step('she is given one of them directly, as owner', async () => {
    const [request] = await portal.ask('maya.lindholm', {
      dataset: 'api:default/flight-schedule',
      level: 'owner',
      reason: 'Take over the schedule while its owner is away',
    });
    await portal.decide('marek.dvorak', request, {
      decision: 'approve',
      granted: true,
    });
    expect(await levels(...covered)).toEqual([
      'owner',
      'read-only',
      'read-only',
    ]);
  });

  await test.step('dataset-level access is revoked: exactly the direct one remains', async () => {
    await choose(owner, 'Revoke dataset access');
    await confirm(owner, 'Revoke dataset access');
    await expect(row(owner)).toContainText('Not included');
    expect(await levels(...covered, snapshotOnly, later)).toEqual([
      'owner',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    await expect(accessButton(analyst, 'Request access')).toBeVisible(LIVE);
  });

  await test.step('access to the domain is revoked', async () => {
    await choose(owner, 'Remove access');
    await confirm(owner, 'Remove access');
    await expect(
      owner.getByText('Nobody has been given access yet'),
    ).toBeVisible();
    expect(await levels(...covered)).toEqual(['owner', undefined, undefined]);
  });

  await test.step('the history tells it, the latest first', async () => {
    const story = owner
      .getByRole('list', { name: 'What happened, the latest first' })
      .getByRole('listitem');
    await expect(story.nth(0)).toContainText(
      /Marek Dvořák removed the access of Commercial insights/,
    );
    await expect(story.nth(1)).toContainText(
      /Marek Dvořák revoked the dataset-level access of Commercial insights/,
    );
    await expect(story.nth(2)).toContainText(
      /Marek Dvořák gave Commercial insights read-only access with the datasets/i,
    );
  });

  await datasets.close();
});

test('an analyst asks for a domain with its datasets, and its owner decides', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  await portal.unshare('marek.dvorak', 'airline');
  const page = await visit(
    browser,
    'Tobias Adeyemi',
    '/catalog/default/domain/airline',
  );
  await accessButton(page, 'Request access').click();
  const dialog = page.getByRole('dialog', { name: 'Request Domain Access' });
  await expect(dialog).toContainText('Operations data');
  await expect(
    dialog.getByRole('checkbox', { name: 'Also all datasets of this domain' }),
  ).toBeChecked();
  await dialog
    .getByRole('textbox', { name: 'Reason' })
    .fill('Connect complaints with what happened to the flight');
  await dialog.getByRole('button', { name: 'Send request' }).click();
  await expect(dialog).toContainText('Requested');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(accessButton(page, /^Requested/)).toBeVisible();

  const owner = await visit(browser, 'Marek Dvořák', '/dataset-access/inbox');
  await owner.getByRole('row', { name: 'Airline' }).click();
  await expect(
    owner.getByRole('checkbox', { name: 'With all datasets of the domain' }),
  ).toBeChecked();
  await owner.getByRole('button', { name: 'Approve', exact: true }).click();

  await expect(accessButton(page, /You have read-only access/i)).toBeVisible(
    LIVE,
  );
  expect(
    await portal.level('tobias.adeyemi', 'resource/default/airport-slots'),
  ).toBe('read-only');
  await portal.unshare('marek.dvorak', 'airline');
});

/** The line of the group in the sharing panel. */
function row(page: Page): Locator {
  return page.getByRole('row', { name: TEAM });
}

async function choose(page: Page, action: string): Promise<void> {
  await page
    .getByRole('button', { name: `Change the access of ${TEAM}` })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function confirm(page: Page, action: string): Promise<void> {
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.getByRole('button', { name: action }).click();
  await expect(dialog).toBeHidden();
}

import { expect, test } from '@playwright/test';
import { looks } from './looks';
import { Portal } from './Portal';
import { takePicture } from './takePicture';
import { visit } from './visit';

const SALES = 'resource:default/onboard-sales';
const CONSENT = 'api:default/consent-ledger';
const NAME = 'Sales on board, before the winter timetable';

let portal: Portal;
let reviewId: string;
let halfApproved: string;

test.beforeAll(async ({ playwright, baseURL }) => {
  portal = new Portal(await playwright.request.newContext({ baseURL }));
  for (const id of await portal.ask('maya.lindholm', {
    dataset: SALES,
    beneficiaries: ['user:default/jonas.weber', 'user:default/elin.brandt'],
    reason: 'Find out what sells on which route, and when',
  })) {
    await portal.decide('owen.achterberg', id, {
      decision: 'approve',
      granted: true,
    });
  }
  reviewId = await portal.startReview('priya.raman', NAME, SALES);
  [halfApproved] = await portal.ask('maya.lindholm', {
    dataset: CONSENT,
    beneficiaries: ['user:default/jonas.weber'],
    reason: 'Count who may be written to before the autumn campaign',
  });
  await portal.decide('sofia.marchetti', halfApproved, { decision: 'approve' });
});

test.afterAll(async () => {
  await portal.closeReview('priya.raman', reviewId);
  await portal.revokeAll('owen.achterberg', SALES);
  await portal.decide('tobias.adeyemi', halfApproved, { decision: 'deny' });
});

for (const look of looks) {
  test(`an owner sees what is asked of him (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Owen Achterberg',
      '/dataset-access/reviews',
      look,
    );
    await expect(page.getByText(NAME).first()).toBeVisible();
    await takePicture(page, look, 'reviews');

    await page.goto(`/dataset-access/reviews/${reviewId}`);
    await expect(
      page.getByRole('row').filter({ hasText: 'Elin Brandt' }),
    ).toBeVisible();
    await takePicture(page, look, 'review', { whole: true });
  });

  test(`an administrator sees what a review would ask (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Priya Raman',
      '/dataset-access/reviews',
      look,
    );
    await page.getByRole('button', { name: 'Start a review' }).click();
    await expect(page.getByRole('dialog')).toContainText(/Grants: \d+/);
    await takePicture(page, look, 'review-start');
  });

  test(`a steward sees whose approval is missing (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Tobias Adeyemi',
      `/dataset-access/inbox/${halfApproved}`,
      look,
    );
    await expect(page.getByText(/\(1 of 2, /)).toBeVisible();
    await takePicture(page, look, 'request-steps', { whole: true });

    await page.goto('/dataset-access/inbox');
    await page.getByRole('button', { name: 'Have somebody stand in' }).click();
    await expect(
      page.getByRole('button', { name: /Who stands in/ }),
    ).toBeVisible();
    await takePicture(page, look, 'stand-in');
  });
}

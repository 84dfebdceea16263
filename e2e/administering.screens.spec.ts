import { expect, Page, test } from '@playwright/test';
import { looks } from './looks';
import { pickPrincipal } from './pickPrincipal';
import { PolicyEditor } from './PolicyEditor';
import { Portal } from './Portal';
import { takePicture } from './takePicture';
import { datasetPath, visit } from './visit';

const POLICY = 'Finance stewards may edit documentation in domain Finance';
const ADMIN = 'priya.raman';
const ROUTE_PROFITABILITY = 'resource:default/route-profitability';
const READERS = [
  { name: 'Carmen Ortiz', ref: 'user:default/carmen.ortiz' },
  { name: 'Ewan MacLeod', ref: 'user:default/ewan.macleod' },
  { name: 'Leila Rahimi', ref: 'user:default/leila.rahimi' },
  { name: 'People analytics', ref: 'group:default/people-analytics' },
];

/** What another catalog exports: a policy that has an equivalent here, and one that has none. */
const EXPORT = JSON.stringify([
  {
    displayName: 'Loyalty analysts edit tags',
    type: 'METADATA',
    state: 'ACTIVE',
    privileges: ['EDIT_ENTITY_TAGS', 'VIEW_DATASET_USAGE'],
    actors: { groups: ['urn:li:corpGroup:loyalty-analytics'] },
  },
  {
    displayName: 'On-call engineers restart hosts',
    type: 'METADATA',
    state: 'ACTIVE',
    privileges: ['RESTART_HOST'],
    actors: { groups: ['urn:li:corpGroup:data-platform-on-call'] },
  },
]);

let portal: Portal;

test.beforeAll(async ({ playwright, baseURL }) => {
  portal = new Portal(await playwright.request.newContext({ baseURL }));
});

/** Leaves the portal as it was, for the next look and for the pictures of others. */
test.afterEach(async () => {
  await portal.removePolicy(ADMIN, POLICY);
  await portal.takeRole(
    ADMIN,
    'reader',
    READERS.map(({ ref }) => ref),
  );
});

for (const look of looks) {
  test(`an administrator writes a policy, and explains it (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Priya Raman',
      '/dataset-access/policies',
      look,
    );
    const editor = new PolicyEditor(page);
    // in a narrow window as well, where there is no column for it
    await expect(
      page.getByRole('row').filter({ hasText: 'Editor: platform' }),
    ).toContainText('Locked');
    await page.mouse.move(0, 0);
    await takePicture(page, look, 'policies');

    await page.getByRole('link', { name: 'New policy' }).click();
    await editor.describe(POLICY, 'Who knows the books describes them.');
    await takePicture(page, look, 'policy-name');
    await editor.goOn();
    await editor.limitToDomain('Finance');
    await editor.choosePrivilege('Edit description');
    await takePicture(page, look, 'policy-scope', { whole: true });
    await editor.goOn();
    await editor.addActor('Finance data stewards');
    await takePicture(page, look, 'policy-actors', { whole: true });
    await editor.goOn();
    await expect(page.getByText('1 person gains')).toBeVisible();
    await namesAreThere(page);
    await takePicture(page, look, 'policy-preview', { whole: true });
    await editor.save();
    await expect(
      page.getByRole('button', { name: 'Deactivate' }),
    ).toBeVisible();
    await expect(page.getByText('wrote the policy')).toBeVisible();
    await takePicture(page, look, 'policy', { whole: true });

    const question = new URLSearchParams({
      subject: 'user:default/george.whitfield',
      privilege: 'metadata.edit-description',
      resource: 'resource:default/fuel-hedges',
    });
    await page.goto(`/dataset-access/explain?${question}`);
    await expect(page.getByText(/^Yes, George Whitfield/)).toBeVisible();
    await takePicture(page, look, 'explain-yes', { whole: true });

    await page.getByRole('link', { name: POLICY }).click();
    await page.getByRole('button', { name: 'Deactivate' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('1 person loses')).toBeVisible();
    await namesAreThere(page);
    await takePicture(page, look, 'policy-deactivate');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await expect(dialog).toBeHidden();

    await page.goto(`/dataset-access/explain?${question}`);
    await expect(page.getByText(/^No, George Whitfield/)).toBeVisible();
    await expect(page.getByText('What comes close')).toBeVisible();
    await takePicture(page, look, 'explain-no', { whole: true });
    await page.context().close();
  });

  test(`an administrator gives a role to several at once (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Priya Raman',
      '/dataset-access/roles',
      look,
    );
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await page.mouse.move(0, 0);
    await takePicture(page, look, 'roles');

    await page.getByRole('rowheader', { name: 'Reader' }).click();
    await page.getByRole('button', { name: 'Add people' }).click();
    for (const { name } of READERS) {
      await pickPrincipal(page, /Who gets the role\?/, name);
    }
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('grid')).toContainText('People analytics');
    await takePicture(page, look, 'role-add');
    await dialog.getByRole('button', { name: 'Check what happens' }).click();
    await dialog.getByRole('button', { name: 'Give the role' }).click();
    await expect(dialog.getByText('Has the role now')).toHaveCount(4);
    await takePicture(page, look, 'role-outcomes');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByRole('rowheader')).toHaveCount(4);
    await page.mouse.move(0, 0);
    await takePicture(page, look, 'role', { whole: true });
    await page.context().close();
  });

  test(`an administrator looks at an import before it is made (${look.name})`, async ({
    browser,
  }) => {
    const page = await visit(
      browser,
      'Priya Raman',
      '/dataset-access/policies',
      look,
    );
    await page.getByRole('button', { name: 'Import' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Content' }).fill(EXPORT);
    await dialog.getByRole('button', { name: 'Check' }).click();
    const findings = dialog.getByRole('region', { name: 'What would be made' });
    await expect(findings).toContainText('RESTART_HOST');
    await takePicture(page, look, 'policy-import');
    await page.context().close();
  });

  test(`an owner sees who answers for a dataset (${look.name})`, async ({
    browser,
  }) => {
    const responsibilities = [
      await portal.giveResponsibility('elin.brandt', {
        role: 'data-steward',
        subject: 'user:default/leila.rahimi',
        resource: ROUTE_PROFITABILITY,
      }),
      await portal.giveResponsibility('elin.brandt', {
        role: 'technical-contact',
        subject: 'group:default/data-platform',
        resource: ROUTE_PROFITABILITY,
        endsAt: '2030-06-30T23:59:59Z',
      }),
    ];
    const page = await visit(
      browser,
      'Elin Brandt',
      datasetPath('route-profitability'),
      look,
    );
    const card = page.getByRole('article').filter({
      has: page.getByRole('heading', { name: 'Responsibilities' }),
    });
    await expect(
      card.getByRole('link', { name: 'Leila Rahimi' }),
    ).toBeVisible();
    await takePicture(page, look, 'responsibilities', { whole: true });
    await takePicture(page, look, 'card-responsibilities', { of: card });
    await card.getByRole('button', { name: 'Give a responsibility' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await takePicture(page, look, 'responsibility-give');
    await page.context().close();
    for (const id of responsibilities) {
      await portal.removeResponsibility('elin.brandt', id);
    }
  });
}

/** Entities are called as in their refs until the portal knows better; their names begin with a capital. */
async function namesAreThere(page: Page) {
  await expect(
    page
      .getByRole('main')
      .or(page.getByRole('dialog'))
      .getByRole('link', { name: /^[a-z]/ }),
  ).toHaveCount(0);
}

import { expect, Page, test } from '@playwright/test';
import { askAboutMyself } from './askAboutMyself';
import { pickPrincipal } from './pickPrincipal';
import { PolicyEditor } from './PolicyEditor';
import { Portal } from './Portal';
import { datasetPath, visit } from './visit';

const POLICY = 'Finance stewards may edit documentation in domain Finance';
const PRIVILEGE = 'Edit description';
const fuelHedges = datasetPath('fuel-hedges');
/** A signal makes it a moment; without one, as long as pages wait before they look again, and some more. */
const LIVE = { timeout: 45_000 };

test('an administrator lets the stewards of Finance edit its documentation, and takes it back', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const portal = new Portal(await playwright.request.newContext({ baseURL }));
  const responsibility = await portal.giveResponsibility('priya.raman', {
    role: 'data-steward',
    subject: 'user:default/leila.rahimi',
    resource: 'resource:default/route-profitability',
  });
  const steward = await visit(browser, 'George Whitfield', fuelHedges);
  const admin = await visit(browser, 'Priya Raman', '/dataset-access/policies');

  await test.step('the steward may read about a dataset of Finance, not write', async () => {
    await steward
      .getByRole('button', { name: /^What you may do here/ })
      .click();
    await expect(capabilities(steward)).not.toHaveCount(0);
    await expect(capability(steward)).toBeHidden();
  });

  await test.step('the administrator writes a policy and sees who gains what', async () => {
    const editor = new PolicyEditor(admin);
    await admin.getByRole('link', { name: 'New policy' }).click();
    await editor.describe(POLICY, 'Who knows the books describes them.');
    await editor.goOn();
    await editor.limitToDomain('Finance');
    await editor.choosePrivilege(PRIVILEGE);
    await editor.goOn();
    await editor.addActor('Finance data stewards');
    await editor.addStewards('Data steward');
    await editor.goOn();

    const gains = admin.getByRole('list', { name: '2 people gain' });
    await expect(gains).toContainText(
      /George Whitfield\s*Edit description on \d\d entities/,
    );
    await expect(gains).toContainText(
      /Leila Rahimi\s*Edit description on 1 entity: Route profitability/,
    );
    await expect(admin.getByText(/ lose/)).toBeHidden();
    await expect(capability(steward)).toBeHidden();
    await editor.save();
    await expect(title(admin)).toHaveText(POLICY);
  });

  await test.step('the steward has the capability on the page that is open', async () => {
    await expect(capability(steward)).toBeVisible(LIVE);
  });

  const asked = await visit(
    browser,
    'George Whitfield',
    '/dataset-access/explain',
  );
  await test.step('the explanation says yes, and through which policy', async () => {
    await askAboutMyself(asked, {
      privilege: PRIVILEGE,
      entity: 'Fuel hedges',
    });
    await expect(title(asked)).toHaveText(
      `Yes, George Whitfield holds “${PRIVILEGE}” on Fuel hedges.`,
    );
    await expect(stations(asked)).toHaveText([
      'Person George Whitfield',
      'Group Finance data stewards',
      `Policy ${POLICY}`,
      'Entity Fuel hedges',
    ]);
  });

  await test.step('the administrator deactivates the policy and sees who loses what', async () => {
    await admin.getByRole('button', { name: 'Deactivate' }).click();
    const dialog = admin.getByRole('dialog');
    await expect(
      dialog.getByRole('list', { name: '2 people lose' }),
    ).toContainText('George Whitfield');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await expect(admin.getByText('Inactive')).toBeVisible();
  });

  await test.step('the capability is gone from the page that is open', async () => {
    await expect(capability(steward)).toBeHidden(LIVE);
    await expect(capabilities(steward)).not.toHaveCount(0);
  });

  await test.step('the explanation says no, and what to do', async () => {
    await expect(title(asked)).toHaveText(
      `No, George Whitfield does not hold “${PRIVILEGE}” on Fuel hedges.`,
      LIVE,
    );
    await expect(
      asked.getByText(
        'Ask the owner of the entity, or an administrator of this portal, to give it.',
      ),
    ).toBeVisible();
  });

  await test.step('the administrator is told what comes close', async () => {
    const question = new URLSearchParams({
      subject: 'user:default/george.whitfield',
      privilege: 'metadata.edit-description',
      resource: 'resource:default/fuel-hedges',
    });
    await admin.goto(`/dataset-access/explain?${question}`);
    const close = admin.getByRole('list', { name: 'What comes close' });
    await expect(close).toContainText(
      `Policy ${POLICY} would give it, but is inactive`,
    );
    await close.getByRole('link', { name: POLICY }).click();
    await expect(title(admin)).toHaveText(POLICY);
  });

  await test.step('the administrator deletes the policy', async () => {
    await admin.getByRole('button', { name: 'Delete' }).click();
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(
      admin.getByRole('heading', { name: 'Policies', level: 1 }),
    ).toBeAttached();
    await expect(admin.getByRole('rowheader').first()).toBeVisible();
    await expect(admin.getByRole('rowheader', { name: POLICY })).toBeHidden();
    await portal.removeResponsibility('priya.raman', responsibility);
  });
  for (const page of [steward, asked, admin]) {
    await page.context().close();
  }
});

test('an administrator gives the role Reader to three people and a group at once', async ({
  browser,
}) => {
  const chosen = [
    'Carmen Ortiz',
    'Ewan MacLeod',
    'Leila Rahimi',
    'People analytics',
  ];
  const page = await visit(browser, 'Priya Raman', '/dataset-access/roles');
  const dialog = page.getByRole('dialog');
  const members = page.getByRole('rowheader');
  await page
    .getByRole('rowheader', { name: 'Reader', exact: false })
    .first()
    .click();
  await expect(page.getByText('Nobody holds this role')).toBeVisible();

  await test.step('what would happen to each is shown first', async () => {
    await page.getByRole('button', { name: 'Add people' }).click();
    for (const name of chosen) {
      await pickPrincipal(page, /Who gets the role\?/, name);
    }
    await dialog.getByRole('button', { name: 'Check what happens' }).click();
    await expect(outcomes(page, 'What would happen')).toHaveText(
      chosen.map(name => new RegExp(`${name}.*Gets the role`)),
    );
  });

  await test.step('each is answered for, and is a member', async () => {
    await dialog.getByRole('button', { name: 'Give the role' }).click();
    await expect(outcomes(page, 'What became of it')).toHaveText(
      chosen.map(name => new RegExp(`${name}.*Has the role now`)),
    );
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(members).toHaveCount(chosen.length);
    for (const name of chosen) {
      await expect(members.filter({ hasText: name })).toBeVisible();
    }
  });

  await test.step('it can be taken from all of them again', async () => {
    await page
      .getByRole('columnheader')
      .first()
      .locator('label:has(input[type=checkbox])')
      .click();
    await expect(page.getByText('4 chosen')).toBeVisible();
    await page.getByRole('button', { name: 'Take the role away' }).click();
    await dialog.getByRole('button', { name: 'Take the role away' }).click();
    await expect(outcomes(page, 'What became of it')).toHaveText(
      Array(4).fill(/No longer has the role/),
    );
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByText('Nobody holds this role')).toBeVisible();
  });
  await page.context().close();
});

/** The first heading of what the portal's frame holds. */
function title(page: Page) {
  return page.getByRole('main').getByRole('heading', { level: 1 });
}

/** What one may do with the dataset of the page, once that is unfolded. */
function capabilities(page: Page) {
  return page
    .getByRole('list', { name: /^What you may do here/ })
    .getByRole('listitem');
}

function capability(page: Page) {
  return capabilities(page).filter({ hasText: PRIVILEGE });
}

/** The one path of the answer, station by station. */
function stations(page: Page) {
  return page
    .getByRole('list', { name: 'Every reason, from them to what they may do' })
    .getByRole('list')
    .getByRole('listitem');
}

function outcomes(page: Page, list: string) {
  return page.getByRole('list', { name: list }).getByRole('listitem');
}

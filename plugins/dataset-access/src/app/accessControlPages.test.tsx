import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import {
  aResponsibility,
  MemoryResponsibilities,
} from '../__testUtils__/MemoryResponsibilities';
import { MemoryRoles } from '../__testUtils__/MemoryRoles';
import { BOB, entities, entity } from '../__testUtils__/people';
import { AccessControlApi, portalApis } from '../__testUtils__/portalApis';
import plugin from '../index';
import { explainPage } from './explainPages';
import { responsibilitiesCard } from './responsibilityExtensions';
import { rolesPage } from './rolePages';

const SALES = 'system:default/sales';

/** The portal that an app makes of the catalog and our plugin. */
function openPortal(path: string, accessControl: Partial<AccessControlApi>) {
  renderTestApp({
    features: [
      catalogPlugin,
      plugin.withOverrides({
        extensions: [rolesPage, explainPage, responsibilitiesCard],
      }),
    ],
    initialRouteEntries: [path],
    apis: [
      ...portalApis({
        backend: new MemoryDatasetAccess(BOB),
        accessControl,
        entities: [...entities, entity('System', SALES)],
      }),
      mockApis.permission(),
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
    ],
  });
  return userEvent.setup();
}

it('the page has roles and explanations, each a tab away (design §11)', async () => {
  const user = openPortal('/dataset-access/roles', new MemoryRoles(BOB));
  expect(await screen.findByText('Data curator')).toBeVisible();

  await user.click(screen.getByRole('tab', { name: 'Explain' }));

  expect(await screen.findByText('Ask a question')).toBeVisible();
});

it('opens a role from a link', async () => {
  openPortal('/dataset-access/roles/editor', new MemoryRoles(BOB));

  expect(await screen.findByRole('heading', { name: 'Editor' })).toBeVisible();
});

it.each([
  ['a dataset', '/catalog/default/resource/orders', 'resource:default/orders'],
  ['a system', '/catalog/default/system/sales', SALES],
])('the page of %s says who answers for it', async (_, path, resource) => {
  openPortal(
    path,
    new MemoryResponsibilities(BOB, [aResponsibility({ resource })]),
  );

  expect(
    await screen.findByRole('heading', { name: 'Responsibilities' }),
  ).toBeVisible();
  expect(screen.getByText('Data steward')).toBeVisible();
});

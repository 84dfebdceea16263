import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDomainGrant, withDomains } from '../__testUtils__/domains';
import { MemoryDatasetAccess } from '../__testUtils__/MemoryDatasetAccess';
import { MemoryDomains } from '../__testUtils__/MemoryDomains';
import { DAN } from '../__testUtils__/people';
import { portalApis } from '../__testUtils__/portalApis';
import plugin from '../index';

/** The portal that an app makes of the catalog and our plugin, in which the analysts have the airline. */
function openPortal(path: string) {
  renderTestApp({
    features: [catalogPlugin, plugin],
    initialRouteEntries: [path],
    apis: [
      ...portalApis({
        backend: new MemoryDatasetAccess(DAN),
        domainAccess: new MemoryDomains(DAN, [aDomainGrant()]),
        entities: withDomains,
      }),
      mockApis.permission(),
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
    ],
  });
  return userEvent.setup();
}

it('the page of a domain has a tab that says who has access, and shares it (design §11)', async () => {
  const user = openPortal('/catalog/default/domain/airline');

  await user.click(await screen.findByRole('link', { name: 'Access' }));

  expect(
    await screen.findByRole('rowheader', { name: 'Analysts' }),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Provide access' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Domains' })).toBeNull();
});

it('the page of a group has a tab with its domains, a toggle each (design §11)', async () => {
  const user = openPortal('/catalog/default/group/analysts');

  await user.click(await screen.findByRole('link', { name: 'Domains' }));

  expect(
    await screen.findByRole('switch', { name: 'Datasets of Airline' }),
  ).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Access' })).toBeNull();
});

it.each([
  ['domain/airline/access', 'Who has access'],
  ['group/analysts/domains', 'Domains of this group'],
])('a link can lead to %s', async (path, heading) => {
  openPortal(`/catalog/default/${path}`);

  expect(await screen.findByRole('heading', { name: heading })).toBeVisible();
});

it('the page of a dataset has a tab with its grants (design §11)', async () => {
  const user = openPortal('/catalog/default/resource/orders');

  await user.click(await screen.findByRole('link', { name: 'Access' }));

  expect(
    await screen.findByRole('heading', { name: 'Grants of this dataset' }),
  ).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Domains' })).toBeNull();
});

it.each(['user/ana'])('there is no such tab on the page of %s', async path => {
  openPortal(`/catalog/default/${path}`);
  await screen.findByRole('button', { name: 'More actions' });

  expect(screen.queryByRole('link', { name: /^(Access|Domains)$/ })).toBeNull();
});

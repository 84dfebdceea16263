import type { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryDatasetAccess } from './__testUtils__/MemoryDatasetAccess';
import { MemoryReviews } from './__testUtils__/MemoryReviews';
import { MemoryGrants } from './__testUtils__/MemoryGrants';
import { ANA, entities, entity, PRODUCTS } from './__testUtils__/people';
import { portalApis } from './__testUtils__/portalApis';
import { aRequest } from './__testUtils__/requests';
import plugin from './index';

const website = entity('Component', 'component:default/website', {
  spec: { type: 'website' },
});
const api = entity('API', PRODUCTS, { spec: { type: 'openapi' } });
const inPortal = [...entities, website];

const noReviews = () => {
  const backend = new MemoryReviews(ANA, []);
  backend.reviews = 0;
  return backend;
};

/** The portal that an app makes of the catalog and our plugin. */
function openPortal(path: string, requests = [aRequest()]) {
  renderTestApp({
    features: [catalogPlugin, plugin],
    initialRouteEntries: [path],
    apis: [
      ...portalApis({
        backend: new MemoryDatasetAccess(ANA, requests),
        grantAccess: new MemoryGrants(ANA),
        reviewAccess: noReviews(),
        entities: inPortal,
      }),
      mockApis.permission(),
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
    ],
  });
  return userEvent.setup();
}

describe('the pages', () => {
  it('has one for the inbox and one for own requests, each a tab away (design §11)', async () => {
    const user = openPortal('/dataset-access/inbox');
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();

    await user.click(screen.getByRole('tab', { name: 'My requests' }));

    expect(await screen.findByText('Customer orders')).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Inbox' })).toBeVisible();
  });

  it.each([
    ['My access', 'You hold no access by request'],
    ['Tasks', 'Nothing to do by hand'],
    ['Drift', 'The sources allow what they should.'],
    ['Reviews', 'No access reviews'],
  ])('has one for %s, a tab away (design §11)', async (tab, words) => {
    const user = openPortal('/dataset-access/inbox', []);

    await user.click(await screen.findByRole('tab', { name: tab }));

    expect(await screen.findByText(words)).toBeVisible();
  });

  it.each(['inbox', 'requests'])(
    'opens a request from a link to the %s',
    async list => {
      openPortal(`/dataset-access/${list}/request-1`);

      expect(await screen.findByText('Quarterly revenue report')).toBeVisible();
    },
  );
});

describe('what entity pages get', () => {
  const { filterFunction } = EntityContextMenuItemBlueprint.dataRefs;

  it.each([
    'entity-card:dataset-access/your-access',
    'entity-context-menu-item:dataset-access/request-access',
    'entity-icon-link:dataset-access/request-access',
  ] as const)('%s is for datasets only', id => {
    const shownOn = (one: Entity, dataset: object = {}) =>
      createExtensionTester(plugin.getExtension(id), {
        apis: [mockApis.config({ data: { datasetAccess: { dataset } } })],
      }).get(filterFunction)!(one);
    const filter = { kind: 'Component' };

    expect(entities.map(one => shownOn(one))).toEqual(
      entities.map(({ spec }) => spec?.type === 'dataset'),
    );
    expect([website, api].map(one => shownOn(one))).toEqual([false, false]);
    expect(
      [website, api, ...entities].filter(one => shownOn(one, { filter })),
    ).toEqual([website]);
  });

  it('is a card, a link beside the facts, and a menu item that opens the dialog (S0.1)', async () => {
    const user = openPortal('/catalog/default/resource/orders');

    expect(
      await screen.findByRole('heading', { name: 'Your access' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Request access' }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(
      within(await screen.findByRole('menu')).getByRole('menuitem', {
        name: 'Request access',
      }),
    );

    expect(
      await screen.findByRole('dialog', { name: 'Request Dataset Access' }),
    ).toBeVisible();
  });

  it('is nothing where there is no dataset', async () => {
    const user = openPortal('/catalog/default/component/website');
    await user.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    await screen.findByRole('menu');

    expect(screen.queryByText('Request access')).toBeNull();
    expect(screen.queryByText('Your access')).toBeNull();
  });
});

it('asks the backend plugin by its id, with the fetch of the portal', async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async url => {
    asked.push(String(url));
    return new Response(JSON.stringify({ items: [] }), {
      headers: { 'content-type': 'application/json' },
    });
  };

  renderTestApp({
    features: [plugin],
    initialRouteEntries: ['/dataset-access/requests'],
    apis: [mockApis.fetch({ baseImplementation: fetch })],
  });
  await screen.findByText('No requests');

  expect(asked).toEqual([
    'plugin://dataset-access/v1/requests?view=mine&sort=-created&limit=25',
  ]);
});

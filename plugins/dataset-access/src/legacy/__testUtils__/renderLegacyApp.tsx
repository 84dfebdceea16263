import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  createApiFactory,
  fetchApiRef,
  useApiHolder,
} from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { MockPermissionApi } from '@backstage/test-utils';
import { configure, render } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import {
  MemoryRouter,
  Route,
  useLocation,
  useNavigate,
} from 'react-router-dom';
import {
  canBeAnsweredFor,
  DatasetAccessPage,
  EntityDatasetGrantsContent,
  EntityDomainAccessContent,
  EntityGroupDomainsContent,
  EntityResponsibilitiesCard,
  EntityYourAccessCard,
  isDataset,
  useRequestAccessContextMenuItem,
} from '..';
import { entities } from './catalog';
import { InMemoryBackend } from './InMemoryBackend';

// extensions load when they are first shown, which takes its time with all of the catalog behind them
configure({ asyncUtilTimeout: 20_000 });

/** As an adopter writes it: what draws the layout asks for the menu item, and puts the dialog beside it. */
function EntityPage() {
  const { extraContextMenuItems, dialog } = useRequestAccessContextMenuItem();
  const apis = useApiHolder();
  return (
    <>
      <EntityLayout UNSTABLE_extraContextMenuItems={extraContextMenuItems}>
        <EntityLayout.Route path="/" title="Overview">
          <>
            <p>Everything about it</p>
            <EntitySwitch>
              <EntitySwitch.Case if={isDataset}>
                <EntityYourAccessCard />
              </EntitySwitch.Case>
            </EntitySwitch>
            <EntitySwitch>
              <EntitySwitch.Case if={canBeAnsweredFor}>
                <EntityResponsibilitiesCard />
              </EntitySwitch.Case>
            </EntitySwitch>
          </>
        </EntityLayout.Route>
        <EntityLayout.Route path="/access" title="Access" if={isKind('domain')}>
          <EntityDomainAccessContent />
        </EntityLayout.Route>
        <EntityLayout.Route
          path="/grants"
          title="Grants"
          if={entity => isDataset(entity, { apis })}
        >
          <EntityDatasetGrantsContent />
        </EntityLayout.Route>
        <EntityLayout.Route
          path="/domains"
          title="Domains"
          if={isKind('group')}
        >
          <EntityGroupDomainsContent />
        </EntityLayout.Route>
      </EntityLayout>
      {dialog}
    </>
  );
}

/** What a browser has around an app. */
function Browser() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="Address">{pathname}</output>
      <button onClick={() => navigate(-1)}>Go back</button>
    </>
  );
}

/** An app of the old frontend system with the catalog and ours, at an address. */
export function renderLegacyApp(
  path: string,
  options: { backend?: InMemoryBackend; config?: object } = {},
): InMemoryBackend {
  const { backend = new InMemoryBackend(), config = {} } = options;
  const app = createApp({
    apis: [
      createApiFactory(fetchApiRef, backend),
      createApiFactory(catalogApiRef, catalogApiMock({ entities })),
      createApiFactory(permissionApiRef, new MockPermissionApi()),
    ],
    components: {
      Router: ({ children }: PropsWithChildren<{}>) => (
        <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>
      ),
    },
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Portal', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          ...config,
        },
      },
    ],
  });
  const Root = app.createRoot(
    <AppRouter>
      <Browser />
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          <EntityPage />
        </Route>
        <Route path="/dataset-access" element={<DatasetAccessPage />} />
      </FlatRoutes>
    </AppRouter>,
  );
  render(<Root />);
  return backend;
}

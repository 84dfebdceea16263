import type { FrontendFeature } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { configure, screen } from '@testing-library/react';
import datasetAccessPlugin, {
  datasetAccessApiRef,
} from 'backstage-plugin-dataset-access';
import catalogModule from '..';
import { entities } from './catalog';
import { ticketsPlugin } from './ticketsPlugin';

type Client = typeof datasetAccessApiRef.T;
type Situation = Awaited<ReturnType<Client['getDatasetAccess']>>;

type AppConfig = NonNullable<
  NonNullable<Parameters<typeof renderTestApp>[0]>['config']
>;

// the whole catalog loads when its first page is shown
configure({ asyncUtilTimeout: 20_000 });

/** A dataset that anybody may ask for. */
const situation: Omit<Situation, 'dataset'> = {
  request: { allowed: true },
  approvers: [{ ref: 'group:default/logistics', via: 'owner' }],
  trail: [],
  form: {
    reason: { minLength: 10, maxLength: 2000 },
    levels: ['read-only'],
    defaultLevel: 'read-only',
    durations: ['P30D'],
    indefiniteAllowed: false,
  },
  access: { paths: [] },
  openRequests: [],
  openForOthers: [],
  settingUp: [],
  can: { decide: false, privileges: [] },
};

export interface Portal {
  /** `app.extensions` of app-config. */
  extensions?: AppConfig[];
  /** The rest of app-config. */
  config?: AppConfig;
  /** Installed before ours. */
  features?: FrontendFeature[];
  /** Takes the place of the catalog with our entities. */
  catalog?: ReturnType<typeof catalogApiMock>;
}

/** A portal of the new frontend system with the real catalog, ours and a plugin of others. Returns what it asked about. */
export function renderPortal(path: string, portal: Portal = {}): string[] {
  const { extensions = [], features = [], config } = portal;
  const asked: string[] = [];
  const getDatasetAccess: Client['getDatasetAccess'] = async ref => {
    asked.push(ref);
    return { ...situation, dataset: { ref, title: ref } };
  };
  renderTestApp({
    features: [
      catalogPlugin,
      ...features,
      datasetAccessPlugin,
      catalogModule,
      ticketsPlugin,
    ],
    config: {
      app: { baseUrl: 'http://localhost', extensions },
      backend: { baseUrl: 'http://localhost' },
      ...config,
    },
    initialRouteEntries: [path],
    apis: [
      portal.catalog ?? catalogApiMock({ entities }),
      mockApis.permission(),
      mockApis.identity(),
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      [datasetAccessApiRef, { getDatasetAccess }],
    ],
  });
  return asked;
}

/** The same, at the page of an entity. */
export async function openEntityPage(
  path: string,
  portal?: Portal,
): Promise<string[]> {
  const asked = renderPortal(`/catalog/default/${path}`, portal);
  await screen.findByRole('main');
  return asked;
}

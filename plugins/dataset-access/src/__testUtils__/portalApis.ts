import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  defaultEntityPresentation,
  EntityPresentationApi,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  datasetAccessApiRef,
  queryClientApiFactory,
  queryClientApiRef,
} from '../api/datasetAccessApi';
import type { MemoryDatasetAccess } from './MemoryDatasetAccess';
import { MemorySignals } from './MemorySignals';
import { entities as people } from './people';

export interface PortalParts {
  /** The backend, with its user signed in. */
  backend: MemoryDatasetAccess;
  /** What is in the catalog. */
  entities?: Entity[];
  catalog?: ReturnType<typeof catalogApiMock>;
  signals?: MemorySignals;
}

/** What a portal gives to our plugin. */
export function portalApis(parts: PortalParts) {
  const { backend, entities = people, signals = new MemorySignals() } = parts;
  const { catalog = catalogApiMock({ entities }) } = parts;
  return [
    catalog,
    mockApis.identity({ userEntityRef: backend.me }),
    [datasetAccessApiRef, backend],
    [queryClientApiRef, impatientQueryClient()],
    [entityPresentationApiRef, displayNames(entities)],
    [signalApiRef, signals],
  ] as const;
}

/** The plugin's own, without the wait before it tries again. */
function impatientQueryClient() {
  const client = queryClientApiFactory.factory({});
  const { queries } = client.getDefaultOptions();
  client.setDefaultOptions({ queries: { ...queries, retryDelay: 0 } });
  return client;
}

/** Names from the first moment on, where a portal loads them first. */
function displayNames(entities: Entity[]): EntityPresentationApi {
  const byRef = new Map(entities.map(one => [stringifyEntityRef(one), one]));
  return {
    forEntity(entityOrRef, context) {
      const known =
        typeof entityOrRef === 'string' ? byRef.get(entityOrRef) : undefined;
      const snapshot = defaultEntityPresentation(known ?? entityOrRef, context);
      return { snapshot, promise: Promise.resolve(snapshot) };
    },
  };
}

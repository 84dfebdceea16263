import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  defaultEntityPresentation,
  EntityPresentationApi,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type {
  AccessControlClient,
  DomainAccessClient,
  EmergencyClient,
  GrantClient,
  ReviewClient,
} from 'backstage-plugin-dataset-access-common';
import { accessControlApiRef } from '../api/accessControlApi';
import {
  datasetAccessApiRef,
  queryClientApiFactory,
  queryClientApiRef,
} from '../api/datasetAccessApi';
import { domainAccessApiRef } from '../api/domainAccessApi';
import { emergencyApiRef } from '../api/emergencyApi';
import { grantApiRef } from '../api/grantApi';
import { reviewApiRef } from '../api/reviewApi';
import type { MemoryDatasetAccess } from './MemoryDatasetAccess';
import { MemorySignals } from './MemorySignals';
import { entities as people } from './people';

/** What the client for administrators offers, without what it keeps to itself. */
export type AccessControlApi = Pick<
  AccessControlClient,
  keyof AccessControlClient
>;

/** What the client for sharing domains offers. */
export type DomainAccessApi = Pick<
  DomainAccessClient,
  keyof DomainAccessClient
>;

/** What the client for the life of grants offers. */
export type GrantApi = Pick<GrantClient, keyof GrantClient>;

/** What the client for access reviews offers. */
export type ReviewApi = Pick<ReviewClient, keyof ReviewClient>;

/** What the client for emergencies offers. */
export type EmergencyApi = Pick<EmergencyClient, keyof EmergencyClient>;

export interface PortalParts {
  /** The backend, with its user signed in. */
  backend: MemoryDatasetAccess;
  /** The part of it that administrators use; as much of that as is needed. */
  accessControl?: Partial<AccessControlApi>;
  /** The part of it that shares domains. */
  domainAccess?: Partial<DomainAccessApi>;
  /** The part of it that grants are looked after with. */
  grantAccess?: Partial<GrantApi>;
  /** The part of it that asks whether access is still needed. */
  reviewAccess?: Partial<ReviewApi>;
  /** The part of it that emergency access is taken and reviewed with. */
  emergencyAccess?: Partial<EmergencyApi>;
  /** What is in the catalog. */
  entities?: Entity[];
  catalog?: ReturnType<typeof catalogApiMock>;
  signals?: MemorySignals;
}

/** What a portal gives to our plugin. */
export function portalApis(parts: PortalParts) {
  const { backend, entities = people, signals = new MemorySignals() } = parts;
  const { catalog = catalogApiMock({ entities }), accessControl = {} } = parts;
  const { domainAccess = {}, grantAccess = {}, reviewAccess = {} } = parts;
  const { emergencyAccess = { listEmergencies: async () => ({ items: [] }) } } =
    parts;
  return [
    catalog,
    mockApis.identity({ userEntityRef: backend.me }),
    [datasetAccessApiRef, backend],
    [accessControlApiRef, accessControl],
    [domainAccessApiRef, domainAccess],
    [grantApiRef, grantAccess],
    [reviewApiRef, reviewAccess],
    [emergencyApiRef, emergencyAccess],
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

import {
  ChangeHistory,
  Policy,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { PrivilegeInfo } from '../policies/words/privilegeAreas';
import { BOB, DAN, entities, entity, STEWARDS } from './people';
import { daysFromNow } from './requests';

export const FINANCE = 'domain:default/finance';
export const EDIT_DESCRIPTION = 'metadata.edit-description';
export const EDIT_TAGS = 'metadata.edit-tags';
export const EDIT_ANYTHING = 'metadata.edit-entity';
export const SEE_CATALOG = 'catalog.entity.read';
export const MANAGE_POLICIES = 'dataset-access.policy.manage';
export const VIEW_ANALYTICS = 'platform.view-analytics';

/** The people and datasets of all tests, and a domain. */
export const catalogWithDomain = [
  ...entities,
  entity('Domain', FINANCE, { title: 'Finance' }),
];

const registry = new PrivilegeRegistry();

/** Some of the privileges that the product ships, as the API shows them. */
export const privileges: PrivilegeInfo[] = [
  'dataset-access.request.create',
  MANAGE_POLICIES,
  SEE_CATALOG,
  VIEW_ANALYTICS,
  EDIT_DESCRIPTION,
  EDIT_TAGS,
  EDIT_ANYTHING,
].map(name => JSON.parse(JSON.stringify(registry.get(name))));

/** The stewards may edit descriptions in the domain Finance; Dan wrote it, Bob changed it. */
export function aPolicy(facts: Partial<Policy> = {}): Policy {
  return {
    id: 'finance-docs',
    name: 'Edit documentation: Finance stewards',
    description: 'Keeps the documentation of Finance in good hands.',
    type: 'metadata',
    state: 'active',
    origin: 'custom',
    editable: true,
    privileges: [EDIT_DESCRIPTION],
    actors: { groups: [STEWARDS] },
    resources: [{ field: 'domain', operator: 'equals', values: [FINANCE] }],
    version: 3,
    createdAt: daysFromNow(-9),
    createdBy: DAN,
    updatedAt: daysFromNow(-2),
    updatedBy: BOB,
    ...facts,
  };
}

/** For the people whom app-config names; nobody can change it here. */
export function theSuperusers(facts: Partial<Policy> = {}): Policy {
  return aPolicy({
    id: 'superusers-platform',
    name: 'Superusers: platform',
    description: undefined,
    type: 'platform',
    origin: 'superusers',
    source: 'app-config: datasetAccess.superusers',
    editable: false,
    privileges: [MANAGE_POLICIES, VIEW_ANALYTICS],
    actors: { users: [DAN] },
    resources: [],
    version: 1,
    createdBy: undefined,
    updatedBy: undefined,
    updatedAt: daysFromNow(-9),
    ...facts,
  });
}

/** A default that can be changed, switched off. */
export function allSeeTheCatalog(facts: Partial<Policy> = {}): Policy {
  return aPolicy({
    id: 'all-see-catalog',
    name: 'All users may see the catalog',
    description: undefined,
    state: 'inactive',
    origin: 'default',
    privileges: [SEE_CATALOG],
    actors: { allUsers: true },
    resources: [],
    version: 1,
    createdBy: undefined,
    updatedBy: undefined,
    updatedAt: daysFromNow(-5),
    ...facts,
  });
}

/** What the history keeps of a policy. */
export function contentOf(policy: Policy): Record<string, unknown> {
  const { name, description, type, state } = policy;
  const { privileges: gives, actors, resources } = policy;
  return {
    name,
    description,
    type,
    state,
    privileges: gives,
    actors,
    resources,
  };
}

/** A history in which nothing was tampered with. */
export function history(...items: ChangeHistory['items']): ChangeHistory {
  return { items, intact: true };
}

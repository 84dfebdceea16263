import { mockServices } from '@backstage/backend-test-utils';
import { PrivilegeRegistry } from 'backstage-plugin-dataset-access-common';
import { DatabaseChanges } from '../changes/DatabaseChanges';
import { CatalogFacts } from '../decisions/CatalogFacts';
import {
  DecisionIndexKeeper,
  DecisionIndexKeeperOptions,
} from '../decisions/DecisionIndexKeeper';
import { DatabaseDomainGrantStore } from '../domains/DatabaseDomainGrantStore';
import { DatabaseSnapshotStore } from '../domains/DatabaseSnapshotStore';
import { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import { DatabasePolicyStore } from '../policies/DatabasePolicyStore';
import { DatabaseResponsibilityStore } from '../responsibilities/DatabaseResponsibilityStore';
import { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import { silentLogger } from './silentServices';
import { testConfig } from './testDirectory';
import type { TestProduct } from './TestProduct';

/** The keeper of another replica on the database of a product, with its catalog and its clock. Not started. */
export function testKeeper(
  { knex, catalog, clock }: TestProduct,
  options: Partial<DecisionIndexKeeperOptions> = {},
): DecisionIndexKeeper {
  const config = testConfig();
  return new DecisionIndexKeeper({
    changes: new DatabaseChanges(knex),
    policies: new DatabasePolicyStore(knex),
    roles: new DatabaseRoleStore(knex),
    responsibilities: new DatabaseResponsibilityStore(knex),
    grants: new DatabaseGrantStore(knex),
    domainGrants: new DatabaseDomainGrantStore(knex),
    snapshots: new DatabaseSnapshotStore(knex),
    catalogFacts: new CatalogFacts({
      catalog: catalog.service,
      auth: mockServices.auth(),
      config,
    }),
    privileges: new PrivilegeRegistry(),
    config,
    clock,
    logger: silentLogger,
    ...options,
  });
}

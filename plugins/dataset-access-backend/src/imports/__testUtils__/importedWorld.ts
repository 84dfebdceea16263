import {
  DecisionIndex,
  isDatasetAccessError,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import { testConfig } from '../../__testUtils__/testDirectory';
import { PolicyDraftReader } from '../../policies/PolicyDraftReader';
import type { ParsedImport } from '../ImportSource';

/** A small portal. */
export const people = [
  { ref: 'user:default/ana', groups: ['group:default/sales'] },
  { ref: 'user:default/bob', groups: ['group:default/stewards'] },
  { ref: 'user:default/eve', groups: [] },
  { ref: 'group:default/sales', groups: [] },
  { ref: 'group:default/stewards', groups: [] },
];

const config = testConfig();

const none = { owners: [], domains: [], tags: [] };

export const resources = [
  {
    ref: 'resource:default/orders',
    type: 'dataset',
    owners: ['group:default/sales'],
    domains: ['domain:default/invoices'],
    tags: ['pii'],
  },
  {
    ref: 'api:default/products',
    type: 'dataset',
    owners: ['user:default/ana'],
    domains: ['domain:default/hr'],
    tags: ['pii-strict'],
  },
  {
    ...none,
    ref: 'component:default/website',
    type: 'website',
    owners: ['group:default/stewards'],
  },
  { ...none, ref: 'domain:default/finance', owners: ['user:default/bob'] },
  {
    ...none,
    ref: 'domain:default/invoices',
    domains: ['domain:default/finance'],
  },
  { ...none, ref: 'domain:default/hr' },
  { ...none, ref: 'user:default/ana' },
  { ...none, ref: 'group:default/sales', type: 'team' },
];

export const users = people
  .map(({ ref }) => ref)
  .filter(ref => ref.startsWith('user:'));

/**
 * The index of this portal when nothing holds in it but an import.
 *
 * @param holders - who holds which role beside
 */
export function importedIndex(
  { policies, bindings }: ParsedImport,
  privileges: PrivilegeRegistry,
  holders: ReadonlyArray<{ role: string; subject: string }> = [],
): DecisionIndex {
  const reader = new PolicyDraftReader({ privileges, config });
  const held = [...bindings, ...holders];
  return DecisionIndex.of(
    {
      rules: policies.flatMap(({ policy }, at) => {
        try {
          return { ...reader.read(policy), id: `${at}`, origin: 'policy' };
        } catch (error) {
          if (isDatasetAccessError(error)) {
            return []; // an import leaves it out
          }
          throw error;
        }
      }),
      roleBindings: held.map(({ role, subject }, at) => ({
        id: `${at}`,
        role,
        subject,
      })),
      people,
      resources: resources.map(one => ({ ...one, labels: {} })),
    },
    { implied: name => privileges.implied(name) },
  );
}

/** A privilege with all that follows from it. */
export function withImplied(
  privileges: PrivilegeRegistry,
  name: string,
): string[] {
  return [
    name,
    ...privileges
      .implied(name)
      .flatMap(implied => withImplied(privileges, implied)),
  ];
}

import type { RuleFacts } from '../decisions/AccessFacts';
import { DecisionIndex } from '../decisions/DecisionIndex';
import { privilegeTitled } from '../privileges/__testUtils__/dataHubPrivilegeTitles';
import { PrivilegeRegistry } from '../privileges/privilegeRegistry';
import {
  cloudMetadataRows,
  cloudPlatformRows,
  metadataRows,
  platformRows,
} from './__testUtils__/dataHubRoleTables';
import type { ShippedPolicy } from './ShippedRole';
import { shippedPolicies } from './shippedPolicies';
import { shippedRoles } from './shippedRoles';

const NOW = Date.UTC(2031, 0, 15);
const DATASET = 'resource:default/invoices';
const GROUP = 'group:default/finance';

const registry = new PrivilegeRegistry();
const roles = shippedRoles(registry);
const role = (id: string) => roles.find(one => one.id === id)!;
const rule = (policy: ShippedPolicy): RuleFacts => ({
  origin: 'policy',
  ...policy,
});

/**
 * The policies behind the roles and, of the others, the one that belongs to a role: what everybody may do would hide what a
 * role lacks.
 */
const rules = [
  ...roles.flatMap(({ policies }) => policies),
  ...shippedPolicies.filter(({ actors }) => actors.roles),
].map(rule);

/** One user for every role, named after it, and one without any. */
const people = [...roles.map(({ id }) => id), 'nobody'];
const index = DecisionIndex.of(
  {
    rules,
    people: people.map(name => ({ ref: `user:default/${name}`, groups: [] })),
    roleBindings: roles.map(({ id }) => ({
      id: `binding-${id}`,
      role: id,
      subject: `user:default/${id}`,
    })),
    resources: [
      { ref: DATASET, type: 'dataset' },
      { ref: GROUP, type: 'team' },
    ].map(one => ({ ...one, owners: [], domains: [], tags: [], labels: {} })),
  },
  { implied: name => registry.implied(name) },
);
const may = (holder: string, privilege: string, resource?: string) =>
  index.check(`user:default/${holder}`, privilege, resource, NOW);

describe.each([
  ['platform privileges', undefined, platformRows],
  ['metadata privileges', DATASET, metadataRows],
  ['platform privileges of DataHub Cloud', undefined, cloudPlatformRows],
  ['metadata privileges of DataHub Cloud', DATASET, cloudMetadataRows],
])('the %s that the roles have', (_, on, rows) => {
  it.each(rows)('are the same here: %s', (title, ...expected) => {
    const { name } = privilegeTitled(title)!;

    expect(['admin', 'editor', 'reader'].map(id => may(id, name, on))).toEqual(
      expected,
    );
    expect(may('nobody', name, on)).toBe(false);
  });
});

describe('beside what the tables of DataHub list', () => {
  const listed = new Set(
    [
      ...platformRows,
      ...metadataRows,
      ...cloudPlatformRows,
      ...cloudMetadataRows,
    ].map(([title]) => privilegeTitled(title)!.name),
  );
  const others = registry
    .all()
    .map(({ name }) => name)
    .filter(name => !listed.has(name));
  const heldBy = (id: string) =>
    others.filter(name => may(id, name, DATASET)).sort();

  it('admins hold everything there is, in all areas, but the data of others', () => {
    expect(heldBy('admin')).toEqual(
      others.filter(name => !/\.level\./.test(name)).sort(),
    );
    expect(others).toEqual(
      expect.arrayContaining([
        'dataset-access.policy.escalate',
        'dataset-access.request.decide-any',
        'dataops.admin',
        'scaffolder.task.create',
      ]),
    );
  });

  it('readers may ask for access and see where entities come from', () => {
    expect(heldBy('reader')).toEqual([
      'catalog.location.read',
      'dataset-access.request.create',
    ]);
  });

  it('editors may in addition do what follows from editing and managing', () => {
    expect(heldBy('editor')).toEqual([
      'catalog.entity.refresh',
      'catalog.location.read',
      'dataset-access.request.create',
      'metadata.edit-monitors',
      'metadata.manage-all-glossary-children',
      'metadata.manage-direct-glossary-children',
      'platform.create-domains',
      'platform.create-tags',
    ]);
  });

  it('admins hold the privileges of other plugins too', () => {
    const extended = new PrivilegeRegistry([
      {
        name: 'billing.pay',
        title: 'Pay',
        description: 'Pay bills.',
        type: 'metadata',
        area: 'metadata',
        permissions: [],
      },
    ]);
    const [admin, editor] = shippedRoles(extended).map(({ policies }) =>
      policies.flatMap(({ privileges }) => privileges),
    );

    expect(admin).toContain('billing.pay');
    expect(editor).not.toContain('billing.pay');
  });
});

describe('editors', () => {
  it('edit entities, but not users and groups', () => {
    expect(may('editor', 'metadata.edit-entity', DATASET)).toBe(true);
    expect(may('editor', 'metadata.edit-entity', GROUP)).toBe(false);
    expect(may('admin', 'metadata.edit-entity', GROUP)).toBe(true);
  });
});

describe('the marketplace roles', () => {
  const privileges = [
    'agents.viewer',
    'marketplace.viewer',
    'marketplace.editor',
    'marketplace.admin',
    'dataops.editor',
    'dataops.viewer',
    'data-products.editor',
    'catalog.entity.read',
    'dataset-access.request.create',
    'dataset-access.request.read-any',
    'dataset-access.request.decide-any',
    'dataset-access.grant.read-any',
    'dataset-access.policy.read',
    'metadata.edit-tags',
  ];

  it.each([
    [
      'marketplace-consumer',
      [
        'agents.viewer',
        'marketplace.viewer',
        'catalog.entity.read',
        'dataset-access.request.create',
      ],
    ],
    [
      'marketplace-provider',
      [
        'agents.viewer',
        'marketplace.viewer',
        'marketplace.editor',
        'dataops.editor',
        'catalog.entity.read',
        'dataset-access.request.create',
      ],
    ],
    [
      'marketplace-admin',
      [
        'agents.viewer',
        'marketplace.viewer',
        'marketplace.editor',
        'marketplace.admin',
        'dataops.editor',
        'catalog.entity.read',
        'dataset-access.request.create',
        'dataset-access.request.read-any',
        'dataset-access.request.decide-any',
        'dataset-access.grant.read-any',
      ],
    ],
  ])('%s may do what is said of it and nothing else', (id, expected) => {
    expect(privileges.filter(name => may(id, name, DATASET))).toEqual(expected);
  });
});

describe('the shipped roles', () => {
  it('are three that replace each other, and three for the marketplace that do not', () => {
    expect(
      roles.map(({ id, title, exclusiveGroup }) => [id, title, exclusiveGroup]),
    ).toEqual([
      ['admin', 'Admin', 'platform'],
      ['editor', 'Editor', 'platform'],
      ['reader', 'Reader', 'platform'],
      ['marketplace-consumer', 'Marketplace consumer', undefined],
      ['marketplace-provider', 'Marketplace provider', undefined],
      ['marketplace-admin', 'Marketplace admin', undefined],
    ]);
  });

  it.each(roles.map(({ id }) => id))(
    'have one locked platform and metadata policy each, for every resource: %s',
    id => {
      expect(role(id).policies).toEqual([
        expect.objectContaining({
          id: `role-${id}-platform`,
          type: 'platform',
        }),
        expect.objectContaining({
          id: `role-${id}-metadata`,
          type: 'metadata',
        }),
      ]);
      role(id).policies.forEach(policy =>
        expect(policy).toMatchObject({
          state: 'active',
          actors: { roles: [id] },
          resources: [],
          locked: true,
        }),
      );
    },
  );
});

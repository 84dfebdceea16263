import { DecisionIndex } from '../decisions/DecisionIndex';
import { PrivilegeRegistry } from '../privileges/privilegeRegistry';
import { shippedPolicies } from './shippedPolicies';
import { shippedRoles } from './shippedRoles';

const NOW = Date.UTC(2031, 0, 15);
const OWNED = 'resource:default/invoices';
const OTHER = 'resource:default/salaries';
const OWNER = 'user:default/olga';
const STRANGER = 'user:default/sam';

const registry = new PrivilegeRegistry();
const resource = { type: 'dataset', domains: [], tags: [], labels: {} };

/** A portal in which nobody has changed anything yet: no role is held. */
const index = DecisionIndex.of(
  {
    rules: shippedPolicies.map(policy => ({ origin: 'policy', ...policy })),
    people: [
      { ref: 'group:default/finance', groups: [] },
      { ref: OWNER, groups: ['group:default/finance'] },
      { ref: STRANGER, groups: [] },
    ],
    resources: [
      { ...resource, ref: OWNED, owners: ['group:default/finance'] },
      { ...resource, ref: OTHER, owners: [] },
    ],
  },
  { implied: name => registry.implied(name) },
);
const heldBy = (subject: string, on: string) =>
  registry
    .all()
    .map(({ name }) => name)
    .filter(name => index.check(subject, name, on, NOW));

const everybody = [
  'catalog.entity.read',
  'dataset-access.request.create',
  'metadata.search-api',
  'metadata.get-aspect-entity-count-apis',
  'metadata.get-timeseries-aspect-api',
  'metadata.get-entity-and-relationships-api',
  'metadata.get-timeline-api',
  'metadata.view-dataset-usage',
  'metadata.view-dataset-profile',
];

/** What DataHub gives the owners of an asset, as its policies.json spells it. */
const assetOwners = [
  'VIEW_ENTITY_PAGE',
  'EDIT_ENTITY_TAGS',
  'EDIT_ENTITY_GLOSSARY_TERMS',
  'EDIT_ENTITY_OWNERS',
  'EDIT_ENTITY_DOCS',
  'EDIT_ENTITY_DOC_LINKS',
  'EDIT_ENTITY_STATUS',
  'EDIT_DOMAINS_PRIVILEGE',
  'EDIT_ENTITY_DATA_PRODUCTS',
  'EDIT_DEPRECATION_PRIVILEGE',
  'EDIT_ENTITY_ASSERTIONS',
  'EDIT_ENTITY',
  'EDIT_DATASET_COL_TAGS',
  'EDIT_DATASET_COL_GLOSSARY_TERMS',
  'EDIT_DATASET_COL_DESCRIPTION',
  'VIEW_DATASET_USAGE',
  'VIEW_DATASET_PROFILE',
  'EDIT_TAG_COLOR',
  'EDIT_GROUP_MEMBERS',
  'EDIT_USER_PROFILE',
  'EDIT_CONTACT_INFO',
  'EDIT_LINEAGE',
  'EDIT_ENTITY_QUERIES',
  'GET_TIMELINE_PRIVILEGE',
  'GET_ENTITY_PRIVILEGE',
  'GET_TIMESERIES_ASPECT_PRIVILEGE',
  'GET_COUNTS_PRIVILEGE',
  'MANAGE_DATA_PRODUCTS',
].map(constant => registry.find(constant)!.name);

describe('in a portal where nobody has changed a policy', () => {
  it('whatever is not part of a role can be changed, but for what ownership is', () => {
    expect(
      shippedPolicies.flatMap(({ locked, name }) => (locked ? name : [])),
    ).toEqual(['Owners have access to what they own']);
  });

  it('everybody may find datasets and ask for them, and no more', () => {
    expect(new Set(heldBy(STRANGER, OTHER))).toEqual(new Set(everybody));
    expect(new Set(heldBy(OWNER, OTHER))).toEqual(new Set(everybody));
  });

  it('nobody holds a platform privilege', () => {
    const platform = registry.all().filter(({ type }) => type === 'platform');

    expect(
      platform.filter(({ name }) => index.check(OWNER, name, undefined, NOW)),
    ).toEqual([]);
  });

  it('owners look after what they own as DataHub has it, and after the access to it', () => {
    expect(new Set(heldBy(OWNER, OWNED))).toEqual(
      new Set([
        ...everybody,
        ...assetOwners,
        'dataset-access.level.owner',
        'dataset-access.level.editor',
        'dataset-access.level.read-only',
        'dataset-access.hidden.read',
        'dataset-access.grant.read-any',
        'dataset-access.responsibility.manage',
        'dataset-access.responsibility.read',
        // these follow from editing an entity
        'catalog.entity.refresh',
        'metadata.edit-incidents',
        'metadata.edit-monitors',
        'metadata.edit-properties',
      ]),
    );
    expect(new Set(heldBy(STRANGER, OWNED))).toEqual(new Set(everybody));
  });

  it('owners keep what they need when the policies for everybody are switched off', () => {
    const strict = DecisionIndex.of({
      rules: shippedPolicies.map(policy => ({
        origin: 'policy',
        ...policy,
        state: policy.actors.allUsers ? 'inactive' : policy.state,
      })),
      people: [{ ref: OWNER, groups: [] }],
      resources: [{ ...resource, ref: OWNED, owners: [OWNER] }],
    });

    expect(
      assetOwners.filter(name => !strict.check(OWNER, name, OWNED, NOW)),
    ).toEqual([]);
  });
});

describe('all shipped policies', () => {
  const all = [
    ...shippedRoles(registry).flatMap(({ policies }) => policies),
    ...shippedPolicies,
  ];

  it('have ids and names of their own that the API accepts', () => {
    const ids = all.map(({ id }) => id);
    const names = all.map(({ name }) => name.toLowerCase());

    expect(ids).toEqual([...new Set(ids)]);
    expect(names).toEqual([...new Set(names)]);
    ids.forEach(id => expect(id).toMatch(/^[a-z0-9][a-z0-9.-]{0,99}$/));
  });

  it.each(all.map(policy => [policy.name, policy] as const))(
    'give privileges that exist and are of their type, each once: %s',
    (_, { type, privileges }) => {
      expect(privileges).not.toHaveLength(0);
      expect(privileges).toEqual([...new Set(privileges)]);
      privileges.forEach(name =>
        expect(registry.get(name)).toMatchObject({ type }),
      );
    },
  );
});

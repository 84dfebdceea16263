import { PrivilegeRegistry } from 'backstage-plugin-dataset-access-common';
import { parseDataHubPolicies } from './parseDataHubPolicies';

const privileges = new PrivilegeRegistry();
const parse = (...entries: unknown[]) =>
  parseDataHubPolicies(JSON.stringify(entries), privileges);

/** As the API shows a policy. */
const policy = {
  urn: 'urn:li:dataHubPolicy:stewards',
  name: 'Stewards document finance',
  description: 'They know what it means.',
  type: 'METADATA',
  state: 'ACTIVE',
  privileges: ['EDIT_ENTITY_DOCS', 'VIEW_ENTITY_PAGE'],
  actors: { groups: ['urn:li:corpGroup:Stewards'] },
  resources: null,
  editable: true,
};
const parsedOne = (changes: object) => parse({ ...policy, ...changes });
const filtered = (...criteria: object[]) =>
  parsedOne({ resources: { filter: { criteria } } });

const draft = {
  name: 'Stewards document finance',
  description: 'They know what it means.',
  type: 'metadata',
  state: 'active',
  privileges: ['metadata.edit-description', 'catalog.entity.read'],
  actors: { groups: ['group:default/stewards'] },
  resources: [],
};

describe('a policy of DataHub', () => {
  const { name, ...rest } = policy;
  const { urn, ...info } = { ...rest, displayName: name };
  const wrapped = (values: string[]) => values.map(value => ({ value }));

  it.each<[string, unknown]>([
    ['the API shows it', policy],
    ['the boot file has it', { urn, info }],
    ['it is stored', info],
    [
      'GraphQL answers it, with a type name at every object',
      {
        ...policy,
        __typename: 'Policy',
        lastUpdatedTimestamp: 1,
        actors: {
          ...policy.actors,
          __typename: 'ActorFilter',
          users: null,
          roles: null,
          allUsers: false,
          allGroups: false,
          resourceOwners: false,
          resourceOwnersTypes: null,
          resolvedGroups: [{ urn: 'urn:li:corpGroup:Stewards' }],
        },
      },
    ],
  ])('is read as %s', (_, entry) => {
    expect(parse(entry)).toEqual({
      roles: [],
      policies: [
        {
          place: 'policies[0]',
          policy: expect.objectContaining({
            ...draft,
            actors: expect.objectContaining(draft.actors),
          }),
        },
      ],
      bindings: [],
      unsupported: [],
    });
  });

  it('keeps its state and its type', () => {
    const { policies } = parse(
      { ...policy, state: 'INACTIVE' },
      { ...policy, type: 'PLATFORM', privileges: ['MANAGE_DOMAINS'] },
    );

    expect(policies.map(one => [one.place, one.policy])).toMatchObject([
      ['policies[0]', { type: 'metadata', state: 'inactive' }],
      [
        'policies[1]',
        {
          type: 'platform',
          state: 'active',
          privileges: ['platform.manage-domains'],
        },
      ],
    ]);
  });

  it.each<[string, object, object]>([
    [
      'users',
      { users: ['urn:li:corpuser:jdoe'] },
      { users: ['user:default/jdoe'] },
    ],
    [
      'groups',
      { groups: ['urn:li:corpGroup:Data.Office'] },
      { groups: ['group:default/data.office'] },
    ],
    ['roles', { roles: ['urn:li:dataHubRole:Admin'] }, { roles: ['admin'] }],
    ['all users', { allUsers: true }, { allUsers: true }],
    ['all groups', { allGroups: true }, { allGroups: true }],
    ['owners', { resourceOwners: true }, { resourceOwners: true }],
  ])('is for the same %s', (_, actors, expected) => {
    const { policies, unsupported } = parsedOne({ actors });

    expect(policies[0].policy.actors).toMatchObject(expected);
    expect(unsupported).toEqual([]);
  });

  it('names its roles, those that both products have as the same ones', () => {
    const roles = ['Reader', 'Data Owners'].map(
      role => `urn:li:dataHubRole:${role}`,
    );

    expect(parsedOne({ actors: { roles } })).toMatchObject({
      policies: [{ policy: { actors: { roles: ['reader', 'data-owners'] } } }],
      roles: [
        { id: 'reader', title: 'Reader', isShared: true },
        { id: 'data-owners', title: 'Data Owners', isShared: false },
      ],
    });
  });

  const finance = 'urn:li:domain:finance';
  const equals = (field: string, ...values: unknown[]) => ({
    field,
    values,
    condition: 'EQUALS',
  });
  const startsWith = (field: string, ...values: string[]) => ({
    ...equals(field, ...values),
    condition: 'STARTS_WITH',
  });

  it.each<[string, object[], Array<[string, string, string[]]>]>([
    [
      'the type dataset',
      [equals('TYPE', 'dataset')],
      [['type', 'equals', ['api/dataset', 'resource/dataset']]],
    ],
    [
      'types, by the older name of the field',
      [equals('RESOURCE_TYPE', 'corpuser', 'corpGroup', 'domain')],
      [['type', 'equals', ['user', 'group', 'domain']]],
    ],
    [
      'types that begin with something',
      [startsWith('TYPE', 'corp')],
      [['type', 'equals', ['user', 'group']]],
    ],
    [
      'an entity',
      [equals('URN', finance)],
      [['entity', 'equals', ['domain:default/finance']]],
    ],
    [
      'entities that begin with something, by the older name of the field',
      [startsWith('RESOURCE_URN', 'urn:li:corpuser:Svc_')],
      [['entity', 'starts-with', ['user:default/svc_']]],
    ],
    [
      'a domain, without a condition',
      [{ field: 'DOMAIN', values: [finance] }],
      [['domain', 'equals', ['domain:default/finance']]],
    ],
    [
      'domains that begin with something',
      [startsWith('domain', 'urn:li:domain:fin')],
      [['domain', 'starts-with', ['domain:default/fin']]],
    ],
    ['a tag', [equals('TAG', 'urn:li:tag:PII')], [['tag', 'equals', ['pii']]]],
    [
      'an owner',
      [equals('OWNER', 'urn:li:corpGroup:sales')],
      [['owner', 'equals', ['group:default/sales']]],
    ],
    [
      'values as GraphQL wraps them',
      [equals('DOMAIN', ...wrapped([finance, 'urn:li:domain:hr']))],
      [['domain', 'equals', ['domain:default/finance', 'domain:default/hr']]],
    ],
    [
      'several at once',
      [equals('DOMAIN', finance), equals('TYPE', 'domain')],
      [
        ['domain', 'equals', ['domain:default/finance']],
        ['type', 'equals', ['domain']],
      ],
    ],
    ['nothing, which is every entity', [], []],
  ])('is about the same: %s', (_, criteria, expected) => {
    const { policies } = filtered(...criteria);

    expect(policies[0].policy.resources).toEqual(
      expected.map(([field, operator, values]) => ({
        field,
        operator,
        values,
      })),
    );
  });

  it.each<[string, object, object[] | undefined]>([
    [
      'a type',
      { type: 'dataset', allResources: true, resources: [] },
      [{ field: 'type', values: ['api/dataset', 'resource/dataset'] }],
    ],
    [
      'a type and some of it',
      { type: 'domain', resources: [finance] },
      [
        { field: 'type', values: ['domain'] },
        { field: 'entity', values: ['domain:default/finance'] },
      ],
    ],
    ['everything', { allResources: true, resources: ['anything'] }, []],
    ['nothing said, which is everything', { allResources: false }, []],
    [
      'an empty list, which is nothing',
      { allResources: false, resources: [] },
      undefined,
    ],
    [
      'a filter beside it, which is all that counts',
      { type: 'chart', resources: ['x'], filter: { criteria: [] } },
      [],
    ],
  ])(
    'is about the same when it says so in the older form: %s',
    (_, resources, expected) => {
      const { policies } = parsedOne({ resources });

      expect(policies[0]?.policy.resources).toEqual(
        expected?.map(one => ({ operator: 'equals', ...one })),
      );
    },
  );
});

describe('what has no equivalent is left out of a policy, and named', () => {
  it.each<[string, object, string, RegExp, object]>([
    [
      'a privilege',
      { privileges: ['EDIT_ENTITY_DOCS', 'FLY'] },
      'FLY',
      /no such privilege/,
      { privileges: ['metadata.edit-description'] },
    ],
    [
      'a user whose name is none here',
      {
        actors: {
          users: ['urn:li:corpuser:a@example.com', 'urn:li:corpuser:ana'],
        },
      },
      'urn:li:corpuser:a@example.com',
      /can be called so/,
      { actors: { users: ['user:default/ana'] } },
    ],
    [
      'a user that is none',
      { actors: { users: ['urn:li:dataset:x'], allUsers: true } },
      'urn:li:dataset:x',
      /can be called so/,
      { actors: { users: [], allUsers: true } },
    ],
    [
      'a role that is none',
      { actors: { roles: ['urn:li:corpGroup:x'], allUsers: true } },
      'urn:li:corpGroup:x',
      /no role/,
      { actors: { roles: [] } },
    ],
    [
      'a role without a name',
      { actors: { roles: ['urn:li:dataHubRole:…'], allUsers: true } },
      'urn:li:dataHubRole:…',
      /No id/,
      { actors: { roles: [] } },
    ],
    [
      'a role whose id another one has',
      {
        actors: { roles: ['urn:li:dataHubRole:Ops', 'urn:li:dataHubRole:ops'] },
      },
      'urn:li:dataHubRole:ops',
      /Its id would be "ops"/,
      { actors: { roles: ['ops'] } },
    ],
    [
      'owners of one type',
      {
        actors: {
          resourceOwners: true,
          resourceOwnersTypes: ['urn:li:ownershipType:technical'],
          allGroups: true,
        },
      },
      'resourceOwnersTypes',
      /not for owners here/,
      { actors: { resourceOwners: false, allGroups: true } },
    ],
    [
      'an entity of which nobody knows what it is here',
      {
        resources: {
          type: null,
          resources: [
            'urn:li:dataset:(urn:li:dataPlatform:hive,orders,PROD)',
            'urn:li:domain:hr',
          ],
        },
      },
      'URN urn:li:dataset:(urn:li:dataPlatform:hive,orders,PROD)',
      /cannot be said what this is/,
      { resources: [{ values: ['domain:default/hr'] }] },
    ],
    [
      'a type that does not exist here',
      { resources: { filter: filterOn('TYPE', ['dataset', 'chart']) } },
      'TYPE chart',
      /cannot be said what this is/,
      { resources: [{ values: ['api/dataset', 'resource/dataset'] }] },
    ],
    [
      'some of the types that begin with something',
      {
        resources: { filter: filterOn('TYPE', ['data'], 'STARTS_WITH') },
      },
      'TYPE data',
      /only these exist here: api\/dataset, resource\/dataset/,
      { resources: [{ operator: 'equals' }] },
    ],
    [
      'that nobody can change it',
      { editable: false },
      'policy "Stewards document finance", editable: false',
      /ordinary policy/,
      {},
    ],
  ])('%s', (_, changes, what, reason, expected) => {
    const { policies, unsupported } = parsedOne(changes);

    expect(unsupported).toEqual([
      { place: 'policies[0]', what, reason: expect.stringMatching(reason) },
    ]);
    expect(policies).toMatchObject([{ policy: expected }]);
  });
});

describe('a policy is left out altogether, and named', () => {
  it.each<[string, object, RegExp]>([
    [
      'when it asks for what policies here cannot ask for',
      { resources: { filter: filterOn('CONTAINER', ['urn:li:container:x']) } },
      /about more than/,
    ],
    [
      'when it asks for what is not so',
      {
        resources: {
          filter: filterOn('DOMAIN', ['urn:li:domain:hr'], 'NOT_EQUALS'),
        },
      },
      /about more than/,
    ],
    [
      'when it compares in a way nobody knows',
      {
        resources: {
          filter: filterOn('DOMAIN', ['urn:li:domain:hr'], 'MATCHES'),
        },
      },
      /about more than/,
    ],
    [
      'when nothing that it is about exists here',
      { resources: { filter: filterOn('TYPE', ['chart']) } },
      /None of its values/,
    ],
    [
      'when it is about nothing',
      { resources: { filter: filterOn('TYPE', []) } },
      /None of its values/,
    ],
    [
      'when it is about entities whose urns only begin alike',
      { resources: { filter: filterOn('URN', ['urn:li:d'], 'STARTS_WITH') } },
      /None of its values/,
    ],
    [
      'when it limits what may be put on entities',
      { resources: { privilegeConstraints: filterOn('TAG', ['x']) } },
      /limited/,
    ],
    [
      'when one of two criteria cannot be asked for',
      {
        resources: {
          filter: {
            criteria: [
              ...filterOn('DOMAIN', ['urn:li:domain:hr']).criteria,
              ...filterOn('GLOSSARY', ['x']).criteria,
            ],
          },
        },
      },
      /about more than/,
    ],
    ['when it gives nothing', { privileges: [] }, /nothing remains/],
    [
      'when it is for nobody',
      { actors: { users: [], groups: [] } },
      /nothing remains/,
    ],
    [
      'when nobody it is for can be named here',
      { actors: { users: ['urn:li:corpuser:a@b'] } },
      /nothing remains/,
    ],
    ['when it denies', { effect: 'DENY' }, /only allow/],
    ['when it does neither allow nor deny', { effect: 'ASK' }, /only allow/],
    ['when its state is unknown', { state: 'DRAFT' }, /state/],
    ['when its type is unknown', { type: 'VIEW' }, /type/],
    [
      'when a later version says something about it that nobody knows here',
      { onlyFrom: '10.0.0.0/8' },
      /onlyFrom/,
    ],
    [
      'when that is said of what it is about',
      { resources: { allResources: true, exclude: ['x'] } },
      /exclude/,
    ],
    [
      'when its privileges are no list',
      { privileges: 'EDIT_ENTITY' },
      /privileges/,
    ],
    [
      'when all it says is what the root user may do',
      { editable: false, actors: { users: ['urn:li:corpuser:datahub'] } },
      /superusers in app-config/,
    ],
  ])('%s', (_, changes, reason) => {
    const { policies, unsupported } = parse(
      { ...policy, ...changes },
      { ...policy, name: 'Another', privileges: ['EDIT_LINEAGE'] },
    );

    expect(policies.map(({ place }) => place)).toEqual(['policies[1]']);
    expect(
      unsupported
        .filter(({ place }) => place === 'policies[0]')
        .map(one => one.reason)
        .join(' '),
    ).toMatch(reason);
  });
});

describe('what DataHub denies', () => {
  const allow = { ...policy, name: 'Allow', privileges: ['EDIT_ENTITY_TAGS'] };
  const deny = { ...allow, name: 'Deny', effect: 'DENY' };

  it.each<[string, object, object]>([
    ['to anyone, on anything', allow, deny],
    [
      'by a policy that cannot be read',
      allow,
      { ...deny, resources: { exclude: [] } },
    ],
    ['that follows from it', { ...allow, privileges: ['EDIT_ENTITY'] }, deny],
  ])('is given to nobody: %s', (_, ...entries) => {
    const { policies, unsupported } = parse(...entries);

    expect(policies).toEqual([]);
    expect(unsupported).toContainEqual({
      place: 'policies[0]',
      what: expect.stringMatching(/^EDIT_ENTITY/),
      reason: expect.stringContaining('denied at policies[1]'),
    });
  });

  it('counts for nothing while it is inactive', () => {
    const { policies } = parse(allow, { ...deny, state: 'INACTIVE' });

    expect(policies).toHaveLength(1);
  });
});

describe('a policy that mixes privileges for entities with others', () => {
  const mixed = ['MANAGE_DOMAINS', 'EDIT_LINEAGE'];

  it.each([
    ['METADATA', ['Mixed (platform)', 'Mixed']],
    ['PLATFORM', ['Mixed', 'Mixed (metadata)']],
  ])('becomes two of them: %s', (type, names) => {
    const { policies, unsupported } = parsedOne({
      name: 'Mixed',
      type,
      privileges: mixed,
    });

    expect(policies).toMatchObject([
      {
        place: 'policies[0]',
        policy: {
          name: names[0],
          type: 'platform',
          privileges: ['platform.manage-domains'],
          ...{ actors: draft.actors, resources: [] },
        },
      },
      {
        place: 'policies[0]',
        policy: {
          name: names[1],
          type: 'metadata',
          privileges: ['metadata.edit-lineage'],
          ...{ actors: draft.actors, resources: [] },
        },
      },
    ]);
    expect(unsupported).toEqual([]);
  });

  it('gives the others to nobody when it is about some entities', () => {
    const { policies, unsupported } = parsedOne({
      privileges: mixed,
      resources: { filter: filterOn('DOMAIN', ['urn:li:domain:hr']) },
    });

    expect(policies.map(one => one.policy.privileges)).toEqual([
      ['metadata.edit-lineage'],
    ]);
    expect(unsupported).toMatchObject([
      {
        what: 'platform.manage-domains',
        reason: expect.stringMatching(/gave nothing/),
      },
    ]);
  });

  it('does not give the others to owners', () => {
    const { policies, unsupported } = parsedOne({
      privileges: mixed,
      actors: { resourceOwners: true, users: ['urn:li:corpuser:ana'] },
    });

    expect(
      policies.map(({ policy: { actors } }) => [
        actors.users,
        actors.resourceOwners,
      ]),
    ).toEqual([
      [['user:default/ana'], false],
      [['user:default/ana'], true],
    ]);
    expect(unsupported).toMatchObject([
      { what: 'resourceOwners, for platform.manage-domains' },
    ]);
  });
});

describe('what is no export of DataHub is refused', () => {
  it.each([
    ['no JSON', '[{"privileges": [}', /not JSON: Unexpected/],
    ['an object', '{"policies": []}', /a list/],
    ['a list of something else', '[{"kind": "Group"}, 3, null]', /policy/],
  ])('%s', (_, content, message) => {
    expect(() => parseDataHubPolicies(content, privileges)).toThrow(
      expect.objectContaining({
        code: 'BAD_IMPORT',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('unless it is only empty, or begins with a byte order mark', () => {
    expect(parseDataHubPolicies('[]', privileges).unsupported).toEqual([]);
    expect(
      parseDataHubPolicies(`\uFEFF${JSON.stringify([policy])}`, privileges)
        .policies,
    ).toHaveLength(1);
  });

  it('and so is a single entry, for itself', () => {
    const { policies, unsupported } = parse(null, policy, 'policy', [], {});

    expect(policies.map(({ place }) => place)).toEqual(['policies[1]']);
    expect(unsupported.map(({ place }) => place)).toEqual([
      'policies[0]',
      'policies[2]',
      'policies[3]',
      'policies[4]',
    ]);
  });
});

function filterOn(field: string, values: string[], condition = 'EQUALS') {
  return { criteria: [{ field, values, condition }] };
}

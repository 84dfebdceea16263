import { PrivilegeRegistry } from 'backstage-plugin-dataset-access-common';
import { parseCasbinCsv } from './parseCasbinCsv';

const privileges = new PrivilegeRegistry([
  {
    name: 'billing.pay',
    title: 'Pay',
    description: 'Pay bills.',
    type: 'platform',
    area: 'platform',
    permissions: ['billing.pay'],
  },
  {
    name: 'shop.all',
    title: 'Shop',
    description: 'Buy and sell.',
    type: 'platform',
    area: 'platform',
    permissions: ['shop.buy', 'shop.sell'],
  },
]);
const parse = (...lines: string[]) =>
  parseCasbinCsv(lines.join('\n'), privileges);

/** By policy: whom it is for and what it gives. */
const given = ({ policies }: ReturnType<typeof parse>) =>
  policies.map(({ policy }) => [
    policy.actors.roles,
    policy.type,
    policy.privileges,
  ]);

describe('a policy file of the RBAC plugin', () => {
  it('becomes roles, one policy for each of them and each type, and who holds them', () => {
    expect(
      parse(
        '# people who look after data',
        'p, role:default/data_stewards, catalog-entity, read, allow',
        'p, role:default/data_stewards, catalog.entity.refresh, update, allow',
        '',
        'p, role:default/data_stewards, catalog.location.create, create, allow',
        'p, role:team-a/viewers, catalog.entity.read, read, allow',
        'g, user:default/Ana, role:default/data_stewards',
        'g, group:default/sales, role:team-a/viewers',
      ),
    ).toEqual({
      roles: [
        {
          place: 'line 2',
          id: 'data-stewards',
          title: 'data_stewards',
          isShared: false,
        },
        {
          place: 'line 6',
          id: 'team-a-viewers',
          title: 'team-a/viewers',
          isShared: false,
        },
      ],
      policies: [
        {
          place: 'line 2',
          policy: {
            name: 'data_stewards: metadata',
            description: expect.any(String),
            type: 'metadata',
            state: 'active',
            privileges: ['catalog.entity.read', 'catalog.entity.refresh'],
            actors: { roles: ['data-stewards'] },
          },
        },
        {
          place: 'line 5',
          policy: expect.objectContaining({
            name: 'data_stewards: platform',
            type: 'platform',
            privileges: ['catalog.location.create'],
          }),
        },
        {
          place: 'line 6',
          policy: expect.objectContaining({
            name: 'team-a/viewers: metadata',
            actors: { roles: ['team-a-viewers'] },
          }),
        },
      ],
      bindings: [
        { place: 'line 7', role: 'data-stewards', subject: 'user:default/ana' },
        {
          place: 'line 8',
          role: 'team-a-viewers',
          subject: 'group:default/sales',
        },
      ],
      unsupported: [],
    });
  });

  it.each<[string, string, string[]]>([
    [
      'a permission',
      'catalog.entity.delete, delete',
      ['catalog.entity.delete'],
    ],
    [
      'a permission that says nothing of an action',
      'catalog.location.analyze, use',
      ['catalog.location.analyze'],
    ],
    [
      'a resource type with an action',
      'catalog-entity, update',
      ['catalog.entity.refresh'],
    ],
    [
      'a resource type whose action stands for several permissions',
      'scaffolder-template, read',
      ['scaffolder.template.parameter.read', 'scaffolder.template.step.read'],
    ],
    [
      'a permission of this plugin by its type',
      'dataset-access-dataset, create',
      ['dataset-access.request.create'],
    ],
    [
      'a permission that the portal has added',
      'billing.pay, use',
      ['billing.pay'],
    ],
  ])('gives what it says: %s', (_, entry, expected) => {
    const parsed = parse(`p, role:default/x, ${entry}, allow`);

    expect(given(parsed).flatMap(([, , names]) => names)).toEqual(expected);
    expect(parsed.unsupported).toEqual([]);
  });

  it.each<[string, string]>([
    [
      'Windows line ends',
      'p, role:default/x, catalog-entity, read, allow\r\n# end\r\n',
    ],
    [
      'a byte order mark',
      '\uFEFFp, role:default/x, catalog-entity, read, allow',
    ],
    ['no blanks', 'p,role:default/x,catalog-entity,read,allow'],
    ['many blanks', '  p ,\trole:default/x ,  catalog-entity,read , allow  '],
    ['quotes', '"p", "role:default/x", "catalog-entity", "read", "allow"'],
    [
      'a line twice',
      'p, role:default/x, catalog-entity, read, allow\np, role:default/x, catalog-entity, read, allow',
    ],
  ])('may have %s', (_, content) => {
    const parsed = parseCasbinCsv(content, privileges);

    expect(given(parsed)).toEqual([
      [['x'], 'metadata', ['catalog.entity.read']],
    ]);
    expect(parsed.unsupported).toEqual([]);
  });
});

describe('a line is left out, and named', () => {
  const good = 'p, role:default/good, catalog-entity, delete, allow';

  it.each<[string, string, RegExp]>([
    [
      'an unknown permission',
      'p, role:default/x, a.b, use, allow',
      /No privilege/,
    ],
    [
      'an unknown action of a type',
      'p, role:default/x, catalog-entity, use, allow',
      /No privilege/,
    ],
    [
      'an action that the permission is not asked for with',
      'p, role:default/x, catalog.entity.read, delete, allow',
      /action read, so the line gave nothing/,
    ],
    [
      'a permission that this plugin decides by other rules',
      'p, role:default/x, dataset-access.request.decide, update, allow',
      /No privilege/,
    ],
    [
      'a privilege that no permission asks for',
      'p, role:default/x, dataset-access.level.owner, use, allow',
      /No privilege/,
    ],
    [
      'a permission whose privilege gives more',
      'p, role:default/x, shop.buy, use, allow',
      /shop\.all, stands for other permissions/,
    ],
    [
      'an unknown effect',
      'p, role:default/x, catalog-entity, read, maybe',
      /Expected p/,
    ],
    [
      'an effect in capitals',
      'p, role:default/x, catalog-entity, read, ALLOW',
      /Expected p/,
    ],
    [
      'a missing column',
      'p, role:default/x, catalog-entity, read',
      /Expected p/,
    ],
    [
      'a column too many',
      'p, role:default/x, catalog-entity, read, allow, eu',
      /Expected p/,
    ],
    [
      'a role without a name',
      'p, role:default/, catalog-entity, read, allow',
      /full ref/,
    ],
    [
      'a role without a namespace',
      'p, role:x, catalog-entity, read, allow',
      /full ref/,
    ],
    [
      'a user in place of a role',
      'p, user:default/ana, catalog-entity, read, allow',
      /Make a role/,
    ],
    [
      'an unknown kind of line',
      'p2, role:default/x, catalog-entity, read, allow',
      /begins with p or g/,
    ],
    ['something else', 'unknown user', /begins with p or g/],
    [
      'a quote within a word',
      'p, role:default/x, catalog-entity"fuzz, read, allow',
      /no CSV/,
    ],
    [
      'a quote that does not end',
      'p, role:default/x, "catalog-entity, read, allow',
      /no CSV/,
    ],
    ['a role in a role', 'g, role:default/x, role:default/y', /another role/],
    ['a member of a group', 'g, user:default/ana, group:default/x', /catalog/],
    [
      'a member that is none',
      'g, system:default/x, role:default/x',
      /user or group/,
    ],
    [
      'a member without a namespace',
      'g, user:ana, role:default/x',
      /user or group/,
    ],
    [
      'a member without a name',
      'g, user:default/, role:default/x',
      /user or group/,
    ],
    ['a member without a role', 'g, user:default/ana', /Expected g/],
    [
      'a role in a domain',
      'g, user:default/ana, role:default/x, eu',
      /Expected g/,
    ],
    ['what is held that is no role', 'g, user:default/ana, admins', /full ref/],
    [
      'a role whose id another one has',
      'g, user:default/ana, role:default/GOOD',
      /Its id would be "good", as that of role:default\/good/,
    ],
    [
      'a role whose id would be too long',
      `g, user:default/ana, role:${'a'.repeat(40)}/${'b'.repeat(40)}`,
      /No id/,
    ],
  ])('%s', (_, line, reason) => {
    const parsed = parse(good, line, good);

    expect(parsed.unsupported).toEqual([
      { place: 'line 2', what: line, reason: expect.stringMatching(reason) },
    ]);
    expect(given(parsed)).toEqual([
      [['good'], 'metadata', ['catalog.entity.delete']],
    ]);
    expect(parsed.bindings).toEqual([]);
    expect(parsed.roles.map(({ id }) => id)).toEqual(['good']);
  });

  it('and a line that is very long is named by how it begins', () => {
    const { unsupported } = parse(good, `p, ${'x'.repeat(5_000)}`);

    expect(unsupported[0].what).toMatch(/^p, x+$/);
    expect(unsupported[0].what.length).toBeLessThan(300);
  });
});

describe('what RBAC denies', () => {
  const allow = 'p, role:default/x, catalog.entity.read, read, allow';

  it.each<[string, string, string]>([
    [
      'to the same role',
      allow,
      'p, role:default/x, catalog-entity, read, deny',
    ],
    [
      'to another role',
      allow,
      'p, role:default/y, catalog.entity.read, read, deny',
    ],
    ['to a user', allow, 'p, user:default/ana, catalog-entity, read, deny'],
    [
      'in a line with too many columns',
      allow,
      'p, role:default/y, catalog-entity, read, deny, eu',
    ],
    [
      'that follows from it',
      'p, role:default/x, dataset-access.policy.manage, update, allow',
      'p, role:default/y, dataset-access.role.read, read, deny',
    ],
  ])('is given to nobody: %s', (_, allowed, denied) => {
    for (const [lines, place] of [
      [[allowed, denied], 'line 2'],
      [[denied, allowed], 'line 1'],
    ] as const) {
      const parsed = parse(...lines);

      expect(parsed.policies).toEqual([]);
      expect(parsed.unsupported).toContainEqual({
        place: place === 'line 1' ? 'line 2' : 'line 1',
        what: allowed,
        reason: expect.stringContaining(`denied at ${place}`),
      });
      expect(parsed.unsupported).toContainEqual({
        place,
        what: denied,
        reason: expect.any(String),
      });
    }
  });

  it('takes nothing else away', () => {
    expect(
      given(
        parse(
          allow,
          'p, role:default/x, catalog-entity, delete, deny',
          'p, role:default/x, a.b, use, deny',
        ),
      ),
    ).toEqual([[['x'], 'metadata', ['catalog.entity.read']]]);
  });
});

describe('what is no policy file is refused', () => {
  it.each([
    ['an export of something else', '[{"privileges": []}]'],
    ['a table', 'name,role\nana,admin'],
    ['nothing but comments', '# p, role:default/x, a.b, use, allow\n'],
  ])('%s', (_, content) => {
    expect(() => parseCasbinCsv(content, privileges)).toThrow(
      expect.objectContaining({ code: 'BAD_IMPORT' }),
    );
  });
});

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  ImportReport,
  PolicyImport,
} from 'backstage-plugin-dataset-access-common';
import { holds } from '../__testUtils__/holds';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  DAN,
  EVE,
  MONA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

/** As DataHub's API shows a policy. */
const lineage = {
  name: 'Analysts edit lineage',
  type: 'METADATA',
  state: 'ACTIVE',
  privileges: ['EDIT_LINEAGE'],
  actors: { groups: ['urn:li:corpGroup:analysts'] },
};

const stewards = [
  'p, role:default/stewards, catalog-entity, delete, allow',
  'p, role:default/stewards, catalog.location.create, create, allow',
  'g, user:default/bob, role:default/stewards',
  'g, group:default/sales, role:default/stewards',
];

const dataHub = (...policies: object[]) => ({
  format: 'datahub' as const,
  content: JSON.stringify(policies),
});
const csv = (...lines: string[]) => ({
  format: 'casbin-csv' as const,
  content: lines.join('\n'),
});

const post = (product: TestProduct, caller: Caller, body: object) =>
  product.post(caller, '/v1/policies/import', body);

async function imported(
  product: TestProduct,
  body: Omit<PolicyImport, 'dryRun'>,
): Promise<ImportReport> {
  const answer = await post(product, ROOT, { ...body, dryRun: false });
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  return answer.body;
}

/** What an administrator would see, but for what stands there at the start. */
async function inPortal(product: TestProduct) {
  const { body: policies } = await product.get(
    ROOT,
    '/v1/policies?origin=custom&limit=100',
  );
  const { body: roles } = await product.get(ROOT, '/v1/roles');
  return {
    policies: policies.items.map((one: { name: string }) => one.name),
    roles: roles.items
      .filter((one: { shipped: boolean }) => !one.shipped)
      .map((one: { id: string; members: number }) => [one.id, one.members]),
  };
}
const nothing = { policies: [], roles: [] };

onBothDatabases('an import', start => {
  const administered = (config: object = {}) =>
    start({ config: { superusers, ...config } });

  it('of DataHub is obeyed by the next decision', async () => {
    const product = await administered();
    const edits = () => holds(product, ANA, 'metadata.edit-lineage', ORDERS);
    const before = await edits();

    const report = await imported(product, dataHub(lineage));

    expect([before, await edits()]).toEqual([false, true]);
    expect(report).toEqual({
      dryRun: false,
      policies: [
        {
          place: 'policies[0]',
          outcome: 'created',
          policy: {
            name: 'Analysts edit lineage',
            type: 'metadata',
            state: 'active',
            privileges: ['metadata.edit-lineage'],
            actors: { groups: ['group:default/analysts'] },
            resources: [],
          },
        },
      ],
      bindings: [],
      unsupported: [],
    });
  });

  it('of RBAC makes roles with their policies, and gives them to those who hold them', async () => {
    const product = await administered();

    const report = await imported(product, csv(...stewards));

    expect(report.policies.map(one => [one.outcome, one.policy.name])).toEqual([
      ['created', 'stewards: metadata'],
      ['created', 'stewards: platform'],
    ]);
    expect(report.bindings).toEqual([
      {
        place: 'line 3',
        outcome: 'created',
        role: 'stewards',
        subject: BOB,
      },
      {
        place: 'line 4',
        outcome: 'created',
        role: 'stewards',
        subject: 'group:default/sales',
      },
    ]);
    for (const member of [BOB, DAN]) {
      expect(
        await holds(product, member, 'catalog.entity.delete', ORDERS),
      ).toBe(true);
      expect(await holds(product, member, 'catalog.location.create')).toBe(
        true,
      );
    }
    expect(await holds(product, MONA, 'catalog.location.create')).toBe(false);
    expect(await inPortal(product)).toEqual({
      policies: ['stewards: metadata', 'stewards: platform'],
      roles: [['stewards', 2]],
    });
  });

  it('is recorded like anything else that an administrator does', async () => {
    const product = await administered();
    await imported(product, csv(...stewards));

    const { body } = await product.get(ROOT, '/v1/policies?q=stewards');
    const history = await product.get(
      ROOT,
      `/v1/policies/${body.items[0].id}/history`,
    );

    expect(history.body).toMatchObject({
      items: [{ type: 'created', by: ROOT }],
      intact: true,
    });
    const events = await product
      .knex('audit_events')
      .where({ subject_type: 'role', subject_id: 'stewards' })
      .orderBy('seq');
    expect(events.map(({ type, actor_ref }) => [type, actor_ref])).toEqual([
      ['created', ROOT],
      ['assigned', ROOT],
      ['assigned', ROOT],
    ]);
  });

  it.each<[string, object]>([
    ['a dry run', { ...csv(...stewards), dryRun: true }],
    ['an import that does not say what it is', csv(...stewards)],
  ])('%s tells what would be made, and makes nothing', async (_, body) => {
    const product = await administered();

    const { body: rehearsed } = await post(product, ROOT, body);

    expect(await inPortal(product)).toEqual(nothing);
    expect(await holds(product, BOB, 'catalog.location.create')).toBe(false);
    expect(rehearsed.dryRun).toBe(true);
    const { dryRun, ...made } = await imported(product, csv(...stewards));
    expect(rehearsed).toEqual({ dryRun: true, ...made });
  });

  it('done again finds everything there, and changes nothing', async () => {
    const product = await administered();
    await imported(product, dataHub(lineage));
    await imported(product, csv(...stewards));
    const before = await inPortal(product);

    const reports = [
      await imported(product, dataHub(lineage)),
      await imported(product, csv(...stewards)),
    ];

    expect(
      reports.flatMap(({ policies, bindings }) =>
        [...policies, ...bindings].map(({ outcome }) => outcome),
      ),
    ).toEqual(Array(5).fill('already-there'));
    expect(reports.flatMap(({ unsupported }) => unsupported)).toEqual([]);
    expect(await inPortal(product)).toEqual(before);
  });

  it('saves what is good when half of it is bad, and names the rest', async () => {
    const product = await administered();
    await product.post(ROOT, '/v1/policies', {
      name: 'TAKEN',
      type: 'metadata',
      privileges: ['metadata.edit-tags'],
      actors: { allUsers: true },
    });

    const report = await imported(
      product,
      dataHub(
        { ...lineage, name: 'x'.repeat(201) },
        { ...lineage, name: 'Taken' },
        lineage,
        { ...lineage, name: 'For nobody', actors: {} },
        {
          ...lineage,
          name: 'For some',
          actors: {
            users: ['urn:li:corpuser:gone', 'urn:li:corpuser:ana'],
            groups: ['urn:li:corpGroup:gone'],
          },
        },
        {
          ...lineage,
          name: 'For the gone',
          actors: { users: ['urn:li:corpuser:gone'] },
        },
        { ...lineage, state: 'INACTIVE' },
        lineage,
      ),
    );

    expect(report.policies).toMatchObject([
      { place: 'policies[2]', outcome: 'created' },
      {
        place: 'policies[4]',
        outcome: 'created',
        policy: { actors: { users: [ANA] } },
      },
      { place: 'policies[7]', outcome: 'already-there' },
    ]);
    expect(
      report.unsupported.map(({ place, reason }) => [place, reason]),
    ).toEqual(
      expect.arrayContaining([
        ['policies[0]', expect.stringMatching(/1 to 200 characters/)],
        ['policies[1]', expect.stringMatching(/says something else/)],
        ['policies[3]', expect.stringMatching(/nothing remains/)],
        ['policies[4]', 'It is not in the catalog.'],
        ['policies[5]', 'Nobody is left whom it would be for.'],
        ['policies[6]', expect.stringMatching(/says something else/)],
      ]),
    );
    expect((await inPortal(product)).policies).toEqual([
      'Analysts edit lineage',
      'For some',
      'TAKEN',
    ]);
  });

  it('says who is not in the catalog, and who is named twice', async () => {
    const product = await administered();

    const { bindings } = await imported(
      product,
      csv(
        'p, role:default/x, catalog-entity, delete, allow',
        'g, user:default/gone, role:default/x',
        'g, user:default/ana, role:default/x',
        'g, user:default/ANA, role:default/x',
        'g, user:default/gone, role:default/empty',
      ),
    );

    expect(bindings.map(one => [one.place, one.outcome])).toEqual([
      ['line 2', 'subject-not-found'],
      ['line 3', 'created'],
      ['line 4', 'already-there'],
      ['line 5', 'subject-not-found'],
    ]);
    expect((await inPortal(product)).roles).toEqual([['x', 1]]);
  });

  it('gives a role whose title is taken another title', async () => {
    const product = await administered();
    const ours = { id: 'ours', title: 'Stewards' };
    await product.post(ROOT, '/v1/roles', ours);

    await imported(product, csv(...stewards));

    const { body } = await product.get(ROOT, '/v1/roles/stewards');
    expect(body.title).toBe('stewards (2)');
  });

  it.each<[string, string, object, RegExp]>([
    [
      'one that comes with the portal',
      'role:default/Admin',
      {},
      /comes with this portal/,
    ],
    [
      'the one that everybody holds',
      'role:default/everybody',
      { roles: { default: 'everybody' } },
      /Everybody holds/,
    ],
  ])(
    'does not take a role for another one of its name: %s',
    async (_, role, config, reason) => {
      const product = await administered(config);

      const report = await imported(
        product,
        csv(
          `p, ${role}, catalog-entity, delete, allow`,
          `g, user:default/eve, ${role}`,
        ),
      );

      expect(report).toMatchObject({ policies: [], bindings: [] });
      expect(report.unsupported).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ reason: expect.stringMatching(reason) }),
        ]),
      );
      expect(await holds(product, EVE, 'dataset-access.policy.manage')).toBe(
        false,
      );
      expect(await holds(product, EVE, 'catalog.entity.delete', ORDERS)).toBe(
        false,
      );
    },
  );

  describe('into a portal that has a role of that id', () => {
    const withRole = async (
      setUp: (product: TestProduct) => Promise<unknown>,
    ) => {
      const product = await administered();
      await product.post(ROOT, '/v1/roles', { id: 'stewards', title: 'Ours' });
      await setUp(product);
      return product;
    };

    it('leaves it alone when it gives something else', async () => {
      const product = await withRole(portal =>
        portal.post(ROOT, '/v1/policies', {
          name: 'Ours',
          type: 'platform',
          privileges: ['platform.manage-tags'],
          actors: { roles: ['stewards'] },
        }),
      );

      const { unsupported } = await imported(product, csv(...stewards));

      expect(unsupported).toContainEqual({
        place: 'line 3',
        what: `stewards for ${BOB}`,
        reason: expect.stringMatching(/"Ours" gives something else/),
      });
      expect(await holds(product, BOB, 'platform.manage-tags')).toBe(false);
      expect(await inPortal(product)).toEqual({
        policies: ['Ours'],
        roles: [['stewards', 0]],
      });
    });

    it('leaves it alone when somebody else holds it', async () => {
      const product = await withRole(portal =>
        portal.post(ROOT, '/v1/roles/stewards/assignments', {
          subjects: [EVE],
        }),
      );

      const { unsupported } = await imported(product, csv(...stewards));

      expect(unsupported[0].reason).toMatch(/user:default\/eve holds/);
      expect(await holds(product, EVE, 'catalog.location.create')).toBe(false);
      expect(await inPortal(product)).toEqual({
        policies: [],
        roles: [['stewards', 1]],
      });
    });

    it('uses it when it gives nothing that the import does not', async () => {
      const product = await withRole(portal =>
        portal.post(ROOT, '/v1/roles/stewards/assignments', {
          subjects: [BOB],
        }),
      );

      const report = await imported(product, csv(...stewards));

      expect(report.unsupported).toEqual([]);
      expect(report.bindings.map(({ outcome }) => outcome)).toEqual([
        'already-there',
        'created',
      ]);
      expect(await holds(product, DAN, 'catalog.location.create')).toBe(true);
    });
  });

  it.each([true, false])(
    'cannot hand out what the importer does not hold, and then saves nothing (dry run: %s)',
    async dryRun => {
      const product = await administered();
      await product.post(ROOT, '/v1/policies', {
        name: 'Mona manages policies',
        type: 'platform',
        privileges: ['dataset-access.policy.manage', 'catalog.location.read'],
        actors: { users: [MONA] },
      });
      const before = await inPortal(product);
      const harmless = [
        'p, role:default/a, catalog.location.read, read, allow',
        'g, user:default/ana, role:default/a',
      ];

      const allowed = await post(product, MONA, csv(...harmless));
      const refused = await post(product, MONA, {
        ...csv(
          ...harmless,
          'p, role:default/b, catalog.location.create, create, allow',
        ),
        dryRun,
      });

      expect([allowed.status, refused.status]).toEqual([200, 403]);
      expect(refused.body.error.code).toBe('ESCALATION');
      expect(await inPortal(product)).toEqual(before);
    },
  );

  it('is for those who manage policies and roles, and for nobody else', async () => {
    const product = await start({
      config: { superusers },
      policy: (permission, user) => ({
        result:
          user === DAN && permission === 'dataset-access.role.manage'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    await product.post(ROOT, '/v1/policies', {
      name: 'Mona manages roles',
      type: 'platform',
      privileges: ['dataset-access.role.manage'],
      actors: { users: [MONA] },
    });
    await product.post(ROOT, '/v1/policies', {
      name: 'Dan manages policies',
      type: 'platform',
      privileges: ['dataset-access.policy.manage'],
      actors: { users: [DAN] },
    });

    const answers = await Promise.all(
      ([ANA, MONA, DAN, 'service', ROOT] as const).map(caller =>
        post(product, caller, dataHub(lineage)),
      ),
    );

    expect(answers.map(({ body }) => body.error?.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'USER_REQUIRED',
      undefined,
    ]);
  });

  it.each<[string, object, string]>([
    ['no JSON', { format: 'datahub', content: '[' }, 'BAD_IMPORT'],
    ['no policy file', { format: 'casbin-csv', content: 'a,b' }, 'BAD_IMPORT'],
    ['an unknown format', { format: 'rego', content: 'x' }, 'INVALID_REQUEST'],
    ['nothing', { format: 'datahub', content: '' }, 'INVALID_REQUEST'],
    [
      'what is too long',
      { format: 'datahub', content: 'x'.repeat(900_001) },
      'INVALID_REQUEST',
    ],
  ])('is refused when it is %s', async (_, body, code) => {
    const product = await administered();

    const answer = await post(product, ROOT, body);

    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
  });

  it('saves nothing while the catalog cannot be read', async () => {
    const product = await administered();
    product.catalog.failure = new Error('down');

    const answer = await post(product, ROOT, {
      ...csv(...stewards),
      dryRun: false,
    });

    expect([answer.status, answer.body.error.code]).toEqual([
      503,
      'CATALOG_UNAVAILABLE',
    ]);
    expect(await inPortal(product)).toEqual(nothing);
  });
});

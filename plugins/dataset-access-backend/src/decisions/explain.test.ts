import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { grantedAccess } from '../__testUtils__/grants';
import {
  ANA,
  DAN,
  FRANK,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import {
  EDITS,
  letStewardsEdit,
  makeResponsible,
} from '../__testUtils__/stewardship';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const READ_ONLY = 'dataset-access.level.read-only';

interface Node {
  kind: string;
  id: string;
  title?: string;
}

onBothDatabases('explaining a decision', start => {
  const administered = () => start({ config: { superusers } });
  const explain = (
    product: TestProduct,
    caller: Caller,
    question: Record<string, string>,
  ) => product.get(caller, `/v1/explain?${new URLSearchParams(question)}`);
  const allow = async (product: TestProduct, policy: object) => {
    const { status, body } = await product.post(ROOT, '/v1/policies', {
      type: 'metadata',
      name: 'A policy',
      privileges: [EDITS],
      ...policy,
    });
    expect([status, body.error]).toEqual([201, undefined]);
    return body.id as string;
  };
  /** The kinds and ids along each path. */
  const ways = (paths: Array<{ nodes: Node[] }>) =>
    paths.map(({ nodes }) => nodes.map(({ kind, id }) => `${kind} ${id}`));

  it('names every way in which somebody holds a privilege, from the person to the entity', async () => {
    const product = await administered();
    const byName = await allow(product, {
      name: 'Frank edits',
      actors: { users: [FRANK] },
      resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
    });
    const byGroup = await allow(product, {
      name: 'Stewards edit datasets',
      actors: { groups: ['group:default/stewards'] },
      resources: [
        { field: 'type', operator: 'equals', values: ['resource/dataset'] },
      ],
    });
    const byRole = await product.post(ROOT, '/v1/roles/editor/assignments', {
      subjects: ['group:default/junior-stewards'],
    });
    expect(byRole.status).toBe(200);
    await letStewardsEdit(product);
    const { id: held } = await makeResponsible(product, DAN, {
      subject: FRANK,
      endsAt: '2030-02-01T00:00:00Z',
    });

    const { body } = await explain(product, ROOT, {
      subject: FRANK,
      privilege: EDITS,
      resource: ORDERS,
    });

    expect(body).toMatchObject({
      subject: FRANK,
      privilege: EDITS,
      resource: ORDERS,
      allowed: true,
      nearMisses: [],
      at: product.clock.now().toISOString(),
    });
    const resource = `resource ${ORDERS}`;
    const juniors = 'group group:default/junior-stewards';
    const steward = body.paths.find(({ nodes }: { nodes: Node[] }) =>
      nodes.some(({ kind }) => kind === 'responsibility'),
    );
    const policyOfStewards = steward.nodes.at(-2).id;
    expect(ways(body.paths).sort()).toEqual(
      [
        [`user ${FRANK}`, `policy ${byName}`, resource],
        [
          `user ${FRANK}`,
          juniors,
          'group group:default/stewards',
          `policy ${byGroup}`,
          resource,
        ],
        [
          `user ${FRANK}`,
          juniors,
          'role editor',
          'policy role-editor-metadata',
          resource,
        ],
        [
          `user ${FRANK}`,
          juniors,
          'role editor',
          // editing an entity includes its description
          'policy editors-edit-entities',
          resource,
        ],
        [
          `user ${FRANK}`,
          `responsibility ${held}`,
          `policy ${policyOfStewards}`,
          resource,
        ],
      ].sort(),
    );
    expect(steward.expiresAt).toBe('2030-02-01T00:00:00.000Z');
    const scoped = body.paths.find(({ nodes }: { nodes: Node[] }) =>
      nodes.some(({ id }) => id === byGroup),
    );
    expect(scoped.criteria).toEqual([
      { field: 'type', operator: 'equals', values: ['resource/dataset'] },
    ]);
  });

  it('names ownership, and the privilege that another one follows from', async () => {
    const product = await administered();

    const { body } = await explain(product, DAN, {
      privilege: READ_ONLY,
      resource: ORDERS,
    });

    expect(ways(body.paths)).toEqual([
      [
        `user ${DAN}`,
        'group group:default/sales',
        'owner group:default/sales',
        'policy owners-have-access',
        `resource ${ORDERS}`,
      ],
    ]);
    expect(body.paths[0].privilege).toBe('dataset-access.level.owner');
  });

  it('names a grant and its end, and what is for everybody', async () => {
    const product = await administered();
    const grant = await grantedAccess(product, ANA);

    const byGrant = await explain(product, ANA, {
      privilege: READ_ONLY,
      resource: ORDERS,
    });
    const forAll = await explain(product, ANA, {
      privilege: 'dataset-access.request.create',
      resource: ORDERS,
    });

    expect(ways(byGrant.body.paths)).toEqual([
      [`user ${ANA}`, `grant ${grant}`, `resource ${ORDERS}`],
    ]);
    expect(byGrant.body.paths[0].expiresAt).toBe('2030-02-14T09:00:00.000Z');
    expect(ways(forAll.body.paths)).toEqual([
      [
        `user ${ANA}`,
        'everyone everyone',
        'policy all-users-ask-for-access',
        `resource ${ORDERS}`,
      ],
    ]);
  });
});

import { accessLevels } from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  EVE,
  FRANK,
  MONA,
  OLGA,
  ORDERS,
  smallWorld,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

/*
 * What the service does for capabilities S0.1 to S0.20 of the source document, where no test of a single part shows it.
 */

const OVERRIDE = 'data-registry/override-approver';

const accessTo = (product: TestProduct, caller: Caller, ref: string) =>
  product.get(caller, `/v1/datasets/${ref.replace(':', '/')}/access`);

const ask = (
  product: TestProduct,
  caller: Caller,
  dataset: string,
  more: object = {},
) =>
  product.post(caller, '/v1/requests', {
    dataset,
    beneficiaries: [ANA],
    reason: 'Needed for the quarterly report',
    level: 'read-only',
    duration: 'P30D',
    ...more,
  });

onBothDatabases('asking', start => {
  it.each([
    ['as shipped', undefined, ['resource:default/set', 'api:default/set']],
    [
      'as configured',
      { dataset: { filter: { kind: 'Component', 'spec.type': 'dataset' } } },
      ['component:default/set'],
    ],
  ])(
    'is offered for what is a dataset, and for nothing else, %s (S0.1)',
    async (_, config, datasets) => {
      const entities = [
        { ref: 'resource:default/set', type: 'dataset' },
        { ref: 'api:default/set', type: 'dataset' },
        { ref: 'component:default/set', type: 'dataset' },
        { ref: 'resource:default/queue', type: 'queue' },
        { ref: 'api:default/events', type: 'asyncapi' },
      ].map(one => ({ ...one, owners: ['sales'] }));
      const product = await start({
        world: [...smallWorld, ...entities],
        config,
      });

      for (const { ref } of entities) {
        const situation = await accessTo(product, ANA, ref);
        const submission = await ask(product, ANA, ref);
        expect([ref, situation.status, submission.status]).toEqual(
          datasets.includes(ref) ? [ref, 200, 201] : [ref, 404, 404],
        );
      }
    },
  );

  it('is for everybody who is signed in, in the catalog or not, and for nobody else (S0.2)', async () => {
    const product = await start();

    const unknown = await ask(product, 'user:default/ghost', ORDERS);
    const nobody = await ask(product, 'nobody', ORDERS, { level: 'editor' });

    expect([unknown.status, nobody.status]).toEqual([201, 401]);
    expect(await product.knex('access_requests')).toHaveLength(1);
  });

  it('is held to the form that the dialog gets (S0.3, S0.5)', async () => {
    const product = await start({
      config: {
        overrides: [
          {
            dataset: ORDERS,
            requests: {
              levels: ['read-only', 'editor'],
              durations: ['P7D', 'P30D'],
              defaultDuration: 'P7D',
              maxDuration: 'P30D',
              indefiniteAllowed: false,
              reason: { minLength: 20, maxLength: 40 },
            },
          },
        ],
      },
    });
    const answers = async (submissions: object[]) => {
      const codes: string[] = [];
      for (const submission of submissions) {
        const { body } = await ask(product, ANA, ORDERS, submission);
        codes.push(body.error?.code ?? body.outcomes[0].outcome);
      }
      return codes;
    };

    const { body } = await accessTo(product, ANA, ORDERS);

    expect(body.form).toEqual({
      reason: { minLength: 20, maxLength: 40 },
      levels: ['read-only', 'editor'],
      defaultLevel: 'read-only',
      durations: ['P7D', 'P30D'],
      defaultDuration: 'P7D',
      maxDuration: 'P30D',
      indefiniteAllowed: false,
      maxBeneficiaries: 50,
    });
    expect(await answers(accessLevels.map(level => ({ level })))).toEqual([
      'created',
      'created',
      'BAD_LEVEL',
    ]);
    expect(
      await answers([
        { duration: 'P31D' },
        { duration: undefined },
        { reason: 'x'.repeat(19) },
        { reason: 'x'.repeat(41) },
      ]),
    ).toEqual(['BAD_DURATION', 'BAD_DURATION', 'BAD_REASON', 'BAD_REASON']);
  });

  it('needs a reason, unless none is required (S0.5)', async () => {
    const strict = await start();
    const lenient = await start({
      config: { requests: { reason: { minLength: 0 } } },
    });

    const missing = await ask(strict, ANA, ORDERS, { reason: undefined });
    const empty = await ask(strict, ANA, ORDERS, { reason: '' });
    const accepted = await ask(lenient, ANA, ORDERS, { reason: '' });

    expect(missing.body.error).toMatchObject({
      code: 'INVALID_REQUEST',
      details: [{ field: 'body.reason' }],
    });
    expect(empty.body.error.code).toBe('BAD_REASON');
    expect(accepted.status).toBe(201);
  });
});

onBothDatabases('the approver', start => {
  const everybody = [BOB, CLEO, DAN, EVE, FRANK, MONA, OLGA] as const;

  it.each<[string, string, readonly Caller[]]>([
    ['a group', 'stewards', [BOB, CLEO, FRANK]],
    ['a user', 'eve', [EVE]],
    ['a group and a user of that name', 'olga', [MONA]],
    ['nobody', 'stewrads', [DAN]],
    ['nothing', '', [DAN]],
  ])(
    'is told and decides, and nobody else, where the label names %s (S0.7, S0.14, S0.15, S0.16, S0.20)',
    async (_, label, approvers) => {
      const product = await start({
        world: [
          ...smallWorld.filter(({ ref }) => ref !== MONA),
          { ref: MONA, memberOf: ['olga'] },
          { ref: 'group:default/olga' },
        ],
      });
      product.catalog.put({
        ...product.catalog.get(ORDERS),
        labels: { [OVERRIDE]: label },
      });
      const id = await product.file(ANA, ORDERS);
      await product.deliver();
      const decide = (caller: Caller) =>
        product.post(caller, `/v1/requests/${id}/decision`, {
          decision: 'approve',
        });

      expect(
        product.notifications
          .rows()
          .map(({ user }) => user)
          .sort(),
      ).toEqual([...approvers].sort());
      for (const other of everybody.filter(one => !approvers.includes(one))) {
        expect([403, 404]).toContain((await decide(other)).status);
      }
      for (const approver of approvers) {
        const { body } = await product.get(approver, `/v1/requests/${id}`);
        expect(body.can.decide).toEqual({ allowed: true });
      }
      expect((await decide(approvers[0])).status).toBe(200);
    },
  );
});

onBothDatabases('granting', start => {
  const approved = async (
    product: TestProduct,
    beneficiary: Caller,
  ): Promise<string> => {
    const id = await product.file(beneficiary, ORDERS);
    const { body } = await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    return body.grant.id;
  };
  const toGrant = async (product: TestProduct) => {
    const { body } = await product.get(
      DAN,
      `/v1/grants?dataset=${ORDERS}&state=awaiting-provisioning`,
    );
    return body.items.map(({ subject }: { subject: string }) => subject).sort();
  };

  it('is work that the owner finds and does here (S0.10, S0.19)', async () => {
    const product = await start();
    const forAna = await approved(product, ANA);
    await approved(product, EVE);
    expect(await toGrant(product)).toEqual([ANA, EVE]);

    await product.post(DAN, `/v1/grants/${forAna}/confirmation`, {});

    expect(await toGrant(product)).toEqual([EVE]);
  });

  it('is described in the owner’s own words, which whoever gets it reads (S0.11)', async () => {
    const product = await start();
    const notes = { [ANA]: 'Role ORDERS_READ', [EVE]: 'View orders_masked' };
    for (const [beneficiary, accessNote] of Object.entries(notes)) {
      const grantId = await approved(product, beneficiary as Caller);
      await product.post(DAN, `/v1/grants/${grantId}/confirmation`, {
        accessNote,
      });
    }

    for (const [beneficiary, accessNote] of Object.entries(notes)) {
      const { body } = await product.get(beneficiary as Caller, '/v1/grants');
      expect(body.items).toMatchObject([{ state: 'active', accessNote }]);
    }
  });
});

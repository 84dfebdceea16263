import { ErrorCode, errorCodes } from 'backstage-plugin-dataset-access-common';
import type { Response } from 'supertest';
import { administrationBodies } from '../__testUtils__/administrationBodies';
import { domainBodies } from '../__testUtils__/domainBodies';
import { reviewBodies } from '../__testUtils__/reviewBodies';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  EVE,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { spec } from '../schema/openapi.gen';

const UNKNOWN_ID = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

/** Whatever is wrong, the answer helps and gives nothing away. */
function expectRefusal(response: Response, status: number, code: ErrorCode) {
  const { body } = response;
  expect([response.status, body.error?.code]).toEqual([status, code]);
  expect(errorCodes[code].status).toBe(status);
  expect(body.error.message).toMatch(/^[A-Z].{10,}[.?]$/s);
  expect(response.text).not.toMatch(
    /stack|node_modules|select |insert |knex|sqlite|postgres/i,
  );
}

const submission = {
  dataset: ORDERS,
  beneficiaries: [ANA],
  reason: 'Needed for the quarterly report',
  level: 'read-only',
};

/** Values that no field of the API takes, except for the type they are of. */
const wrongValues: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x'.repeat(20_000),
  '\u0000',
  [],
  [[]],
  {},
  { $gt: '' },
];

onBothDatabases('bad input', startFresh => {
  // what is refused changes nothing, so these tests can share a product
  let shared: Promise<TestProduct> | undefined;
  const start = (options?: Parameters<typeof startFresh>[0]) => {
    if (options) {
      return startFresh(options);
    }
    shared ??= startFresh({ config: { superusers } });
    return shared;
  };

  describe('in a body', () => {
    const requestBodies: Array<[string, string, Record<string, unknown>]> = [
      ['submitRequests', '/v1/requests', submission],
      [
        'decideRequest',
        `/v1/requests/${UNKNOWN_ID}/decision`,
        {
          decision: 'approve',
          version: 1,
          comment: 'ok',
          level: 'editor',
          duration: 'P1D',
          granted: true,
          accessNote: 'role',
        },
      ],
      [
        'decideRequests',
        '/v1/requests/decisions',
        { decisions: [{ requestId: UNKNOWN_ID, decision: 'deny' }] },
      ],
      [
        'withdrawRequest',
        `/v1/requests/${UNKNOWN_ID}/withdrawal`,
        { version: 1 },
      ],
      [
        'commentOnRequest',
        `/v1/requests/${UNKNOWN_ID}/comments`,
        { text: 'hello', asksForInformation: true },
      ],
      [
        'confirmGrant',
        `/v1/grants/${UNKNOWN_ID}/confirmation`,
        { version: 1, accessNote: 'role' },
      ],
      [
        'revokeGrant',
        `/v1/grants/${UNKNOWN_ID}/revocation`,
        { version: 1, reason: 'over' },
      ],
      [
        'returnGrant',
        `/v1/grants/${UNKNOWN_ID}/return`,
        { version: 1, comment: 'done' },
      ],
      [
        'confirmRemoval',
        `/v1/grants/${UNKNOWN_ID}/removal`,
        { version: 1, accessNote: 'role' },
      ],
      [
        'createDelegation',
        '/v1/delegations',
        {
          approver: BOB,
          delegate: EVE,
          startsAt: '2030-01-16T09:00:00.000Z',
          endsAt: '2030-01-17T09:00:00.000Z',
          note: 'away',
        },
      ],
      [
        'takeEmergencyAccess',
        '/v1/datasets/resource/default/orders/emergency-access',
        { reason: 'Orders are lost', level: 'read-only', duration: 'PT1H' },
      ],
      [
        'reviewEmergency',
        `/v1/emergencies/${UNKNOWN_ID}/review`,
        { verdict: 'not-justified', comment: 'why' },
      ],
      [
        'resolveDrift',
        `/v1/drift/${UNKNOWN_ID}/resolution`,
        { action: 'adopt', dryRun: true, reason: 'right' },
      ],
      ...reviewBodies,
    ];

    const bodies = [
      ...requestBodies.map(
        ([operation, ...rest]) => [operation, 'post', ...rest] as const,
      ),
      ...administrationBodies,
      ...domainBodies,
    ];

    const evaluation = {
      subject: { type: 'user', id: ANA },
      action: { name: 'owner' },
      resource: { type: 'resource', id: ORDERS },
    };
    /** What AuthZEN lets grow by fields that nobody knows, with what may not be wrong in it. */
    const evaluations: Array<[string, string, Record<string, unknown>]> = [
      ['evaluateAccess', '/access/v1/evaluation', evaluation],
      [
        'evaluateAccessMany',
        '/access/v1/evaluations',
        { evaluations: [evaluation] },
      ],
    ];

    it('covers every operation that has one', () => {
      const withBody = Object.values(spec.paths).flatMap(methods =>
        Object.values(methods).filter(one => 'requestBody' in one),
      );
      expect(withBody.map(({ operationId }) => operationId).sort()).toEqual(
        [...bodies, ...evaluations].map(([operation]) => operation).sort(),
      );
    });

    it.each(evaluations)(
      'of %s is refused where a part of it is wrong',
      async (_, path, body) => {
        const product = await start();
        for (const field of Object.keys(body)) {
          for (const value of wrongValues) {
            const wrong = { ...body, [field]: value };
            expectRefusal(
              await product.post('service', path, wrong),
              400,
              'INVALID_REQUEST',
            );
          }
        }
      },
    );

    it.each(bodies)(
      'of %s never gets through',
      async (_, method, path, body) => {
        const product = await start();
        // by somebody who may do everything
        const send = (sent?: object) => product[method](ROOT, path, sent);
        for (const field of Object.keys(body)) {
          for (const value of wrongValues) {
            const { status, body: answer } = await send({
              ...body,
              [field]: value,
            });
            expect(status).toBeGreaterThanOrEqual(400);
            expect(status).toBeLessThan(500);
            expect(errorCodes).toHaveProperty(answer.error.code);
          }
        }
        for (const intruder of [
          { status: 'approved' },
          { decidedBy: ANA },
          { approvers: [] },
          { constructor: { prototype: { polluted: true } } },
        ]) {
          expectRefusal(
            await send({ ...body, ...intruder }),
            400,
            'INVALID_REQUEST',
          );
        }
        expectRefusal(
          await send()
            .set('content-type', 'application/json')
            .send(
              `{"__proto__": {"polluted": true}, ${JSON.stringify(body).slice(
                1,
              )}`,
            ),
          400,
          'INVALID_REQUEST',
        );
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      },
    );

    it('names the fields that are wrong, all of them', async () => {
      const product = await start();

      const { body } = await product.post(ANA, '/v1/requests', {
        ...submission,
        reason: 7,
        level: 'god',
      });

      expect(
        body.error.details.map(({ field }: { field: string }) => field),
      ).toEqual(['body.reason', 'body.level']);
      expect(body.error.message).toContain('body.reason must be string');
    });

    it.each([
      ['no JSON', 'application/json', '{"dataset":', 400, 'BODY_NOT_JSON'],
      [
        'form data',
        'application/x-www-form-urlencoded',
        'a=1',
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      ['plain text', 'text/plain', '{}', 415, 'UNSUPPORTED_MEDIA_TYPE'],
      [
        'an odd charset',
        'application/json; charset=klingon',
        '{}',
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [
        'too much',
        'application/json',
        `"${'x'.repeat(1_100_000)}"`,
        413,
        'BODY_TOO_LARGE',
      ],
      ['an array', 'application/json', '[]', 400, 'INVALID_REQUEST'],
      ['a string', 'application/json', '"hi"', 400, 'BODY_NOT_JSON'],
    ] as const)('is refused as %s', async (_, type, text, status, code) => {
      const product = await start();
      expectRefusal(
        await product
          .post(ANA, '/v1/requests')
          .set('content-type', type)
          .send(text),
        status,
        code,
      );
    });
  });

  it.each([
    ['nothing', ''],
    ['blanks', '          '],
    ['zero-width characters', '\u200b'.repeat(30)],
    ['too little', 'because'],
    ['too much', 'x'.repeat(2001)],
    ['NUL', `a reason with a \u0000 in it`],
    ['half a character', `a reason with a \ud83d in it`],
  ])('is no reason: %s', async (_, reason) => {
    const product = await start();
    expectRefusal(
      await product.post(ANA, '/v1/requests', { ...submission, reason }),
      400,
      'BAD_REASON',
    );
  });

  it.each([
    ['HTML', '<script>alert(1)</script> <img src=x onerror=alert(1)>'],
    ['SQL', `'; drop table access_requests; --  " or 1=1`],
    ['emoji and other scripts', 'Für die Übersicht 📊 データ分析 مرحبا'],
    ['a template', '${process.env.HOME} {{constructor}} %s %d'],
  ])('is kept as the plain text it is: %s', async (_, reason) => {
    const product = await startFresh();
    const id = await product.file(ANA, ORDERS, { reason });
    expect((await product.request(ANA, id)).reason).toBe(reason);
  });

  it.each([
    ['no ref', 'orders'],
    ['an empty name', 'resource:default/'],
    ['two slashes', 'resource:default/a/b'],
    ['a path', 'resource:../orders'],
    ['a Kelvin sign for a k', 'resource:default/\u212aitchen'],
    ['full-width letters', 'resource:default/ｏｒｄｅｒｓ'],
    ['a zero-width space', 'resource:default/ord\u200bers'],
    ['a blank', 'resource:default/orders '],
    ['a line break', 'resource:default/orders\n'],
    ['a NUL', 'resource:default/orders\u0000'],
    ['too long a name', `resource:default/${'x'.repeat(64)}`],
  ])('is no dataset: %s', async (_, dataset) => {
    const product = await start();
    expectRefusal(
      await product.post(ANA, '/v1/requests', { ...submission, dataset }),
      400,
      'BAD_ENTITY_REF',
    );
    const list = await product.get(
      ANA,
      `/v1/requests?dataset=${encodeURIComponent(dataset)}`,
    );
    expectRefusal(list, 400, 'BAD_ENTITY_REF');
  });

  it('is no beneficiary, and does not keep others from being served', async () => {
    const product = await startFresh();

    const { outcomes } = await product.submit(ANA, {
      dataset: ORDERS,
      beneficiaries: [
        ANA,
        'bob',
        'component:default/website',
        'user:default/\u0131rma',
        'group:default/constructor',
        'user:default/__proto__',
      ],
    });

    expect(outcomes.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'created',
      'BAD_ENTITY_REF',
      'BAD_ENTITY_REF',
      'BAD_ENTITY_REF',
      'BENEFICIARY_NOT_FOUND',
      'BAD_ENTITY_REF',
    ]);
  });

  it.each([
    ['P0D', 'BAD_DURATION'],
    ['PT1M', 'BAD_DURATION'],
    ['P2025Y', 'BAD_DURATION'],
    ['P1000000000D', 'BAD_DURATION'],
    ['PXD', 'BAD_DURATION'],
    ['P1', 'INVALID_REQUEST'],
    ['P-1D', 'INVALID_REQUEST'],
    ['30 days', 'INVALID_REQUEST'],
    ['P１D', 'INVALID_REQUEST'],
  ] as const)('is no duration: %s', async (duration, code) => {
    const product = await start();
    expectRefusal(
      await product.post(ANA, '/v1/requests', { ...submission, duration }),
      400,
      code,
    );
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=NaN',
    'limit=1e9',
    'limit=1&limit=2',
    'sort=password',
    'view=everything',
    'status=pending,gone',
    'status=',
    'q=',
    `q=${'x'.repeat(101)}`,
    'batch=1',
    'level=god',
    'foo=1',
    'cursor=',
  ])('is no way to list: ?%s', async query => {
    const product = await start();
    expectRefusal(
      await product.get(ANA, `/v1/requests?${query}`),
      400,
      'INVALID_REQUEST',
    );
  });

  it('is a cursor of another list, an altered or a made-up one', async () => {
    const product = await startFresh();
    await product.file(ANA, ORDERS);
    await product.file(ANA, ORDERS, { level: 'editor' });
    const { body } = await product.get(ANA, '/v1/requests?limit=1');
    const { nextCursor } = body;
    const altered = nextCursor.replace(/.$/, (last: string) =>
      last === 'A' ? 'B' : 'A',
    );

    for (const query of [
      `limit=1&cursor=${nextCursor}&sort=created`,
      `limit=1&cursor=${nextCursor}&view=mine`,
      `limit=1&cursor=${nextCursor.slice(2)}`,
      `limit=1&cursor=${altered}x`,
      'limit=1&cursor=abc',
      `limit=1&cursor=${Buffer.from('0123456789abcdef["next",1,"x"]').toString(
        'base64url',
      )}`,
    ]) {
      expectRefusal(
        await product.get(ANA, `/v1/requests?${query}`),
        400,
        'BAD_CURSOR',
      );
    }
  });

  it.each([
    ['GET', '/v1/requests/1'],
    ['GET', "/v1/requests/'%20or%201=1--"],
    ['POST', '/v1/requests/undefined/decision'],
    ['POST', '/v1/grants/%00/confirmation'],
    ['GET', '/v1/datasets/resource/default/%E2%84%AAitchen/access'],
    ['GET', '/v1/datasets/resource/default/a%2Fb/access'],
    ['GET', '/v1/datasets/resource/..%2f..%2f/orders/access'],
    ['GET', '/v1/datasets/%zz/default/orders/access'],
  ])('is no path: %s %s', async (method, path) => {
    const product = await start();
    const response =
      method === 'GET'
        ? await product.get(ANA, path)
        : await product.post(ANA, path, { decision: 'approve' });
    expectRefusal(response, 400, 'INVALID_REQUEST');
  });

  it.each(['/v1/nothing', '/v1/requests/a/b/c', '/v2/requests', '/'])(
    'is no operation: %s',
    async path => {
      const product = await start();
      expectRefusal(await product.get(ANA, path), 404, 'ROUTE_NOT_FOUND');
      expectRefusal(await product.post(ANA, path, {}), 404, 'ROUTE_NOT_FOUND');
    },
  );

  it.each([
    ['too short', 'short'],
    ['of other characters', 'key with blanks'],
    ['too long', 'k'.repeat(101)],
  ])('is no idempotency key: %s', async (_, key) => {
    const product = await start();
    expectRefusal(
      await product
        .post(ANA, '/v1/requests', submission)
        .set('Idempotency-Key', key),
      400,
      'INVALID_REQUEST',
    );
  });

  it('too many beneficiaries are refused, with the number that is allowed', async () => {
    const product = await start({
      config: { requests: { maxBeneficiaries: 2 } },
    });
    const response = await product.post(ANA, '/v1/requests', {
      ...submission,
      beneficiaries: [ANA, BOB, EVE],
    });
    expectRefusal(response, 400, 'INVALID_REQUEST');
    expect(response.body.error.message).toContain('2 beneficiaries');
  });

  it('somebody else’s request and one that does not exist cannot be told apart', async () => {
    const product = await startFresh();
    const id = await product.file(ANA, ORDERS);
    const calls = (requestId: string) => [
      product.get(EVE, `/v1/requests/${requestId}`),
      product.post(EVE, `/v1/requests/${requestId}/decision`, {
        decision: 'approve',
      }),
      product.post(EVE, `/v1/requests/${requestId}/withdrawal`, {}),
      product.post(EVE, `/v1/requests/${requestId}/comments`, { text: 'hi' }),
    ];
    const body = ({ body: { error, response } }: Response) => ({
      error,
      response,
    });

    const foreign = (await Promise.all(calls(id))).map(body);
    const unknown = (await Promise.all(calls(UNKNOWN_ID))).map(body);

    expect(foreign).toEqual(unknown);
    expect(foreign[0].error.code).toBe('REQUEST_NOT_FOUND');
  });

  it('a hidden dataset and one that does not exist cannot be told apart', async () => {
    const product = await startFresh();
    await product.file(EVE, ORDERS);
    product.catalog.hide(ORDERS, ANA);
    const about = async (dataset: string) => {
      const [kind, rest] = dataset.split(':');
      const answers = await Promise.all([
        product.post(ANA, '/v1/requests', { ...submission, dataset }),
        product.get(ANA, `/v1/requests?dataset=${dataset}`),
        product.get(ANA, `/v1/grants?dataset=${dataset}`),
        product.get(ANA, `/v1/datasets/${kind}/${rest}/access`),
      ]);
      return answers.map(({ status, body }) => ({
        status,
        body: { ...body, request: undefined },
      }));
    };

    expect(await about(ORDERS)).toEqual(
      await about('resource:default/nothing'),
    );
  });
});

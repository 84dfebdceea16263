import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ana,
  dan,
  NO,
  orders,
  own,
  products,
  read,
  YES,
  sharedAccess,
} from '../__testUtils__/sharedAccess';
import { ANA, BOB, EVE, ROOT } from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

/*
 * OpenID AuthZEN Authorization API 1.0, https://openid.net/specs/authorization-api-1_0.html: section 6.
 */

onBothDatabases('evaluating access (AuthZEN)', start => {
  const granted = sharedAccess(start);
  const one = (
    product: TestProduct,
    body: object,
    caller: Caller = 'service',
  ) => product.post(caller, '/access/v1/evaluation', body);
  const many = (
    product: TestProduct,
    body: object,
    caller: Caller = 'service',
  ) => product.post(caller, '/access/v1/evaluations', body);

  it.each<[string, object, object, object, object]>([
    ['an access level', ana, read, orders, YES],
    ['a higher level', ana, own, orders, NO],
    ['another dataset', ana, read, products, NO],
    ['a level that follows from ownership', dan, read, products, YES],
    ['a privilege', dan, { name: 'metadata.edit-description' }, orders, YES],
    [
      'the name that another system has for it',
      dan,
      { name: 'EDIT_ENTITY_DOCS' },
      orders,
      YES,
    ],
    [
      'kinds and names in place of refs',
      { type: 'User', id: 'Ana' },
      read,
      { type: 'resource', id: 'orders' },
      YES,
    ],
    [
      'properties and a context that nobody looks at',
      { ...ana, properties: { department: 'Sales', nested: { a: [1] } } },
      { ...read, properties: { method: 'GET' } },
      { ...orders, properties: {} },
      YES,
    ],
  ])('decides on %s', async (_, subject, action, resource, expected) => {
    const product = await granted();
    const context = { time: '1985-10-26T01:22-07:00' };

    const { status, body } = await one(product, {
      subject,
      action,
      resource,
      context,
    });

    expect([status, body]).toEqual([200, expected]);
  });

  it.each<[string, object, string]>([
    ['action', { action: { name: 'can_fly' } }, 'unknown-action'],
    ['person', { subject: { type: 'user', id: 'ghost' } }, 'unknown-subject'],
    [
      'kind of subject',
      { subject: { type: 'robot', id: 'r2d2' } },
      'unknown-subject',
    ],
    [
      'spelling of a person',
      { subject: { type: 'user', id: 'ana@example.com' } },
      'unknown-subject',
    ],
    [
      'subject that is an entity but nobody',
      { subject: orders },
      'unknown-subject',
    ],
    [
      'resource',
      { resource: { type: 'account', id: '123' } },
      'unknown-resource',
    ],
    [
      'spelling of a resource',
      { resource: { type: 'resource', id: '../orders\u0000' } },
      'unknown-resource',
    ],
  ])(
    'denies an unknown %s, as an answer and not as an error',
    async (_, unknown, reason) => {
      const product = await granted();
      const asked = { subject: ana, action: read, resource: orders };

      const { status, body } = await one(product, { ...asked, ...unknown });

      expect([status, body]).toEqual([
        200,
        { decision: false, context: { reason } },
      ]);
    },
  );

  it.each(['subject', 'action', 'resource'])(
    'is refused without %s',
    async part => {
      const product = await granted();
      const asked = { subject: ana, action: read, resource: orders };
      const lacking = { ...asked, [part]: undefined };

      const answers = [
        await one(product, lacking),
        await many(product, lacking),
        await many(product, { ...lacking, evaluations: [] }),
        await many(product, { ...lacking, evaluations: [asked, {}] }),
      ];

      expect(
        answers.map(({ status, body }) => [status, body.error?.code]),
      ).toEqual(answers.map(() => [400, 'INVALID_REQUEST']));
      expect(answers[3].body.error.details).toEqual([
        { field: `evaluations.1.${part}`, problem: 'is missing' },
      ]);
    },
  );

  it('is for services and for who may explain decisions, and for nobody else, whomever it is about', async () => {
    const product = await granted();
    await product.post(ROOT, '/v1/policies', {
      name: 'Bob explains',
      type: 'platform',
      privileges: ['dataset-access.decision.explain'],
      actors: { users: [BOB] },
    });
    const asked = { subject: ana, action: read, resource: orders };
    const statuses = async (caller: Caller) => [
      (await one(product, asked, caller)).status,
      (await many(product, { ...asked, evaluations: [{}] }, caller)).status,
    ];

    expect(await statuses('service')).toEqual([200, 200]);
    expect(await statuses(BOB)).toEqual([200, 200]);
    expect(await statuses(ANA)).toEqual([403, 403]);
    expect(await statuses(EVE)).toEqual([403, 403]);
    expect(await statuses('nobody')).toEqual([401, 401]);
  });

  it('gives the caller its own id back, with an answer and with a refusal', async () => {
    const product = await start();
    const asked = (body: object) =>
      product
        .post('service', '/access/v1/evaluation', body)
        .set('X-Request-ID', 'gateway-7');

    const answers = await Promise.all([
      asked({ subject: ana, action: read, resource: orders }),
      asked({ subject: ana }),
    ]);

    expect(
      answers.map(({ status, headers }) => [status, headers['x-request-id']]),
    ).toEqual([
      [200, 'gateway-7'],
      [400, 'gateway-7'],
    ]);
  });
});

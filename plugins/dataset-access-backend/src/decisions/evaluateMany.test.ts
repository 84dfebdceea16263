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
import type { TestProduct } from '../__testUtils__/TestProduct';

/*
 * OpenID AuthZEN Authorization API 1.0, https://openid.net/specs/authorization-api-1_0.html: section 7.
 */

onBothDatabases('evaluating access, many at once (AuthZEN)', start => {
  const granted = sharedAccess(start);
  const many = (product: TestProduct, body: object) =>
    product.post('service', '/access/v1/evaluations', body);

  it('answers many in the order asked, each with the defaults that it does not override', async () => {
    const product = await granted();

    const { status, body } = await many(product, {
      subject: ana,
      action: read,
      evaluations: [
        { resource: orders },
        { resource: products },
        { resource: products, subject: dan },
        { resource: orders, action: own },
        { resource: { type: 'account', id: '1' } },
        { subject: dan, action: own, resource: orders },
      ],
    });

    expect([status, body]).toEqual([
      200,
      {
        evaluations: [
          YES,
          NO,
          YES,
          NO,
          { decision: false, context: { reason: 'unknown-resource' } },
          YES,
        ],
      },
    ]);
  });

  it.each([[undefined], [[]]])(
    'answers as for one where evaluations are %j',
    async evaluations => {
      const product = await granted();
      const asked = { subject: ana, action: read, resource: orders };

      const { body } = await many(product, { ...asked, evaluations });

      expect(body).toEqual(YES);
    },
  );

  it.each<[string | undefined, unknown[]]>([
    [undefined, [YES, NO, YES]],
    ['execute_all', [YES, NO, YES]],
    ['deny_on_first_deny', [YES, NO]],
    ['permit_on_first_permit', [YES]],
  ])('stops where %s says so', async (semantic, expected) => {
    const product = await granted();
    const options = semantic && {
      evaluations_semantic: semantic,
      another_option: 'value',
    };

    const { body } = await many(product, {
      subject: ana,
      action: read,
      options,
      evaluations: [
        { resource: orders },
        { resource: products },
        { resource: orders },
      ],
    });

    expect(body).toEqual({ evaluations: expected });
  });

  it('does not stop where nothing gives it reason to', async () => {
    const product = await granted();
    const twice = async (semantic: string, resource: object) => {
      const { body } = await many(product, {
        subject: ana,
        action: read,
        options: { evaluations_semantic: semantic },
        evaluations: [{ resource }, { resource }],
      });
      return body.evaluations;
    };

    expect(await twice('deny_on_first_deny', orders)).toEqual([YES, YES]);
    expect(await twice('permit_on_first_permit', products)).toEqual([NO, NO]);
  });

  it('takes a thousand at once, and no more', async () => {
    const product = await granted();
    const ask = (count: number) =>
      many(product, {
        subject: ana,
        evaluations: Array.from({ length: count }, (_, index) => ({
          action: index % 2 === 0 ? read : own,
          resource: index % 3 === 0 ? orders : products,
        })),
      });
    await ask(1000); // compiles what the first call needs

    const began = performance.now();
    const { body } = await ask(1000);
    const took = performance.now() - began;

    expect(body.evaluations).toHaveLength(1000);
    expect(
      body.evaluations.filter((each: { decision: boolean }) => each.decision),
    ).toHaveLength(167);
    expect(took).toBeLessThan(100);
    expect((await ask(1001)).status).toBe(400);
  });
});

import { errorCodes } from 'backstage-plugin-dataset-access-common';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ORDERS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import { spec } from '../schema/openapi.gen';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: { $ref?: string; type?: string; format?: string };
}

/** Something right for each parameter that a call cannot be without. */
const RIGHT: Record<string, string> = {
  kind: 'resource',
  namespace: 'default',
  name: 'orders',
  requestId: '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10',
  grantId: '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10',
  reviewId: '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10',
  responsibilityId: '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10',
  policyId: 'role-reader-metadata',
  roleId: 'reader',
  dataset: ORDERS,
  domain: 'commerce',
  user: 'eve',
  group: 'sales',
};

const world = [...smallWorld, { ref: 'domain:default/commerce' }];

/** What no text of a query or path may hold: PostgreSQL takes no NUL, and nobody can see the others. */
const UNREADABLE = ['%00', 'a%00b', 'user:default%2Fana%00', '%1f', 'a%0ab'];

/** What people do look for, in any alphabet, and what must not be taken for a part of the statement. */
const READABLE = [
  '%25',
  '_',
  '\\',
  "'; --",
  '"',
  '😀',
  'Ü',
  '分',
  '${x}',
  ' a',
];

/** Where nothing can be found here, whatever is looked for: there is no such operation of the matrix, and no review. */
const OTHERWISE: Record<string, number> = {
  explainDecision: 400,
  listReviewItems: 404,
};

/** The calls without a body: all that they say is in the address. */
const calls = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => method === 'get' || method === 'delete')
    .map(([method, { operationId, ...rest }]) => ({
      method: method as 'get' | 'delete',
      operation: operationId as string,
      path,
      parameters: (
        ((rest as { parameters?: unknown }).parameters ?? []) as Array<
          Parameter & { $ref?: string }
        >
      ).map(one => resolved(one) as Parameter),
    })),
);

const texts = calls.flatMap(({ parameters, ...call }) =>
  parameters
    .filter(
      ({ schema }) =>
        (resolved(schema) as Parameter['schema']).type === 'string',
    )
    .map(({ name }) => ({ ...call, parameters, name })),
);

/** Free text: whatever is readable may be looked for. */
const searches = texts.filter(({ parameters, name }) =>
  parameters.some(
    one => one.name === name && one.schema.$ref?.endsWith('/SearchText'),
  ),
);

function resolved(node: { $ref?: string }): object {
  return node.$ref
    ? node.$ref
        .replace('#/', '')
        .split('/')
        .reduce(
          (within, key) => (within as Record<string, object>)[key],
          spec as object,
        )
    : node;
}

/** A call that is right but for one parameter. */
function address(
  { path, parameters }: Pick<(typeof texts)[number], 'path' | 'parameters'>,
  wrong: string,
  text: string,
): string {
  const value = (name: string) => (name === wrong ? text : RIGHT[name]);
  const query = parameters
    .filter(one => one.in === 'query' && (one.required || one.name === wrong))
    .map(({ name }) => `${name}=${value(name)}`);
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => value(name));
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

onBothDatabases('an address', start => {
  // what is refused or only reads changes nothing, so these tests can share a product
  let shared: Promise<TestProduct> | undefined;
  const product = () => (shared ??= start({ world, config: { superusers } }));

  it('is tried on every text that an address can hold', () => {
    expect(texts.length).toBeGreaterThan(30);
    expect(searches.map(({ operation, name }) => [operation, name])).toEqual(
      expect.arrayContaining([
        ['listRequests', 'q'],
        ['listRequests', 'source'],
        ['listPolicies', 'q'],
        ['listManagedDomains', 'search'],
      ]),
    );
  });

  it.each(texts)(
    'is refused where $name of $operation is no text',
    async ({ name, method, ...call }) => {
      for (const text of UNREADABLE) {
        const { status, body } = await (
          await product()
        )[method](ROOT, address(call, name, text));
        expect([name, text, status]).toEqual([name, text, 400]);
        expect(errorCodes).toHaveProperty(body.error.code);
      }
    },
  );

  it.each(searches)(
    'may look with $name of $operation for any text',
    async ({ name, operation, ...rest }) => {
      for (const text of READABLE) {
        const { status } = await (
          await product()
        ).get(
          ROOT,
          address(rest, name, text === '%25' ? text : encodeURIComponent(text)),
        );
        const expected = OTHERWISE[operation] ?? 200;
        expect([text, status]).toEqual([text, expected]);
      }
    },
  );
});

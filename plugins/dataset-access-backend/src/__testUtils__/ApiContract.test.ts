import { ApiContract } from './ApiContract';

const NOW = '2030-01-15T09:00:00.000Z';
const contract = new ApiContract();

const approvers = [{ ref: 'group:default/stewards', via: 'override-group' }];
const no = { allowed: false, code: 'NOT_AN_APPROVER', message: 'You are not.' };
const request = {
  id: '1',
  batchId: '2',
  dataset: { ref: 'resource:default/orders', title: 'Orders' },
  beneficiary: 'user:default/ana',
  requester: 'user:default/ana',
  level: 'read-only',
  status: 'pending',
  waitingOn: 'approver',
  version: 1,
  approvers,
  createdAt: NOW,
  updatedAt: NOW,
  pendingUntil: NOW,
};
const detail = {
  ...request,
  history: [{ seq: 1, type: 'filed', at: NOW, facts: { level: 'read-only' } }],
  historyIntact: true,
  trail: [],
  can: { decide: no, withdraw: no, comment: no, ask: no, confirm: no },
};
const error = {
  error: {
    name: 'InputError',
    message: 'The request does not match the API description.',
    code: 'INVALID_REQUEST',
    details: [{ field: 'body.level', problem: 'must be string' }],
  },
  request: { method: 'GET', url: '/v1/requests/1' },
  response: { statusCode: 400 },
};

/** What Backstage answers to a call without credentials. */
const unauthenticated = {
  error: { name: 'AuthenticationError', message: 'Missing credentials' },
  request: { method: 'GET', url: '/v1/requests/1' },
  response: { statusCode: 401 },
};

/** A copy with a value put at a path, or without what is there. */
function doctored(body: object, path: string, value?: unknown): object {
  const [key, ...rest] = path.split('.');
  const copy: any = Array.isArray(body) ? [...body] : { ...body };
  copy[key] = rest.length ? doctored(copy[key], rest.join('.'), value) : value;
  return JSON.parse(JSON.stringify(copy));
}

describe('the judge of answers', () => {
  const judge = (status: number, body: object, type = 'application/json') =>
    contract.differences('getRequest', { status, body, type });

  it.each([
    [200, detail],
    [400, error],
    [401, unauthenticated],
  ])('has nothing against a %s as it is described', async (status, body) => {
    expect(await judge(status, body)).toEqual([]);
  });

  it.each([
    ['a property that is not described', 200, 'secret', 'x'],
    ['one in an object within', 200, 'dataset.owner', 'x'],
    ['one in a list within', 200, 'history.0.ip', '10.0.0.7'],
    ['one in an error', 400, 'error.stack', 'at main.js:1'],
    ['one in a detail of an error', 400, 'error.details.0.value', 'x'],
    ['a required property that is missing', 200, 'status', undefined],
    ['one of the other half of an allOf', 200, 'historyIntact', undefined],
    ['one in an object that is within', 200, 'can.ask', undefined],
    ['an error without its code', 400, 'error.code', undefined],
    ['another type', 200, 'version', '1'],
    ['null in place of nothing', 200, 'reason', null],
    ['a word that is not on the list', 200, 'waitingOn', 'nobody'],
    ['an instant that is none', 200, 'createdAt', 'yesterday'],
  ])('finds %s', async (_, status, path, value) => {
    const body = status === 200 ? detail : error;

    const found = await judge(status, doctored(body, path, value));

    // exactly the doctored place is named
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`/response/${path.replaceAll('.', '/')} `);
  });

  it('finds a body under a status that has another one', async () => {
    expect(await judge(404, detail)).not.toEqual([]);
    expect(await judge(200, error)).not.toEqual([]);
    expect(await judge(401, error)).not.toEqual([]);
    expect(await judge(403, unauthenticated)).not.toEqual([]);
  });

  it.each(contract.operations)(
    'judges every answer to $operationId',
    async ({ operationId, responses }) => {
      for (const described of Object.keys(responses)) {
        const status = described === 'default' ? 503 : Number(described);
        // of many evaluations not even their list is required
        const body = { evaluations: [{}] };
        const nothing = { status, body, type: 'application/json' };
        const isFile = !Object.hasOwn(
          responses[described].content,
          'application/json',
        );
        expect(await contract.differences(operationId, nothing)).toContainEqual(
          expect.stringMatching(
            isFile ? /^content type/ : /must have required property/,
          ),
        );
      }
    },
  );

  it('finds another content type', async () => {
    expect(await judge(200, detail, 'text/html')).toEqual([
      'content type text/html',
    ]);
  });
});

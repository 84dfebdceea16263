import { DatasetAccessClient } from './DatasetAccessClient';

const BASE_URL = 'http://portal.test/api/dataset-access';
const ID = '6f1d2c1e-8a43-4b5e-9f0a-1d2c3b4a5e6f';

/** A backend that answers everything with one response, and remembers what it was asked. */
function stub(answer: Response, baseUrl = BASE_URL) {
  const calls: Array<{ url: string; init: RequestInit }> = [];
  const client = new DatasetAccessClient({
    baseUrl,
    fetch: async (url, init) => {
      calls.push({ url, init });
      return answer;
    },
  });
  return { client, calls };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

type Call = (client: DatasetAccessClient) => Promise<unknown>;

describe('what the client sends', () => {
  it.each<[string, Call, string, unknown]>([
    [
      'getDatasetAccess',
      client => client.getDatasetAccess('resource:sales/orders_v1.2'),
      'GET /v1/datasets/resource/sales/orders_v1.2/access',
      undefined,
    ],
    [
      'getDatasetAccess of a ref without namespace',
      client => client.getDatasetAccess('api:products'),
      'GET /v1/datasets/api/default/products/access',
      undefined,
    ],
    [
      'listRequests',
      client => client.listRequests({ view: 'inbox', q: 'a&b=c %', limit: 20 }),
      'GET /v1/requests?view=inbox&q=a%26b%3Dc%20%25&limit=20',
      undefined,
    ],
    [
      'countRequests',
      client => client.countRequests(),
      'GET /v1/requests/counts',
      undefined,
    ],
    [
      'getRequest',
      client => client.getRequest(ID),
      `GET /v1/requests/${ID}`,
      undefined,
    ],
    [
      'getRequest of an id that is none',
      client => client.getRequest('../grants?x=1'),
      'GET /v1/requests/..%2Fgrants%3Fx%3D1',
      undefined,
    ],
    [
      'decideRequest',
      client =>
        client.decideRequest(ID, {
          decision: 'approve',
          version: 3,
          level: 'editor',
        }),
      `POST /v1/requests/${ID}/decision`,
      { decision: 'approve', version: 3, level: 'editor' },
    ],
    [
      'decideRequests',
      client =>
        client.decideRequests({
          decisions: [{ requestId: ID, decision: 'deny' }],
        }),
      'POST /v1/requests/decisions',
      { decisions: [{ requestId: ID, decision: 'deny' }] },
    ],
    [
      'withdrawRequest',
      client => client.withdrawRequest(ID, { version: 2 }),
      `POST /v1/requests/${ID}/withdrawal`,
      { version: 2 },
    ],
    [
      'commentOnRequest',
      client =>
        client.commentOnRequest(ID, {
          text: 'Why? 🤔',
          asksForInformation: true,
        }),
      `POST /v1/requests/${ID}/comments`,
      { text: 'Why? 🤔', asksForInformation: true },
    ],
    [
      'listGrants',
      client =>
        client.listGrants({
          dataset: 'resource:default/orders',
          state: 'active',
        }),
      'GET /v1/grants?dataset=resource%3Adefault%2Forders&state=active',
      undefined,
    ],
    [
      'confirmGrant',
      client => client.confirmGrant(ID, { accessNote: 'role ANALYST' }),
      `POST /v1/grants/${ID}/confirmation`,
      { accessNote: 'role ANALYST' },
    ],
  ])('%s', async (_, call, line, body) => {
    const { client, calls } = stub(json({ items: [], id: ID }));

    await expect(call(client)).resolves.toEqual({ items: [], id: ID });

    expect(calls).toHaveLength(1);
    const [{ url, init }] = calls;
    expect(`${init.method} ${url}`).toBe(line.replace(' ', ` ${BASE_URL}`));
    expect(init.body && JSON.parse(String(init.body))).toEqual(body);
    const contentType = new Headers(init.headers).get('content-type');
    expect(contentType).toBe(body ? 'application/json' : null);
  });

  it('submitRequests, with the key that makes it safe to send again', async () => {
    const { client, calls } = stub(json({ batchId: ID }, 201));
    const submission = {
      dataset: 'resource:default/orders',
      beneficiaries: ['user:default/ana'],
      reason: 'Quarterly report',
      level: 'read-only' as const,
    };

    const result = await client.submitRequests(submission, 'key-0001');

    expect(result).toEqual({ batchId: ID });
    const [{ url, init }] = calls;
    expect([init.method, url]).toEqual(['POST', `${BASE_URL}/v1/requests`]);
    expect(new Headers(init.headers).get('idempotency-key')).toBe('key-0001');
    expect(JSON.parse(String(init.body))).toEqual(submission);
  });

  it('goes through the fetch API of a frontend by plugin id', async () => {
    const { client, calls } = stub(json({}), 'plugin://dataset-access');

    await client.decideRequest(ID, { decision: 'deny' });

    expect(calls[0].url).toBe(
      `plugin://dataset-access/v1/requests/${ID}/decision`,
    );
    expect(calls[0].init.body).toBe('{"decision":"deny"}');
  });

  it('stops when the caller gives up', async () => {
    const { client, calls } = stub(json({}));
    const controller = new AbortController();

    await client.countRequests({ signal: controller.signal });
    controller.abort();

    expect(calls[0].init.signal?.aborted).toBe(true);
  });
});

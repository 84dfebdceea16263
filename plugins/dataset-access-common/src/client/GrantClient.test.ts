import { GrantClient } from './GrantClient';

const BASE_URL = 'http://portal.test/api/dataset-access';
const ID = '6f1d2c1e-8a43-4b5e-9f0a-1d2c3b4a5e6f';

/** A backend that answers everything with one response, and remembers what it was asked. */
function stub(answer: Response) {
  const calls: Array<{ url: string; init: RequestInit }> = [];
  const client = new GrantClient({
    baseUrl: BASE_URL,
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

type Call = (client: GrantClient) => Promise<unknown>;

describe('what the client of grants sends', () => {
  it.each<[string, Call, string, unknown]>([
    [
      'getGrant',
      client => client.getGrant(ID),
      `GET /v1/grants/${ID}`,
      undefined,
    ],
    [
      'getGrant of an id that is none',
      client => client.getGrant('../tasks?x=1'),
      'GET /v1/grants/..%2Ftasks%3Fx%3D1',
      undefined,
    ],
    [
      'revokeGrant',
      client => client.revokeGrant(ID, { reason: 'Left the team', version: 2 }),
      `POST /v1/grants/${ID}/revocation`,
      { reason: 'Left the team', version: 2 },
    ],
    [
      'returnGrant',
      client => client.returnGrant(ID, { comment: 'Done with it 🎉' }),
      `POST /v1/grants/${ID}/return`,
      { comment: 'Done with it 🎉' },
    ],
    [
      'returnGrant without a word',
      client => client.returnGrant(ID, {}),
      `POST /v1/grants/${ID}/return`,
      {},
    ],
    [
      'confirmRemoval',
      client => client.confirmRemoval(ID, { accessNote: 'Role dropped' }),
      `POST /v1/grants/${ID}/removal`,
      { accessNote: 'Role dropped' },
    ],
    [
      'listTasks',
      client =>
        client.listTasks({ kind: 'take-back', limit: 20, cursor: 'a=' }),
      'GET /v1/tasks?kind=take-back&limit=20&cursor=a%3D',
      undefined,
    ],
    [
      'listTasks of all kinds',
      client => client.listTasks({}),
      'GET /v1/tasks',
      undefined,
    ],
    [
      'listDrift',
      client => client.listDrift({ dataset: 'resource:default/orders' }),
      'GET /v1/drift?dataset=resource%3Adefault%2Forders',
      undefined,
    ],
    [
      'resolveDrift',
      client => client.resolveDrift(ID, { action: 'revoke', dryRun: true }),
      `POST /v1/drift/${ID}/resolution`,
      { action: 'revoke', dryRun: true },
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

  it.each<[string, (client: GrantClient, signal: AbortSignal) => unknown]>([
    ['getGrant', (client, signal) => client.getGrant(ID, { signal })],
    ['listTasks', (client, signal) => client.listTasks({}, { signal })],
    ['listDrift', (client, signal) => client.listDrift({}, { signal })],
  ])('%s stops when the caller gives up', async (_, call) => {
    const { client, calls } = stub(json({}));
    const controller = new AbortController();

    await call(client, controller.signal);
    controller.abort();

    expect(calls[0].init.signal?.aborted).toBe(true);
  });
});

it('a refusal reaches the caller with its code', async () => {
  const { client } = stub(
    json(
      {
        error: {
          name: 'ConflictError',
          code: 'GRANT_ENDED',
          message: 'This access has ended already.',
        },
      },
      409,
    ),
  );

  await expect(
    client.revokeGrant(ID, { reason: 'Left the team' }),
  ).rejects.toMatchObject({ code: 'GRANT_ENDED', statusCode: 409 });
});

import { EmergencyClient } from './EmergencyClient';

const BASE_URL = 'http://portal.test/api/dataset-access';
const ID = '6f1d2c1e-8a43-4b5e-9f0a-1d2c3b4a5e6f';
const WISH = {
  reason: 'Orders are lost in production',
  level: 'read-only',
  duration: 'PT1H',
} as const;

/** A backend that answers everything with nothing, and remembers what it was asked. */
function stub() {
  const calls: Array<{ url: string; init: RequestInit }> = [];
  const client = new EmergencyClient({
    baseUrl: BASE_URL,
    fetch: async (url, init) => {
      calls.push({ url, init });
      return new Response('{}', {
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  return { client, calls };
}

describe('what the client of emergencies sends', () => {
  it.each<
    [string, (client: EmergencyClient) => Promise<unknown>, string, unknown]
  >([
    [
      'takeEmergencyAccess',
      client => client.takeEmergencyAccess('resource:default/orders', WISH),
      'POST /v1/datasets/resource/default/orders/emergency-access',
      WISH,
    ],
    [
      'listEmergencies',
      client => client.listEmergencies({ view: 'review', state: 'open' }),
      'GET /v1/emergencies?view=review&state=open',
      undefined,
    ],
    [
      'reviewEmergency',
      client => client.reviewEmergency(ID, { verdict: 'justified' }),
      `POST /v1/emergencies/${ID}/review`,
      { verdict: 'justified' },
    ],
  ])('%s', async (_, call, line, body) => {
    const { client, calls } = stub();

    await call(client);

    const [{ url, init }] = calls;
    expect(`${init.method} ${url.slice(BASE_URL.length)}`).toBe(line);
    expect(init.body && JSON.parse(String(init.body))).toEqual(body);
  });

  it('has the key by which a repeated call is known', async () => {
    const { client, calls } = stub();

    await client.takeEmergencyAccess('resource:default/orders', WISH, {
      idempotencyKey: 'emergency-0001',
    });

    expect(new Headers(calls[0].init.headers).get('idempotency-key')).toBe(
      'emergency-0001',
    );
  });
});

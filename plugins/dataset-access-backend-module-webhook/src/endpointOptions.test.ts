import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { newSecret } from './__testUtils__/TestReceiver';
import { parseSettings, readSettings } from './endpointOptions';
import { WebhookConnector } from './WebhookConnector';
import type { WebhookSettings } from './WebhookSettings';

const SECRET = newSecret();

const withEndpoint = (endpoint: object) =>
  ({
    endpoints: {
      lake: {
        url: 'https://lake.example.com/access',
        secrets: SECRET,
        ...endpoint,
      },
    },
  } as { endpoints: WebhookSettings['endpoints'] });

describe('settings', () => {
  it('are read from app-config, with defaults', () => {
    const webhook = withEndpoint({}) as unknown as JsonObject;
    const config = new ConfigReader({
      datasetAccess: { connectors: { webhook } },
    });
    expect(parseSettings(readSettings(config)!).get('lake')).toEqual({
      url: new URL('https://lake.example.com/access'),
      secrets: [SECRET],
      levels: ['read-only', 'editor', 'owner'],
      timeoutMs: 10_000,
    });
    expect(readSettings(new ConfigReader({}))).toBeUndefined();
  });

  it.each([
    { url: 'http://localhost:7000/x' },
    { url: 'http://127.0.0.1:7000/x' },
    { url: 'http://127.9.8.7/x' },
    { url: 'http://[::1]:7000/x' },
    { url: 'http://lake.internal/x', allowHttp: true },
    { secrets: [newSecret(24), newSecret(64)] },
    { timeout: { minutes: 1 } },
    { levels: ['editor'] },
  ])('take %j', endpoint => {
    expect(() => new WebhookConnector(withEndpoint(endpoint))).not.toThrow();
  });

  it.each<[object, string]>([
    [{ urls: 'x' }, 'endpoints.lake.urls: no such key'],
    [{ url: 'canary' }, 'lake.url: expected an address such as'],
    [{ url: 'ftp://canary.example' }, 'lake.url: expected an address such as'],
    [{ url: 'http://canary.example/x' }, 'lake.url: expected https'],
    // names that only begin or end like this machine
    [{ url: 'http://localhost.canary.example/' }, 'lake.url: expected https'],
    [{ url: 'http://127.0.0.1.canary.example/' }, 'lake.url: expected https'],
    [{ url: 'http://0.0.0.0/canary' }, 'lake.url: expected https'],
    [
      { url: 'https://canary:canary@lake.example.com' },
      'lake.url: expected an address without user name and password',
    ],
    [{ url: 'https://lake.example.com#canary' }, 'without a fragment'],
    [{ secrets: 'canary' }, 'lake.secrets'],
    [{ secrets: `whsec_${'canary'.repeat(4)}` }, 'lake.secrets'],
    [{ secrets: 'whsec_canary!!'.repeat(5) }, 'lake.secrets'],
    [{ secrets: newSecret(23) }, 'lake.secrets'],
    [{ secrets: newSecret(65) }, 'lake.secrets'],
    [{ secrets: [] }, 'lake.secrets'],
    [{ secrets: [1, 2, 3, 4, 5, 6].map(() => newSecret()) }, 'lake.secrets'],
    [{ timeout: 'canary' }, 'lake.timeout: expected a duration'],
    [{ timeout: 'PT0S' }, 'lake.timeout: expected a duration'],
    [{ levels: [] }, 'lake.levels: expected at least one of read-only'],
    [{ levels: ['canary'] }, 'lake.levels.0: expected levels: read-only'],
    [{ allowHttp: 'canary' }, 'lake.allowHttp: expected true or false'],
  ])('%j are refused by key, without what they say', (endpoint, words) => {
    const start = () => new WebhookConnector(withEndpoint(endpoint));
    expect(start).toThrow('datasetAccess.connectors.webhook.');
    expect(start).toThrow(words);
    expect(start).not.toThrow('canary');
    expect(start).not.toThrow('whsec_canary');
    expect(start).not.toThrow(SECRET.slice(6));
  });

  it.each(['', 'a b', '-x'])('an endpoint cannot be called %j', name => {
    expect(() =>
      parseSettings({ endpoints: { [name]: withEndpoint({}).endpoints.lake } }),
    ).toThrow('datasetAccess.connectors.webhook.endpoints');
  });
});

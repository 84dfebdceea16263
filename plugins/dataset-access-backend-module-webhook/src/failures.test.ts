import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { dataset, user } from './__testUtils__/entities';
import {
  type Fault,
  newSecret,
  TestReceiver,
} from './__testUtils__/TestReceiver';
import { MOST_ANSWER_BYTES } from './readAnswer';
import { WebhookConnector } from './WebhookConnector';

const CANARY = 'canary-in-the-answer';

const answered =
  (
    status: number,
    headers: Record<string, string> = {},
    body = CANARY,
  ): Fault =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  };

describe('bad days', () => {
  let receiver: TestReceiver;
  let elsewhere: TestReceiver;
  const secret = newSecret();
  beforeEach(async () => {
    receiver = await TestReceiver.start([secret]);
    elsewhere = await TestReceiver.start([secret]);
  });
  afterEach(async () => {
    await receiver.stop();
    await elsewhere.stop();
  });

  const connector = (more = {}) =>
    new WebhookConnector({
      endpoints: {
        lake: {
          url: `${receiver.url}?token=${CANARY}`,
          secrets: secret,
          ...more,
        },
      },
    });
  const order = () => ({
    wanted: {
      target: {
        endpoint: 'lake',
        at: { account: 'ann', tables: ['fares', 'seats'] },
      },
      level: 'read-only' as const,
    },
    former: [],
    others: [],
    wish: { id: 'e-1', revision: 1 },
  });
  const given = () =>
    receiver.table.levelOf({ account: 'ann', tables: ['fares', 'seats'] });
  /** What goes wrong, with nothing in it that belongs to nobody else. */
  const problemOf = async (work: Promise<unknown>) => {
    const problem = await work.then(
      () => undefined,
      error => error,
    );
    expect(problem).toBeInstanceOf(ConnectorProblem);
    const told = `${inspect(problem, { depth: 9 })} ${problem.stack}`;
    for (const word of [CANARY, secret, secret.slice(6), '127.0.0.1']) {
      expect(told).not.toContain(word);
    }
    return { code: problem.code, message: problem.message };
  };

  it.each<[string, string, string, Fault]>([
    ['fails', 'SOURCE_UNAVAILABLE', 'HTTP 500', answered(500)],
    ['is not ready', 'SOURCE_UNAVAILABLE', 'HTTP 503', answered(503)],
    ['has enough of us', 'SOURCE_UNAVAILABLE', 'HTTP 429', answered(429)],
    ['is at it already', 'SOURCE_UNAVAILABLE', 'HTTP 409', answered(409)],
    ['does not believe us', 'NOT_PERMITTED', 'secret', answered(401)],
    ['does not let us', 'NOT_PERMITTED', 'HTTP 403', answered(403)],
    ['is another page', 'MISCONFIGURED', 'HTTP 404', answered(404)],
    ['says nothing', 'MISCONFIGURED', 'HTTP 204', answered(204)],
    ['says something else', 'MISCONFIGURED', 'guide', answered(200)],
    [
      'answers another question',
      'MISCONFIGURED',
      'guide',
      answered(200, {}, `{"holdings":[],"note":"${CANARY}"}`),
    ],
    [
      'names a step that is none',
      'MISCONFIGURED',
      'guide',
      answered(200, {}, `{"steps":[{"effect":"${CANARY}","text":"x"}]}`),
    ],
    [
      'has a problem that is none',
      'MISCONFIGURED',
      'guide',
      answered(422, {}, `{"problem":{"code":"${CANARY}","message":"x"}}`),
    ],
    [
      'repeats our secret',
      'MISCONFIGURED',
      'repeats',
      answered(
        200,
        {},
        `{"steps":[{"effect":"grant","text":${JSON.stringify(secret).replace(
          /\//g,
          '\\/',
        )}}]}`,
      ),
    ],
    [
      'repeats our secret in a problem',
      'MISCONFIGURED',
      'repeats',
      answered(
        422,
        {},
        JSON.stringify({
          problem: { code: 'NOT_PERMITTED', message: `no: ${secret}` },
        }),
      ),
    ],
    [
      'hangs up',
      'SOURCE_UNAVAILABLE',
      'broke off',
      (_, response) => {
        response.destroy();
        return true;
      },
    ],
    [
      'hangs up in the middle of an answer',
      'SOURCE_UNAVAILABLE',
      'broke off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write(`{"steps":[{"effect":"grant","text":"${CANARY}`, () =>
          response.destroy(),
        );
        return true;
      },
    ],
    [
      'answers too much',
      'MISCONFIGURED',
      '256 KiB',
      answered(
        200,
        {},
        JSON.stringify({ steps: [], more: 'x'.repeat(MOST_ANSWER_BYTES) }),
      ),
    ],
    [
      'answers too much, packed small',
      'MISCONFIGURED',
      '256 KiB',
      (_, response) => {
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync('x'.repeat(50 * MOST_ANSWER_BYTES)));
        return true;
      },
    ],
  ])(
    'when the endpoint %s, it is %s, and done the next time',
    async (_, code, words, fault) => {
      receiver.faults.push(fault);
      const problem = await problemOf(connector().apply(order()));
      expect(problem).toEqual({
        code,
        message: expect.stringContaining(words),
      });
      expect(given()).toBeUndefined();
      await connector().apply(order());
      expect(given()).toBe('read-only');
    },
  );

  it.each([301, 302, 303, 307, 308])(
    'a redirect with %d is not followed',
    async status => {
      receiver.faults.push(answered(status, { location: elsewhere.url }));
      const { code } = await problemOf(connector().apply(order()));
      expect(code).toBe('MISCONFIGURED');
      expect(elsewhere.received).toEqual([]);
    },
  );

  it('an endpoint that goes on answering for ever is given up', async () => {
    let sent = 0;
    receiver.faults.push((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) {
          sent += 16_384;
        }
      };
      response.on('drain', more);
      more();
      return true;
    });
    const { code } = await problemOf(connector().apply(order()));
    expect(code).toBe('MISCONFIGURED');
    // what is on its way in buffers of both sides comes on top
    expect(sent).toBeLessThan(64 * MOST_ANSWER_BYTES);
  });

  it.each<[string, Fault]>([
    ['before it answers', () => true],
    [
      'in the middle of an answer',
      (_, response) => {
        response.writeHead(200).write('{"steps":');
        return true;
      },
    ],
  ])('one that stops %s is waited for only so long', async (_, fault) => {
    receiver.faults.push(fault);
    const slow = connector({ timeout: { milliseconds: 80 } });
    expect(await problemOf(slow.apply(order()))).toEqual({
      code: 'SOURCE_UNAVAILABLE',
      message: 'The endpoint lake did not answer within 0.08 s.',
    });
  });

  it('what was done by half, and said to be done, is done to the end', async () => {
    receiver.halfway = 1;
    await connector().apply(order());
    expect(given()).toBe('read-only');
  });

  it('nothing is claimed that the endpoint does not confirm', async () => {
    receiver.faults.push(
      answered(200, {}, '{"steps":[]}'),
      () => false,
      answered(200, {}, '{"steps":[]}'),
    );
    expect(await problemOf(connector().apply(order()))).toEqual({
      code: 'SOURCE_UNAVAILABLE',
      message:
        'The endpoint lake says that it has done it, and also that 2 of its steps are left.',
    });
  });

  it('what the endpoint says to people is passed on', async () => {
    receiver.table.accounts.clear();
    expect(
      await problemOf(connector().locate(dataset('fares'), user('ann'))),
    ).toEqual({
      code: 'SUBJECT_MISSING',
      message: 'The endpoint lake says: There is no account ann',
    });
  });

  it.each([
    'nowhere',
    'http://127.0.0.1:1/',
    'lake@evil.example',
    '../lake',
    'LAKE',
  ])(
    'a dataset that names %j as its endpoint is called nowhere',
    async name => {
      const { code, message } = await connector()
        .read(dataset('fares', name))
        .catch(error => error);
      expect({ code, message }).toEqual({
        code: 'MISCONFIGURED',
        message: expect.stringContaining('Configured are: lake.'),
      });
      expect(receiver.received).toEqual([]);
    },
  );

  it('access behind an endpoint that is not configured any more is not forgotten', async () => {
    const target = { endpoint: 'gone', at: {} };
    const { code, message } = await problemOf(
      connector().revoke({ former: [target], others: [] }),
    );
    expect({ code, message }).toEqual({
      code: 'MISCONFIGURED',
      message: expect.stringContaining('gone is not configured any more'),
    });
  });

  it('what others recorded as a target is none', async () => {
    await expect(
      connector().revoke({ former: [{ source: 'x' }], others: [] }),
    ).rejects.toThrow('not a target of the webhook connector');
  });
});

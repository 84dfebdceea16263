import { ResponseError } from '@backstage/errors';
import { DatasetAccessError } from '../errors/DatasetAccessError';
import { DatasetAccessClient } from './DatasetAccessClient';

const BASE_URL = 'http://portal.test/api/dataset-access';

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

/** What the client throws when it gets one answer. */
async function failure(answer: Response): Promise<unknown> {
  const client = new DatasetAccessClient({
    baseUrl: BASE_URL,
    fetch: async () => answer,
  });
  return client.countRequests().catch(error => error);
}

describe('what the client throws', () => {
  it('is our error with all it carries when the backend refused', async () => {
    const details = [{ field: '/body/reason', problem: 'is missing' }];
    const current = {
      status: 'approved',
      version: 2,
      decidedBy: 'user:default/bob',
    };
    const error = await failure(
      json(
        {
          error: {
            name: 'ConflictError',
            message: 'Bob was faster.',
            code: 'ALREADY_DECIDED',
            details,
            current,
          },
          response: { statusCode: 409 },
        },
        409,
      ),
    );

    expect(error).toBeInstanceOf(DatasetAccessError);
    expect(error).toMatchObject({
      name: 'ConflictError',
      message: 'Bob was faster.',
      code: 'ALREADY_DECIDED',
      statusCode: 409,
      details,
      current,
    });
  });

  it.each([
    [
      'a proxy answers with a page of HTML',
      new Response('<html>Bad gateway</html>', {
        status: 502,
        headers: { 'content-type': 'text/html' },
      }),
      502,
    ],
    ['a proxy answers with nothing', new Response('', { status: 504 }), 504],
    [
      'Backstage refuses the token',
      json(
        {
          error: {
            name: 'AuthenticationError',
            message: 'Missing credentials',
          },
          response: { statusCode: 401 },
        },
        401,
      ),
      401,
    ],
    [
      'the code is one this client does not know',
      json(
        { error: { name: 'X', message: 'x', code: 'FROM_THE_FUTURE' } },
        409,
      ),
      409,
    ],
    [
      'the code is the name of an object property',
      json({ error: { name: 'X', message: 'x', code: 'constructor' } }, 400),
      400,
    ],
    ['the body is JSON of another shape', json({ error: 'nope' }, 500), 500],
    ['the body is null', json(null, 500), 500],
    ['a success has no body', new Response('', { status: 200 }), 502],
    [
      'a sign-in page answers in place of the backend',
      new Response('<html>Sign in</html>', {
        status: 200,
        headers: { 'content-type': 'text/html' },
      }),
      502,
    ],
  ])('is a ResponseError when %s', async (_, answer, statusCode) => {
    const error = await failure(answer);

    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ statusCode });
  });

  it('keeps the message of a foreign error', async () => {
    const error = await failure(
      json(
        {
          error: { name: 'AuthenticationError', message: 'Token expired' },
          response: { statusCode: 401 },
        },
        401,
      ),
    );

    expect(error).toMatchObject({
      body: { error: { message: 'Token expired' } },
    });
  });

  it('is what the network says when nothing answers', async () => {
    const client = new DatasetAccessClient({
      baseUrl: BASE_URL,
      fetch: async () => {
        throw new TypeError('fetch failed');
      },
    });

    await expect(client.countRequests()).rejects.toThrow('fetch failed');
  });
});
